# Publishes gateway and sandbox into their bin folders; a running instance is not disturbed by a later build for the tests.

GATEWAY_PROJECT="$REPO/src/Inburgering.Gateway"
SANDBOX_PROJECT="$REPO/src/Inburgering.Gateway.Sandbox"

published() { printf '%s/bin/%s/publish' "$1" "$CONFIGURATION"; }
GATEWAY_BIN="$(published "$GATEWAY_PROJECT")"
SANDBOX_BIN="$(published "$SANDBOX_PROJECT")"

skips_build() { [[ ${GATEWAY_GEBOUWD:-} == 1 ]]; }

# Name, size and time of every source: also a removed file or an older copy counts as a change.
sources_stamp() {
    (cd "$REPO" && find src adapters config Directory.*.props global.json \
        \( -name bin -o -name obj -o -name node_modules -o -name '*.sh' \) -prune -o -type f -printf '%p %s %T@\n' 2>/dev/null || true) \
        | LC_ALL=C sort | sha256sum
}

is_up_to_date() { # bin dll
    [[ -f $1/$2 && -f $1/.stempel && $(<"$1/.stempel") == "$STAMP" ]]
}

# No build server may stay behind: Ctrl-C stops all that ./run started. Called in a process of its own.
# Others may run what one user built.
publish() { # project bin; further arguments go to the SDK
    local project="$1" bin="$2"
    shift 2
    rm -f "$bin/.stempel"
    umask 022
    detached "$DOTNET" publish "$project" -c "$CONFIGURATION" -o "$bin" -v q -nodeReuse:false -p:UseSharedCompilation=false "$@" </dev/null \
        && printf '%s\n' "$STAMP" > "$bin/.stempel"
}

build_program() { # project bin dll
    is_up_to_date "$2" "$3" && return
    publish "$1" "$2" -p:RunAnalyzersDuringBuild=false
}

need_built() { # bin dll
    [[ -f $1/$2 ]] || die "GATEWAY_GEBOUWD=1 is gegeven, maar $2 is er niet; start eerst een keer zonder GATEWAY_GEBOUWD."
}

build_programs() { # gateway and sandbox, or one of them; side by side, because they share no project
    if skips_build; then
        need_built "$GATEWAY_BIN" Inburgering.Gateway.dll
        need_built "$SANDBOX_BIN" Inburgering.Gateway.Sandbox.dll
        return
    fi
    STAMP="$(sources_stamp)"
    local program builds=()
    for program in "$@"; do
        case $program in
            gateway) build_program "$GATEWAY_PROJECT" "$GATEWAY_BIN" Inburgering.Gateway.dll ;;
            sandbox) build_program "$SANDBOX_PROJECT" "$SANDBOX_BIN" Inburgering.Gateway.Sandbox.dll ;;
        esac >"$RUN_DIR/bouw-$program.log" 2>&1 9>&- &
        builds+=("$program:$!")
    done
    for program in "${builds[@]}"; do
        wait "${program#*:}" || build_failed "${program%:*}"
    done
}

build_failed() { # program
    [[ -w $REPO/src ]] || die "De broncode in $REPO is niet (meer) gebouwd en u mag daar niet schrijven; start eerst een keer als eigenaar van die map."
    cat "$RUN_DIR/bouw-$1.log" >&2
    die "Het bouwen is mislukt; los de fouten hierboven op (zonder netwerk: herstel eerst de pakketten met dotnet restore) en start opnieuw."
}
