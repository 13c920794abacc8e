"""How many of the photographs in ../shared/data/scan the product reads exactly.

usage: python -m benchmarks.decode_photos [--json FILE]

Each photograph is a single picture, read as `kiosk decode` reads it. `exact`: the text of the manifest (of two
pictures, of which it has another, what is printed on them) is among those read. `wrong`: something was read and that
text was not among it. Pictures without a code count as exact when nothing is read. The same pictures are read by
zxing-cpp and zbar alone for comparison.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from benchmarks.decode_common import MISLABELLED, PHOTOS, normalised, write_json
from kiosk.adapters.scan.decoder import Decoder
from kiosk.adapters.scan.frames import read_picture

Gray = NDArray[np.uint8]

_FORMATS = [
    zxingcpp.BarcodeFormat.QRCode,
    zxingcpp.BarcodeFormat.EAN13,
    zxingcpp.BarcodeFormat.EAN8,
    zxingcpp.BarcodeFormat.UPCA,
    zxingcpp.BarcodeFormat.Code128,
]
_ZBAR = [
    pyzbar.ZBarSymbol.QRCODE,
    pyzbar.ZBarSymbol.EAN13,
    pyzbar.ZBarSymbol.EAN8,
    pyzbar.ZBarSymbol.UPCA,
    pyzbar.ZBarSymbol.CODE128,
]


def _zxing_alone(gray: Gray) -> list[str]:
    formats = zxingcpp.BarcodeFormats(_FORMATS)
    return [b.text for b in zxingcpp.read_barcodes(gray, formats=formats, text_mode=zxingcpp.TextMode.Plain)]


def _zbar_alone(gray: Gray) -> list[str]:
    return [code.data.decode("utf-8", "replace") for code in pyzbar.decode(gray, symbols=_ZBAR)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    if not PHOTOS.is_dir():
        print(f"the photographs are not there: {PHOTOS}")
        return 2
    cv2.setNumThreads(1)
    decoder = Decoder()
    readers: dict[str, Callable[[Gray], list[str]]] = {
        "product": lambda gray: [reading.text for reading in decoder.decode_still(gray)],
        "zxing-cpp alone": _zxing_alone,
        "zbar alone": _zbar_alone,
    }
    counts: Counter[tuple[str, str, str]] = Counter()
    seconds = dict.fromkeys(readers, 0.0)
    remarks: list[str] = []
    with (PHOTOS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        photos = list(csv.DictReader(file))
    for photo in photos:
        gray = read_picture(PHOTOS / photo["file"])
        if gray is None:
            raise SystemExit(f"{photo['file']} cannot be read")
        wanted = MISLABELLED.get(photo["file"]) or normalised(photo["expected"])
        for name, read in readers.items():
            start = time.perf_counter()
            texts = {normalised(text) for text in read(gray)}
            seconds[name] += time.perf_counter() - start
            if photo["symbology"] == "none":
                verdict = "wrong" if texts else "exact"
            else:
                verdict = "exact" if wanted in texts else "wrong" if texts else "unread"
            counts[photo["symbology"], name, verdict] += 1
            if name == "product" and texts - {wanted}:
                remarks.append(f"{photo['file']}: {verdict}; manifest {wanted!r}, also read {texts - {wanted}}")
    table: dict[str, dict[str, dict[str, int]]] = {}
    print(f"{'':10}{'':9}" + "".join(f"{name:>24}" for name in readers))
    print(f"{'':10}{'pictures':9}" + f"{'exact wrong unread':>24}" * len(readers))
    for symbology in ("QRCode", "none", "EAN13", "UPCA", "EAN8", "Code128"):
        total = sum(photo["symbology"] == symbology for photo in photos)
        row = table[symbology] = {}
        for name in readers:
            row[name] = {v: counts[symbology, name, v] for v in ("exact", "wrong", "unread")}
        cells = "".join(f"{r['exact']:>13}{r['wrong']:>6}{r['unread']:>5}" for r in row.values())
        print(f"{symbology:10}{total:<9}{cells}")
    each: dict[str, float] = {name: 1000 * spent / len(photos) for name, spent in seconds.items()}
    print("ms each".ljust(19) + "".join(f"{ms:24.1f}" for ms in each.values()))
    for remark in remarks:
        print(remark)
    write_json(args.json, {"photos": table, "milliseconds_each": each, "remarks": remarks})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
