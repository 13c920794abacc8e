#!/bin/sh
# OpenCV of the locked version, built with what the product uses: pictures, their processing, cameras. The wheel for Linux
# brings 150 MB, most of it FFmpeg, OpenBLAS and neural networks, which its library is linked with; this one has 20 MB.
#
#   packing/opencv.sh DIR      leaves the package in DIR/site; ten minutes on two idle cores, once for each version
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
mkdir -p "${1:?folder}"
dir=$(CDPATH='' cd -- "$1" && pwd)
python=${PYTHON:-python3}
missing=""
for program in c++:g++ cmake:cmake ninja:ninja-build nasm:nasm; do
    command -v "${program%%:*}" >/dev/null 2>&1 || missing="$missing ${program#*:}"
done
if [ -n "$missing" ]; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    $sudo apt-get update -q
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing
fi
cd "$dir"
# The source of the locked version; pip takes its hash from those of the lock.
sed -n '/^opencv-python-headless==/,/[^\\]$/p' "$root/requirements.lock" >opencv.txt
rm -rf source build site opencv_python_headless-*.tar.gz
"$python" -m pip download -q --no-deps --require-hashes --no-binary opencv-python-headless -d . -r opencv.txt
mkdir source
tar xzf opencv_python_headless-*.tar.gz -C source --strip-components 1
off=""
for part in FFMPEG GSTREAMER LAPACK IPP ITT OPENCL OPENEXR OPENJPEG JASPER AVIF JPEGXL PROTOBUF FLATBUFFERS ADE GTK 1394 \
    VTK EIGEN KLEIDICV OBSENSOR; do
    off="$off -DWITH_$part=OFF"
done
# cmake does not look into a virtual environment; an extension is not linked with Python's library
headers=$("$python" -c "import sysconfig; print(sysconfig.get_path('include'))")
numpy=$("$python" -I -c "import numpy; print(numpy.get_include())")
# shellcheck disable=SC2086
cmake -G Ninja -S source/opencv -B build -DCMAKE_BUILD_TYPE=Release $off -DWITH_V4L=ON \
    -DBUILD_LIST=core,flann,imgproc,geometry,imgcodecs,videoio,python3 -DBUILD_SHARED_LIBS=OFF \
    -DBUILD_TESTS=OFF -DBUILD_PERF_TESTS=OFF -DBUILD_opencv_apps=OFF -DBUILD_JAVA=OFF -DBUILD_ITT=OFF -DBUILD_OPENEXR=OFF \
    -DBUILD_ZLIB=ON -DBUILD_JPEG=ON -DBUILD_PNG=ON -DBUILD_TIFF=ON -DBUILD_WEBP=ON -DCMAKE_SKIP_RPATH=ON \
    -DPYTHON3_LIMITED_API=ON -DPYTHON3_EXECUTABLE="$python" -DPYTHON_DEFAULT_EXECUTABLE="$python" \
    -DPYTHON3_INCLUDE_DIR="$headers" -DPYTHON3_LIBRARY="libpython3.a" -DPYTHON3_NUMPY_INCLUDE_DIRS="$numpy" \
    -DBUILD_opencv_python3=ON -DOPENCV_PYTHON3_INSTALL_PATH=python >configured.txt
# OpenCV leaves its Python module out, without a fault, when it does not find what it needs
grep -q "To be built:.* python3" configured.txt || { echo "OpenCV finds no Python: $dir/configured.txt" >&2; exit 1; }
cmake --build build >built.txt
# the wheel's package with this library instead of its own
mkdir site
installed=$("$python" -I -c "import cv2, pathlib; print(pathlib.Path(cv2.__file__).parents[1])")
cp -r "$installed/cv2" "$installed"/opencv_python_headless-*.dist-info site/
rm site/cv2/cv2*.so
strip --strip-unneeded -o site/cv2/cv2.abi3.so build/lib/python3/cv2.abi3.so
PYTHONPATH="$dir/site" "$python" -c "import cv2; print('OpenCV', cv2.__version__, cv2.__file__)"
rm -rf source build
