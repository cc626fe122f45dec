#!/bin/sh
# Fetches the NL Design System style sheets and puts them, unmodified, into wwwroot/lib/nlds.
# Run by hand when a version changes and commit the result; needs npm. The build never runs this.
set -eu

component_library=9.0.4
design_tokens=7.4.1
components="root document body page-footer heading-1 heading-2 heading-3 paragraph link skip-link nav-bar nav-list breadcrumb-nav
alert form-field form-field-description form-field-error-message form-fieldset form-label textbox textarea select checkbox
radio-button button button-group table pagination status-badge data-list separator unordered-list code-block accordion"

target="$(cd "$(dirname "$0")/.." && pwd)/wwwroot/lib/nlds"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

cd "$work"
npm init --yes >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
    "@utrecht/component-library-css@$component_library" \
    "@nl-design-system-unstable/voorbeeld-design-tokens@$design_tokens"

mkdir -p "$target"
version() { node -p "require('./node_modules/$1/package.json').version"; }

: > "$target/nlds.css"
rows=""
for component in $components; do
    package="@utrecht/$component-css"
    cat "node_modules/$package/dist/index.css" >> "$target/nlds.css"
    rows="$rows| $package | $(version "$package") | nl-design-system/utrecht |
"
done
cp node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css "$target/theme.css"
cp node_modules/@utrecht/component-library-css/LICENSE.md "$target/LICENSE-component-library.md"
cp node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/LICENSE.md "$target/LICENSE-design-tokens.md"

cat > "$target/NOTICE.md" <<NOTICE
# Third-party style sheets

All of it is licensed under the EUPL-1.2, see the two licence files in this folder. The files are **unmodified**: \`nlds.css\` is the
\`dist/index.css\` of the packages below one after the other, \`theme.css\` is the \`dist/theme.css\` of the tokens. Our own changes
stand in \`css/app.css\` only. Made by \`Portal/vendor-nlds.sh\`.

| Package | Version | Source |
| --- | --- | --- |
| @utrecht/component-library-css | $component_library | nl-design-system/utrecht |
$rows| @nl-design-system-unstable/voorbeeld-design-tokens | $design_tokens | nl-design-system/themes |

Copyright (c) Frameless B.V., Gemeente Utrecht, the Community for NL Design System and others, as named in the files.
NOTICE
wc -c "$target/nlds.css" "$target/theme.css"
