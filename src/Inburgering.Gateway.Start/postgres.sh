# The private PostgreSQL cluster: binaries, the user it runs as, start, take-over and stop.

PG_DATABASE=gateway
PG_OWNER=gateway_eigenaar

pg_has_binaries() { [[ -x $1/initdb && -x $1/pg_ctl && -x $1/postgres ]]; }
pg_major() { "$1/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/'; }

# Folders with binaries, best first: PATH, then the newest below /usr/lib/postgresql.
pg_candidates() {
    local on_path folder
    on_path="$(command -v initdb || true)"
    if [[ $on_path ]]; then
        folder="$(dirname "$(readlink -f "$on_path")")"
        if pg_has_binaries "$folder"; then echo "$folder"; fi
    fi
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -t/ -k5,5Vr); do
        if pg_has_binaries "$folder"; then echo "$folder"; fi
    done
}

pg_best() { local all; all="$(pg_candidates)"; printf '%s' "${all%%$'\n'*}"; }

# Sets PG_BIN; a data folder that exists asks for its own major version.
pg_find() { # data folder, which need not exist yet
    local wanted="" folder
    PG_BIN="$(pg_best)"
    if [[ ! $PG_BIN ]] && may_apt; then
        say "PostgreSQL ontbreekt; apt-get installeert het."
        apt_bring postgresql || true
        PG_BIN="$(pg_best)"
    fi
    [[ $PG_BIN ]] || die "PostgreSQL ontbreekt; installeer het pakket postgresql (als root: apt-get install postgresql) of geef een eigen server met GATEWAY_DB."
    if [[ -s $1/PG_VERSION ]]; then wanted="$(<"$1/PG_VERSION")"; fi
    if [[ ! $wanted || $(pg_major "$PG_BIN") == "$wanted" ]]; then return; fi
    for folder in $(pg_candidates); do
        if [[ $(pg_major "$folder") == "$wanted" ]]; then PG_BIN="$folder"; return; fi
    done
    die "De gegevens in $1 zijn van PostgreSQL $wanted en hier staat PostgreSQL $(pg_major "$PG_BIN"); installeer het pakket postgresql-$wanted, zet de gegevens over met pg_upgrade, of kies een lege map met GATEWAY_DATA."
}

# PostgreSQL refuses root: then it runs as the owner of an existing cluster, else as postgres, else as nobody.
pg_choose_user() { # data folder
    PG_RUN_AS=()
    (( EUID == 0 )) || return 0
    local user
    user="$(stat -c %U "$1" 2>/dev/null || true)"
    if [[ ! $user || $user == root || $user == UNKNOWN ]]; then
        if id -u postgres >/dev/null 2>&1; then user=postgres; else user=nobody; fi
    fi
    PG_USER="$user"
    PG_RUN_AS=(setpriv "--reuid=$(id -u "$user")" "--regid=$(id -g "$user")" --clear-groups)
}

# By going there: the answer of access(2) leaves capabilities out.
pg_can_enter() { pg_as sh -c 'cd "$1"' sh "$1" 2>/dev/null; }

# A data folder below a home that is closed to others can be reached with one capability, and only then it is given.
pg_open_way() { # folder that the server's user must reach
    if (( ${#PG_RUN_AS[@]} == 0 )) || pg_can_enter "$1"; then return; fi
    local plain=("${PG_RUN_AS[@]}") capability
    for capability in dac_read_search dac_override; do
        PG_RUN_AS=("${plain[@]}" "--inh-caps=-all,+$capability" "--ambient-caps=-all,+$capability")
        if pg_can_enter "$1"; then return; fi
    done
    die "Gebruiker $PG_USER, die PostgreSQL draait, kan de map $1 niet in; kies met GATEWAY_DATA een map die voor iedereen bereikbaar is."
}

pg_as() { (cd / && detached "${PG_RUN_AS[@]}" "$@"); }
pg_write() { pg_as sh -c 'umask 077; cat > "$1"' sh "$1"; }

# A socket path has room for about 100 bytes and the setting splits on commas: other places get a short folder.
pg_choose_socket() { # data folder
    PG_SOCKET="$1/socket"
    if [[ $PG_SOCKET =~ ^[A-Za-z0-9/._-]{1,85}$ ]]; then return; fi
    PG_SOCKET="/tmp/gateway-pg-$(printf '%s' "$1" | sha256sum | cut -c1-16)"
}

pg_make_socket_folder() {
    pg_as mkdir -p -m 700 "$PG_SOCKET" 2>/dev/null || true
    local owner
    owner="$(stat -c %u "$PG_SOCKET" 2>/dev/null || true)"
    [[ $owner == "$(pg_as id -u)" && ! -L $PG_SOCKET ]] \
        || die "De map $PG_SOCKET voor de socket van PostgreSQL is van iemand anders; verwijder die map en start opnieuw."
}

# Only the short folder outside the data folder is ours to remove.
pg_remove_socket_folder() {
    case $PG_SOCKET in
        /tmp/gateway-pg-*) rm -rf "$PG_SOCKET" ;;
    esac
}

# security.md 20: the database's own log never holds a value of a row.
pg_settings() {
    cat <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$PG_SOCKET'
unix_socket_permissions = 0700
port = 5432
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_statement = 'none'
log_min_error_statement = panic
log_min_duration_statement = -1
timezone = 'UTC'
log_timezone = 'UTC'
SETTINGS
}

pg_write_settings() { # data folder; further settings on stdin
    { pg_settings; cat; } | pg_write "$1/gateway.conf"
    pg_as grep -q "^include 'gateway.conf'" "$1/postgresql.conf" \
        || pg_as sh -c 'printf "include '\''gateway.conf'\''\n" >> "$1/postgresql.conf"' sh "$1"
}

pg_initdb() { # data folder; further arguments go to initdb
    local folder="$1"
    shift
    pg_as "$PG_BIN/initdb" -D "$folder" -E UTF8 --locale=C.UTF-8 --no-instructions "$@"
}
