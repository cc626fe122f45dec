# The cluster of one data folder: made once, with a random password that only eigenaar.verbinding knows.

PG_DATA="$GATEWAY_DATA/pg"
CLUSTER_ON=0
PG_LOG="$PG_DATA/gateway-start.log"

random_password() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

write_owner_file() { # password
    printf 'Host=%s;Port=5432;Database=%s;Username=%s;Password=%s' "$PG_SOCKET" "$PG_DATABASE" "$PG_OWNER" "$1" > "$OWNER_FILE.nieuw"
    chmod 600 "$OWNER_FILE.nieuw"
    mv "$OWNER_FILE.nieuw" "$OWNER_FILE"
}

# One statement without a server, so also before any password works.
cluster_single() { # folder database statement
    printf '%s\n' "$3" | pg_as "$PG_BIN/postgres" --single -D "$1" "$2" >>"$RUN_DIR/initdb.log" 2>&1
}

cluster_initdb() { # folder for the cluster, password file
    pg_initdb "$1" -U "$PG_OWNER" --pwfile="$2" --data-checksums \
        --auth-local=scram-sha-256 --auth-host=reject >"$RUN_DIR/initdb.log" 2>&1 \
        && pg_write_settings "$1" </dev/null \
        && cluster_single "$1" postgres "create database $PG_DATABASE"
}

# Made under another name first, so that a folder in place is always whole.
cluster_make() {
    if [[ -e $PG_DATA/PG_VERSION ]]; then return; fi
    if [[ -d $PG_DATA && -n $(ls -A "$PG_DATA") ]]; then
        die "De map $PG_DATA is niet leeg en geen PostgreSQL-cluster; verplaats of verwijder die map en start opnieuw."
    fi
    say "PostgreSQL $(pg_major "$PG_BIN") maakt een eigen cluster in $PG_DATA."
    local fresh="$PG_DATA.nieuw" password
    rm -rf "$fresh"
    mkdir -m 700 "$fresh"
    if (( ${#PG_RUN_AS[@]} )); then chown "$PG_USER" "$fresh"; fi
    password="$(random_password)"
    pg_write "$fresh/wachtwoord" <<<"$password"
    cluster_initdb "$fresh/data" "$fresh/wachtwoord" \
        || die "PostgreSQL kon geen cluster maken in $PG_DATA; de reden staat in $RUN_DIR/initdb.log."
    write_owner_file "$password"
    mv -T "$fresh/data" "$PG_DATA"
    rm -rf "$fresh"
}

# The password is only in eigenaar.verbinding: when that file is lost, the owner of the folder sets a new one.
cluster_keep_owner_file() {
    local password
    if [[ -s $OWNER_FILE ]]; then
        write_owner_file "$(sed -n 's/.*Password=//p' "$OWNER_FILE")"
        return
    fi
    password="$(random_password)"
    cluster_single "$PG_DATA" postgres "alter role $PG_OWNER password '$password'"
    write_owner_file "$password"
}

# Server processes of this folder, found by where they stand: a pid in a file may be another's after a restart.
cluster_pids() {
    local process
    for process in /proc/[0-9]*; do
        if [[ $process/cwd -ef $PG_DATA && $(readlink "$process/exe" 2>/dev/null) == */postgres* ]]; then
            echo "${process#/proc/}"
        fi
    done
}

# Alive, ready, reachable where we look for it, and with a password that we know.
cluster_is_usable() {
    local pid pids
    [[ -s $OWNER_FILE ]] || return 1
    pid="$(pg_as sed -n 1p "$PG_DATA/postmaster.pid" 2>/dev/null)" || return 1
    pids="$(cluster_pids)"
    [[ $pid && " ${pids//$'\n'/ } " == *" $pid "* ]] || return 1
    [[ $(pg_as sed -n 5p "$PG_DATA/postmaster.pid") == "$PG_SOCKET" ]] || return 1
    [[ $(pg_as sed -n 8p "$PG_DATA/postmaster.pid") == ready* ]]
}

# What is left of an unclean end: give the server's own processes time to notice, then remove what they left.
cluster_clear_remains() {
    local waited=0 pids
    pg_as "$PG_BIN/pg_ctl" stop -D "$PG_DATA" -m fast -t 30 >/dev/null 2>&1 || true
    while pids="$(cluster_pids)" && [[ $pids ]]; do
        # shellcheck disable=SC2086  # a list of pids
        if (( waited == 50 )); then kill -QUIT $pids 2>/dev/null || true; fi
        # shellcheck disable=SC2086
        if (( waited == 100 )); then kill -KILL $pids 2>/dev/null || true; fi
        sleep 0.1
        waited=$((waited + 1))
    done
    rm -f "$PG_DATA/postmaster.pid" "$PG_SOCKET"/.s.PGSQL.*
}

cluster_start() {
    if (( EUID != 0 )) && [[ -d $PG_DATA && ! -O $PG_DATA ]]; then
        die "De map $PG_DATA is van gebruiker $(stat -c %U "$PG_DATA"); start als die gebruiker of als root, of kies een andere map met GATEWAY_DATA."
    fi
    pg_find "$PG_DATA"
    pg_choose_user "$PG_DATA"
    pg_open_way "$GATEWAY_DATA"
    pg_choose_socket "$PG_DATA"
    CLUSTER_ON=1
    cluster_make
    if cluster_is_usable; then
        say "PostgreSQL draait al op deze datamap en wordt overgenomen."
        pg_write_settings "$PG_DATA" </dev/null
        pg_as "$PG_BIN/pg_ctl" reload -s -D "$PG_DATA"
        return
    fi
    cluster_clear_remains
    pg_make_socket_folder
    pg_write_settings "$PG_DATA" </dev/null
    cluster_keep_owner_file
    pg_as "$PG_BIN/pg_ctl" start -s -w -t 120 -D "$PG_DATA" -l "$PG_LOG" </dev/null \
        || die "PostgreSQL start niet op $PG_DATA; de reden staat in $PG_LOG."
}

cluster_stop() {
    if (( ! CLUSTER_ON )); then return; fi
    pg_as "$PG_BIN/pg_ctl" stop -s -w -D "$PG_DATA" -m fast -t 10 >/dev/null 2>&1 \
        || pg_as "$PG_BIN/pg_ctl" stop -s -w -D "$PG_DATA" -m immediate -t 5 >/dev/null 2>&1 || true
    pg_remove_socket_folder
}
