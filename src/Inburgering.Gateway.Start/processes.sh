# The two programs: started as children, found ready over HTTP, ended together.

# Without the lock's descriptor: what outlives ./run must not keep its lock.
detached() { "$@" 9>&-; }

# The kernel ends a child when ./run is killed without a chance to clean up.
start_program() { # name bin dll; environment comes from the caller
    local name="$1" bin="$2" dll="$3" log="$RUN_DIR/$1.log"
    if [[ -f $log ]]; then mv -f "$log" "$log.1"; fi
    (cd "$bin" && exec env -u GATEWAY_DB setpriv --pdeathsig TERM "$DOTNET" "$bin/$dll") >"$log" 2>&1 </dev/null 9>&- &
    echo $! > "$RUN_DIR/$name.pid"
}

program_pid() { cat "$RUN_DIR/$1.pid" 2>/dev/null || true; }

# Ours when the command line names the program and the environment names this data folder.
is_own_program() { # pid dll
    [[ $1 =~ ^[0-9]+$ ]] \
        && grep -qszE "(^|/)${2//./\\.}$" "/proc/$1/cmdline" \
        && grep -qszxF "GATEWAY_DATA=$GATEWAY_DATA" "/proc/$1/environ"
}

end_leftover() { # name dll
    local pid
    pid="$(program_pid "$1")"
    if is_own_program "$pid" "$2"; then
        say "Een achtergebleven $1 (proces $pid) wordt gestopt."
        end_process "$pid"
    fi
    rm -f "$RUN_DIR/$1.pid"
}

end_process() { # pid: asks, and after five seconds insists
    local waited=0
    kill -TERM "$1" 2>/dev/null || return 0
    while is_running "$1" && (( waited < 50 )); do
        sleep 0.1
        waited=$((waited + 1))
    done
    kill -KILL "$1" 2>/dev/null || true
}

# A zombie has ended, though its number still stands. Without $(…) wherever a signal may come: bash 5.2 then
# takes the trap's own text for the end of it, and exits with 2.
is_running() {
    local stat
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null && [[ ${stat##*) } != Z* ]]
}

http_answers() { # port path status; needs no tool that a fresh machine lacks
    local line
    {
        exec 8<>"/dev/tcp/127.0.0.1/$1" || return 1
        printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&8
        read -r -t 5 line <&8 || line=""
        exec 8>&-
    } 2>/dev/null
    [[ $line =~ ^HTTP/1\.[01]\ $3\  ]]
}

wait_ready() { # name port path
    local waited=0 pid
    pid="$(program_pid "$1")"
    until http_answers "$2" "$3" 200; do
        is_running "$pid" || die "De $1 is tijdens het starten gestopt; de reden staat in $RUN_DIR/$1.log."
        (( waited < 600 )) || die "De $1 is na een minuut nog niet klaar; de reden staat in $RUN_DIR/$1.log."
        sleep 0.1
        waited=$((waited + 1))
    done
}

# A step that Ctrl-C and SIGTERM can break off at once: bash handles a signal only while it waits.
step() {
    "$@" 9>&- &
    wait $!
}

children_of() { cat "/proc/$1/task/$1/children" 2>/dev/null || true; }

end_children() {
    local pid
    # shellcheck disable=SC2046  # a list of pids
    kill -TERM $(children_of $$) 2>/dev/null || true
    for pid in $(children_of $$); do end_process "$pid"; done
}
