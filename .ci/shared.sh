#!/usr/bin/env bash
# What ./dev --shared does once everything is built: starts the servers of a shared vault on loopback, publishes a copy of a vault, joins a
# second workstation, and opens a window at each; without a display, says how the second one stands. Whatever ends it, all of it is gone
# afterwards.
#
#   .ci/shared.sh PROGRAMS VAULT     the folder that the programs were built in, and the folder of the vault
set -euo pipefail
programs=$1
vault=$2

say() { printf '\n\033[1m▸ %s\033[0m\n' "$*"; }

windows=()
stations=$(mktemp -d)
gone() {
  # Neither a window nor a server outlives this. What a shell starts in the background does not hear Ctrl-C.
  [ ${#windows[@]} -eq 0 ] || kill "${windows[@]}" 2>/dev/null || true
  # The servers end with their input.
  [ -z "${input:-}" ] || eval "exec $input>&-"
  wait 2>/dev/null || true
  rm -rf "$stations"
}
trap gone EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

say "starts the servers"
coproc SERVERS { exec "$programs/examples/servers"; }
said=${SERVERS[0]}
input=${SERVERS[1]}
# Each word of what they say is an argument.
read -r -u "$said" -a owner
read -r -u "$said" -a station

say "publishes a copy of the vault, and joins a second workstation"
cp -r "$vault" "$stations/one"
"$programs/zegelctl" --vault "$stations/one" shared publish "${owner[@]}"
"$programs/zegelctl" shared join "$stations/one" "${station[@]}"
"$programs/zegelctl" shared join "$stations/two" "${station[@]}"
# What a person carries on a medium.
cp "$stations"/one/identities/*.age "$stations/two/identities/"

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  "$programs/zegelctl" --vault "$stations/two" shared status
  exit 0
fi

say "opens two windows: every passphrase is 'exercise'"
# Each has a memory of its own, which begins with what is remembered of the vault here: else this user's would know more of it than the
# vault itself has.
memory=${XDG_STATE_HOME:-$HOME/.local/state}/zegel
for name in one two; do
  mkdir -p "$stations/state/$name"
  [ ! -d "$memory" ] || cp -r "$memory" "$stations/state/$name/zegel"
  XDG_STATE_HOME="$stations/state/$name" "$programs/zegel" "$stations/$name" &
  windows+=($!)
done
for window in "${windows[@]}"; do wait "$window" || true; done
