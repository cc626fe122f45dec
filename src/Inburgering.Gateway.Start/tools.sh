# Finds the .NET SDK, and brings Debian packages when that is allowed.

find_dotnet() {
    local candidate
    for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "${HOME:-}/.dotnet/dotnet" /usr/lib/dotnet/dotnet /usr/share/dotnet/dotnet; do
        if [[ -x $candidate ]]; then printf '%s' "$candidate"; return; fi
    done
    return 1
}

wanted_sdk() { sed -n 's/.*"version"[^"]*"\([0-9.]*\)".*/\1/p' "$REPO/global.json"; }

need_dotnet() {
    DOTNET="$(find_dotnet)" \
        || die "De .NET SDK $(wanted_sdk) ontbreekt; installeer die (pakket dotnet-sdk-10.0 of https://dotnet.microsoft.com/download/dotnet/10.0) en start opnieuw."
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
    if [[ ! -w ${HOME:-/nonexistent} ]]; then
        export HOME="$GATEWAY_DATA/thuis"
        mkdir -p "$HOME" 2>/dev/null || true
    fi
}

# The SDK itself judges whether it fits global.json; running what is built needs only the runtime.
need_sdk() {
    (cd "$REPO" && "$DOTNET" --version >/dev/null 2>&1) \
        || die "De .NET SDK is te oud of van een andere reeks: nodig is $(wanted_sdk) of een nieuwere patch daarvan (global.json); installeer die van https://dotnet.microsoft.com/download/dotnet/10.0 en start opnieuw."
}

may_apt() { (( EUID == 0 )) && command -v apt-get >/dev/null; }

# Fetches the lists only when the first try fails: a machine with fresh lists needs no extra minute.
apt_bring() {
    local options=(-y -q --no-install-recommends -o DPkg::Lock::Timeout=120)
    export DEBIAN_FRONTEND=noninteractive
    step apt-get install "${options[@]}" "$@" >"$RUN_DIR/apt.log" 2>&1 && return
    { step apt-get update -q && step apt-get install "${options[@]}" "$@"; } >>"$RUN_DIR/apt.log" 2>&1
}
