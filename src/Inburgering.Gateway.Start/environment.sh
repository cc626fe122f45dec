# The environment of interface.md 1: ports, the data folder, room on disk, and one ./run per data folder.

CONFIGURATION=Release
START_LOCK_FD=9

need_port() { # name value
    [[ $2 =~ ^[0-9]{1,5}$ ]] && (( 10#$2 >= 1 && 10#$2 <= 65535 )) \
        || die "$1 is '$2', maar moet een poortnummer van 1 tot en met 65535 zijn."
}

# Fills in what was not given and makes every path absolute; changes nothing on disk.
read_environment() {
    ulimit -c 0
    export GATEWAY_DATA="${GATEWAY_DATA:-$REPO/.data}"
    [[ $GATEWAY_DATA == /* ]] || GATEWAY_DATA="$PWD/$GATEWAY_DATA"
    GATEWAY_DATA="$(realpath -ms "$GATEWAY_DATA")"
    export GATEWAY_SLEUTELS="${GATEWAY_SLEUTELS:-$GATEWAY_DATA/sleutels}"
    [[ $GATEWAY_SLEUTELS == /* ]] || GATEWAY_SLEUTELS="$PWD/$GATEWAY_SLEUTELS"
    RUN_DIR="$GATEWAY_DATA/run"
    OWNER_FILE="$RUN_DIR/eigenaar.verbinding"
    export GATEWAY_PORT="${GATEWAY_PORT:-8080}" GATEWAY_SANDBOX_PORT="${GATEWAY_SANDBOX_PORT:-8090}"
    need_port GATEWAY_PORT "$GATEWAY_PORT"
    need_port GATEWAY_SANDBOX_PORT "$GATEWAY_SANDBOX_PORT"
    GATEWAY_PORT=$((10#$GATEWAY_PORT)) GATEWAY_SANDBOX_PORT=$((10#$GATEWAY_SANDBOX_PORT))
    [[ $GATEWAY_PORT != "$GATEWAY_SANDBOX_PORT" ]] \
        || die "GATEWAY_PORT en GATEWAY_SANDBOX_PORT zijn allebei $GATEWAY_PORT; kies twee verschillende poorten."
}

# Only this user may look inside; root lets others pass through, because PostgreSQL runs as another user.
make_data_folder() {
    umask 077
    if (( EUID == 0 )); then umask 066; fi
    mkdir -p "$GATEWAY_DATA" 2>/dev/null && umask 077 && mkdir -p "$RUN_DIR" 2>/dev/null \
        && { : > "$RUN_DIR/.schrijfproef"; } 2>/dev/null \
        || die "In de datamap $GATEWAY_DATA kan niet worden geschreven; geef gebruiker $(id -un) er rechten op of kies een andere map met GATEWAY_DATA."
    rm -f "$RUN_DIR/.schrijfproef"
    need_own_files
    if (( EUID == 0 )); then chmod a+x "$GATEWAY_DATA"; fi
}

# After a start as root the keys and passwords are root's: then a start as another user cannot work.
need_own_files() {
    local file
    for file in "$GATEWAY_SLEUTELS" "$OWNER_FILE" "$RUN_DIR/slot"; do
        [[ ! -e $file || ( -r $file && -w $file ) ]] \
            || die "Het bestand $file is van gebruiker $(stat -c %U "$file"); start als die gebruiker of als root, of kies een andere map met GATEWAY_DATA."
    done
}

need_free_space() {
    local least="${GATEWAY_MIN_VRIJ_MB:-1024}" free
    [[ $least =~ ^[0-9]+$ ]] || die "GATEWAY_MIN_VRIJ_MB is '$least', maar moet een aantal MB zijn."
    free="$(df -Pk "$GATEWAY_DATA" | awk 'NR == 2 { print int($4 / 1024) }')"
    (( free >= least )) \
        || die "De schijf van $GATEWAY_DATA is bijna vol: $free MB vrij en er is $least MB nodig; maak ruimte of kies een andere map met GATEWAY_DATA."
}

# Held until this shell ends, however it ends; no child may inherit the descriptor (see detached).
take_lock() {
    local holder
    exec 9>>"$RUN_DIR/slot"
    if ! flock -n "$START_LOCK_FD"; then
        holder="$(tail -n 1 "$RUN_DIR/slot" 2>/dev/null)"
        die "Er draait al een ./run (proces ${holder:-onbekend}) met de datamap $GATEWAY_DATA; stop die eerst of kies een andere map met GATEWAY_DATA."
    fi
    : > "$RUN_DIR/slot"
    echo $$ >&9
}

# Listening on this port on an address that stands in the way of 127.0.0.1 (any, or loopback itself).
port_in_use() {
    local files=(/proc/net/tcp)
    [[ -r /proc/net/tcp6 ]] && files+=(/proc/net/tcp6)
    awk -v port="$(printf ':%04X' "$1")" '
        $4 == "0A" && ($2 == "0100007F" port || $2 ~ "^0+" port "$" || $2 == "0000000000000000FFFF00000100007F" port) { found = 1 }
        END { exit !found }' "${files[@]}"
}

need_free_port() { # name port
    if port_in_use "$2"; then
        die "Poort $2 is al in gebruik door een ander programma; stop dat programma of kies een andere poort met $1."
    fi
}
