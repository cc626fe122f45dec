# What ./run prints before its last line: addresses, logins and three commands to paste.

# login, role, password and TOTP secret of each object in logins.json: one flat list, so awk will do.
print_logins() {
    [[ -s $GATEWAY_DATA/demo/logins.json ]] || return 0
    say "Inloggen (naam, rol, gemeente, wachtwoord, geheim voor de authenticator-app):"
    tr -d '\n' < "$GATEWAY_DATA/demo/logins.json" | sed 's/}/}\n/g' | awk '
        function field(name,   text) {
            if (!match($0, "\"" name "\"[ ]*:[ ]*\"[^\"]*\"")) return "-"
            text = substr($0, RSTART, RLENGTH)
            sub("^\"" name "\"[ ]*:[ ]*\"", "", text)
            sub("\"$", "", text)
            return text
        }
        /"login"/ { printf "  %-10s %-24s %-6s %-26s %s\n", field("login"), field("rol"), field("gemeente"), field("wachtwoord"), field("totpGeheim") }'
    say "De code van dit moment, zonder authenticator-app: $(gateway_command) demo code <naam>"
    say
}

# How this instance is named on a command line; the default needs no words.
gateway_command() {
    local words=""
    if [[ $GATEWAY_DATA != "$REPO/.data" ]]; then words="GATEWAY_DATA=$(printf '%q' "$GATEWAY_DATA") "; fi
    if [[ $GATEWAY_PORT != 8080 ]]; then words+="GATEWAY_PORT=$GATEWAY_PORT "; fi
    printf '%s./gateway' "$words"
}

print_commands() {
    if ! command -v curl >/dev/null; then say "(Voor de opdrachten hieronder is curl nodig: apt-get install curl.)"; fi
    local api="http://127.0.0.1:$GATEWAY_PORT/v1"
    local call="curl -s -H \"Authorization: Bearer \$TOKEN\" -H 'Content-Type: application/json'"
    cat <<COMMANDS
Drie opdrachten om te plakken (in de map $REPO):
# 1. Schakelcollege haalt een token
TOKEN=\$($(gateway_command) token schakelcollege-1708)
# 2. Schakelcollege zoekt Hasan en leest zijn leerroute
ID=\$($call $api/dossiers/_zoek -d '{"bsn":"999990019","doel":"uitvoeren-leerroute"}' | grep -oE '[0-9a-f-]{36}'); $call "$api/dossiers/\$ID?doel=uitvoeren-leerroute"; echo
# 3. Schakelcollege zoekt Pablo, die daar niet leert: 404
$call -w '\n%{http_code}\n' $api/dossiers/_zoek -d '{"bsn":"999990032","doel":"uitvoeren-leerroute"}'

COMMANDS
}

print_welcome() {
    say
    say "Portaal en API: http://127.0.0.1:$GATEWAY_PORT (logboek van het programma: $RUN_DIR/gateway.log)"
    say "Nagebootste partners: http://127.0.0.1:$GATEWAY_SANDBOX_PORT"
    say "Datamap: $GATEWAY_DATA"
    say
    print_logins
    if (( ! EMPTY )); then print_commands; fi
}

print_sandbox() {
    local base="http://127.0.0.1:$GATEWAY_SANDBOX_PORT"
    say
    say "Nagebootste DUO: $base/duo/v1 (bediening: $base/_sandbox/duo; logboek van het programma: $RUN_DIR/sandbox.log)"
    say "Notificaties gaan naar: ${GATEWAY_SANDBOX_ONTVANGER:-http://127.0.0.1:$GATEWAY_PORT} (een ander systeem: GATEWAY_SANDBOX_ONTVANGER)"
    say "Personen, storingen en recepten: docs/sandbox.md"
    say
}
