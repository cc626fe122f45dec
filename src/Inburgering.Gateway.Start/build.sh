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

# No build server may stay behind: Ctrl-C stops all that ./run started. Others may run what one user built.
# Made beside the old folder and then swapped, because a running instance may have the old one open.
publish() { # project bin; further arguments go to the SDK; called in a process of its own
    local project="$1" bin="$2"
    shift 2
    umask 022
    rm -rf "$bin.nieuw" "$bin.oud"
    "$DOTNET" publish "$project" -c "$CONFIGURATION" -o "$bin.nieuw" -v q -nodeReuse:false -p:UseSharedCompilation=false "$@" </dev/null || return
    printf '%s\n' "$STAMP" > "$bin.nieuw/.stempel"
    if [[ -d $bin ]]; then mv -T "$bin" "$bin.oud"; fi
    mv -T "$bin.nieuw" "$bin"
    rm -rf "$bin.oud"
}

need_built() { # bin dll
    [[ -f $1/$2 ]] || die "GATEWAY_GEBOUWD=1 is gegeven, maar $2 is er niet; start eerst een keer zonder GATEWAY_GEBOUWD."
}

bin_of() { case $1 in gateway) echo "$GATEWAY_BIN" ;; sandbox) echo "$SANDBOX_BIN" ;; esac; }
dll_of() { case $1 in gateway) echo Inburgering.Gateway.dll ;; sandbox) echo Inburgering.Gateway.Sandbox.dll ;; esac; }
project_of() { case $1 in gateway) echo "$GATEWAY_PROJECT" ;; sandbox) echo "$SANDBOX_PROJECT" ;; esac; }

outdated() { # programs
    local program
    for program in "$@"; do
        is_up_to_date "$(bin_of "$program")" "$(dll_of "$program")" || echo "$program"
    done
}

build_programs() { # gateway and sandbox, or one of them
    local program
    if skips_build; then
        for program in "$@"; do need_built "$(bin_of "$program")" "$(dll_of "$program")"; done
        return
    fi
    STAMP="$(sources_stamp)"
    [[ $(outdated "$@") ]] || return 0
    need_sdk
    take_build_turn
    # shellcheck disable=SC2046  # names of programs
    build_now $(outdated "$@")
    exec 7>&-
}

# Two instances may start at once from one clone: the second finds everything built by the first.
take_build_turn() {
    { mkdir -p "$GATEWAY_PROJECT/obj" && : >> "$GATEWAY_PROJECT/obj/.bouwslot"; } 2>/dev/null \
        || die "De broncode in $REPO is nog niet gebouwd en gebruiker $(id -un) mag daar niet schrijven; start eerst een keer als eigenaar van die map."
    exec 7>>"$GATEWAY_PROJECT/obj/.bouwslot"
    step flock 7
}

# Side by side, because the programs share no project.
build_now() {
    local program builds=()
    for program in "$@"; do
        publish "$(project_of "$program")" "$(bin_of "$program")" -p:RunAnalyzersDuringBuild=false >"$RUN_DIR/bouw-$program.log" 2>&1 9>&- &
        builds+=("$program:$!")
    done
    for program in "${builds[@]}"; do
        wait "${program#*:}" || build_failed "${program%:*}"
    done
}

build_failed() { # program
    cat "$RUN_DIR/bouw-$1.log" >&2
    die "Het bouwen is mislukt; los de fouten hierboven op (ontbreken er pakketten, start dan een keer met netwerk) en start opnieuw."
}
