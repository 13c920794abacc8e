#!/bin/sh
# Installs the Debian packages of packages.debian that are missing. Elsewhere it only says so.
set -eu
cd "$(dirname "$0")"
if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Not a Debian system: the libraries listed in packages.debian are needed under their local names." >&2
    exit 0
fi
missing=""
while read -r package; do
    status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done < packages.debian
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    sudo=""
elif command -v sudo >/dev/null 2>&1; then
    sudo="sudo"
else
    echo "Please install as root: apt-get install$missing" >&2
    exit 1
fi
echo "Installing$missing"
$sudo apt-get update -q
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing
