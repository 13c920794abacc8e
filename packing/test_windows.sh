#!/bin/sh
# What `make test-windows` runs: tests and the program itself on Windows programs under Wine. Each part says how it went,
# and one that fails does not keep the others from running.
#
#   packing/test_windows.sh DIR [PART…]     DIR: as packing/wine.sh set it up
#
# Parts: unit integration migrations ui e2e (suites of tests), pages (output on the machine's code page), self-test, visits (the
# visits of `make run`, in a real window of Qt's windows plugin).
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
dir=${1:?folder}
shift
[ $# -gt 0 ] || set -- unit integration migrations ui e2e pages self-test visits
command -v wine >/dev/null 2>&1 && [ -f "$dir/cp311/python.exe" ] || {
    echo "No Windows Python under Wine in $dir: packing/wine.sh setup $dir makes it" >&2
    exit 2
}
dir=$(CDPATH='' cd -- "$dir" && pwd)
cd "$root" || exit 2
export QT_LOGGING_RULES="${QT_LOGGING_RULES:-qt.qpa.*=false}"

python() {
    "$root/packing/wine.sh" python "$dir" "$@"
}

# Qt without a screen knows no font of Windows, only those of one folder; and in that, collections only by another ending.
fonts() {
    mkdir -p "$dir/fonts"
    for font in /usr/share/fonts/opentype/noto/NotoSansCJK-*.ttc /usr/share/fonts/truetype/dejavu/DejaVuSans*.ttf; do
        [ -e "$font" ] && ln -sf "$font" "$dir/fonts/$(basename "$font" | sed 's/ttc$/otf/')"
    done
    printf 'Z:%s/fonts' "$dir"
}

tests() {
    QT_QPA_FONTDIR=$(fonts) QT_QPA_PLATFORM=offscreen python -m pytest -q -p no:cacheprovider "$@"
}

part() {
    case $1 in
    unit | integration | migrations | ui | e2e) tests "tests/$1" ;;
    pages) KEEP_CODE_PAGE=1 tests tests/integration/test_wrong_calls.py ;;
    self-test) python -m kiosk self-test ;;
    visits)
        rm -rf "$dir/visits"
        QT_QPA_PLATFORM=windows python -m kiosk demo --play --members 90 --data "Z:$dir/visits"
        ;;
    *)
        echo "no such part: $1" >&2
        return 2
        ;;
    esac
}

failed=""
for name in "$@"; do
    echo "== $name, under Wine"
    part "$name" || failed="$failed $name"
done
[ -z "$failed" ] || {
    echo "Failed under Wine:$failed" >&2
    exit 1
}
echo "All of it passed under Wine: $*"
