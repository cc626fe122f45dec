# The parts of ./test: its tools, its own PostgreSQL, the strict build, and the count of what every project reported.

PASSED=0 FAILED=0 SKIPPED=0

# A project that hangs is named while there is still time to read it; a test that takes over a minute is named as it runs.
PROJECT_SECONDS=1000
if [[ $GATEWAY_TEST_MAAT == lang ]]; then PROJECT_SECONDS=3600; fi

# command (or the one that will do as well) and the Debian package that brings it
TEST_TOOLS=(chromium-headless-shell/chromium:chromium-headless-shell node:nodejs npm:npm python3:python3 xmllint:libxml2-utils faketime:faketime)

missing_tools() {
    local tool commands
    for tool in "${TEST_TOOLS[@]}"; do
        commands="${tool%%:*}"
        command -v "${commands%%/*}" "${commands##*/}" >/dev/null || echo "${tool##*:}"
    done
}

need_test_tools() {
    local missing
    missing="$(missing_tools)"
    [[ $missing ]] || return 0
    if may_apt; then
        say "apt-get installeert: ${missing//$'\n'/ }"
        # shellcheck disable=SC2086  # a list of packages
        apt_bring $missing || true
        missing="$(missing_tools)"
    fi
    [[ ! $missing ]] || die "Voor de tests ontbreken de pakketten ${missing//$'\n'/ }; installeer ze (als root: apt-get install) en start opnieuw."
}

# Thrown away afterwards, so without fsync and without passwords; reached only through a socket in a closed folder.
start_test_postgres() {
    local folder="$WORK/pg/data"
    pg_find "$folder"
    pg_choose_user "$folder"
    pg_open_way "$WORK"
    mkdir -m 700 "$WORK/pg"
    if (( ${#PG_RUN_AS[@]} )); then chown "$PG_USER" "$WORK/pg"; fi
    pg_initdb "$folder" -U postgres -A trust --no-sync >"$RUN_DIR/initdb.log" 2>&1 \
        || { cat "$RUN_DIR/initdb.log" >&2; die "PostgreSQL kon voor de tests geen cluster maken; de reden staat hierboven."; }
    pg_choose_socket "$folder"
    pg_make_socket_folder
    pg_write_settings "$folder" <<'SETTINGS'
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 300
shared_buffers = 256MB
wal_level = minimal
max_wal_senders = 0
jit = off
SETTINGS
    TEST_CLUSTER="$folder"
    pg_as "$PG_BIN/pg_ctl" start -s -w -t 60 -D "$folder" -l "$folder/server.log" </dev/null \
        || die "PostgreSQL start niet voor de tests; zie $folder/server.log."
    export GATEWAY_TEST_PG="Host=$PG_SOCKET;Port=5432;Username=postgres;Database=postgres;Maximum Pool Size=50"
    export GATEWAY_TEST_PG_BIN="$PG_BIN"
}

stop_test_postgres() {
    [[ ${TEST_CLUSTER:-} ]] || return 0
    pg_as "$PG_BIN/pg_ctl" stop -s -w -D "$TEST_CLUSTER" -m immediate -t 10 >/dev/null 2>&1 || true
    pg_remove_socket_folder
}

dotnet_step() { step "$DOTNET" "$@" -nodeReuse:false; }

# One compiler of this run's own for all projects: a third of the processor time, because it loads the analyzers once.
strict_build() {
    local code=0
    dotnet_step restore "$REPO/Inburgering.Gateway.sln" --locked-mode -v q || return 1
    DOTNET_TieredPGO=0 dotnet_step build "$REPO/Inburgering.Gateway.sln" -c "$CONFIGURATION" --no-restore -v q -clp:NoSummary \
        -p:UseSharedCompilation=true -p:SharedCompilationId="gateway-test-$$" || code=$?
    end_marked_processes
    return "$code"
}

# The programs that the tests start live for seconds, and each would compile itself anew: a fifth of the processor time of a run. So what
# was built is compiled beforehand for this machine; where the compiler for that is not to be had, and for the full numbers, it is as ./run has it.
READY=(--use-current-runtime -p:SelfContained=false -p:PublishReadyToRun=true)

publish_ready() { # project bin
    if [[ $GATEWAY_TEST_MAAT != lang ]] \
        && "$DOTNET" restore "$1" "${READY[@]}" -p:NuGetLockFilePath=obj/voor-deze-machine.lock.json -v q >"$RUN_DIR/voorbereiden.log" 2>&1 \
        && (publish "$1" "$2" --no-build --no-restore "${READY[@]}" -p:AppendRuntimeIdentifierToOutputPath=false >>"$RUN_DIR/voorbereiden.log" 2>&1); then
        return
    fi
    (publish "$1" "$2" --no-build)
}

# The folder, not the solution: whitespace needs no compiler.
check_format() {
    step "$DOTNET" format whitespace "$REPO" --folder --verify-no-changes --exclude "$REPO/tests/node/node_modules"
}

# Again only when the lock file changed, so that a second ./test needs no network.
install_node_tools() {
    local folder="$REPO/tests/node"
    if cmp -s "$folder/package-lock.json" "$folder/node_modules/.lock-of-this-install"; then return; fi
    (cd "$folder" && step npm ci --no-progress --loglevel=error) || return 1
    cp "$folder/package-lock.json" "$folder/node_modules/.lock-of-this-install"
}

count() { # passed failed skipped
    PASSED=$((PASSED + $1)) FAILED=$((FAILED + $2)) SKIPPED=$((SKIPPED + $3))
}

# A step of ./test itself counts as a failure when it fails, and only then.
check() { # what, command…
    local what="$1"
    shift
    say "== $what"
    "$@" && return
    say "MISLUKT: $what"
    count 0 1 0
    return 1
}

attribute() { # name report: of the first <assembly>
    local value
    value="$(grep -oE '<assembly [^>]*>' "$2" | head -n 1 | grep -oE " $1=\"[0-9]+\"" | tr -dc 0-9)"
    printf '%d' "${value:-0}"
}

# Programs that live for seconds do not earn back the runtime's second look at what they compiled: a third of the processor time
# of a run. The full numbers run as in production.
SHORT_LIVED=(DOTNET_TieredPGO=0 DOTNET_TC_CallCounting=0)
# A test waits for a lease, a lost connection or a program that starts about a third of its time: one more than there are cores
# fills that. The full numbers are measured, so there nothing more than that runs beside it.
OVERLAP=(-maxThreads "$(( $(nproc) + 1 ))")
if [[ $GATEWAY_TEST_MAAT == lang ]]; then SHORT_LIVED=() OVERLAP=(); fi

project_report() { printf '%s/%s.xml' "$RESULTS" "$(basename "$1")"; }

execute_project() { # project folder
    local name report
    name="$(basename "$1")"
    report="$(project_report "$1")"
    rm -f "$report"
    cd "$1" || return
    step env "${SHORT_LIVED[@]}" timeout -k 10 "$PROJECT_SECONDS" \
        "$DOTNET" "bin/$CONFIGURATION/net10.0/$name.dll" -noLogo -noColor -longRunning 60 "${OVERLAP[@]}" -xml "$report" "${FILTER[@]}" </dev/null
}

# A project that crashes, hangs or reports nothing is a failure, whatever it passed before.
count_project() { # project folder, exit code
    local name report code="$2" failed
    name="$(basename "$1")"
    report="$(project_report "$1")"
    if ! xmllint --noout "$report" 2>/dev/null; then
        say "MISLUKT: $name gaf geen uitslag (exitcode $code)"
        count 0 1 0
        return
    fi
    failed=$(( $(attribute failed "$report") + $(attribute errors "$report") ))
    if (( code != 0 && failed == 0 )) && (( ${#FILTER[@]} == 0 )); then
        say "MISLUKT: $name eindigde met exitcode $code"
        failed=1
    fi
    count "$(attribute passed "$report")" "$failed" "$(attribute skipped "$report")"
}

# The full numbers are measured, so there each project has the machine to itself.
run_one_by_one() { # project folders
    local project code
    for project in "$@"; do
        say "== $(basename "$project")"
        code=0
        (execute_project "$project") || code=$?
        count_project "$project" "$code"
    done
}

# Alone, each leaves half of the processor idle; what a project says is shown when it ends.
run_side_by_side() { # project folders
    local project pid code
    local -A running=()
    for project in "$@"; do
        say "== $(basename "$project") begint"
        execute_project "$project" >"$RUN_DIR/$(basename "$project").log" 2>&1 &
        running[$!]="$project"
    done
    while (( ${#running[@]} )); do
        code=0
        wait -n -p pid "${!running[@]}" || code=$?
        project="${running[$pid]}"
        unset "running[$pid]"
        say "== $(basename "$project")"
        cat "$RUN_DIR/$(basename "$project").log"
        count_project "$project" "$code"
    done
}

run_projects() { # project folders
    if [[ $GATEWAY_TEST_MAAT == lang ]]; then run_one_by_one "$@"; else run_side_by_side "$@"; fi
}

test_projects() {
    local project
    for project in "$REPO"/tests/*/*.csproj; do
        case $project in
            *.Benchmarks.csproj) [[ $GATEWAY_TEST_MAAT == lang ]] || continue ;;
        esac
        dirname "$project"
    done
}

# Whatever a test started carries this run's mark in its environment, and ends with it.
end_marked_processes() {
    local signal file pid
    for signal in TERM KILL; do
        for file in $(grep -lsz -- "^GATEWAY_TEST_RUN=$WORK\$" /proc/[0-9]*/environ); do
            pid="${file#/proc/}" pid="${pid%/environ}"
            if [[ $pid != $$ && $pid != "$BASHPID" ]]; then kill "-$signal" "$pid" 2>/dev/null || true; fi
        done
        sleep 0.3
    done
}
