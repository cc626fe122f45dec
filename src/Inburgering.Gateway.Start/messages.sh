# What a person reads. One sentence per fault, always on stderr, and always exit 1.

say() { printf '%s\n' "$*"; }

die() {
    printf '%s\n' "$*" >&2
    exit 1
}
