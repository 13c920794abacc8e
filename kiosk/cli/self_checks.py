"""What of an installation may be missing without a start that fails: libraries, dictionaries, plugins and files that
are looked for only when they are used. One check each for `kiosk self-test`: what it says is printed, what it raises is
a fault.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths

if TYPE_CHECKING:
    from kiosk.domain.documents.receipt import Receipt

WINDOWS = sys.platform == "win32"


class CheckFailedError(Exception):
    """Something of the installation is missing or does not work."""


def expect(truth: object, problem: str) -> None:
    """Raise CheckFailedError with `problem` unless there is truth in it."""
    if not truth:
        raise CheckFailedError(problem)


def commands(folder: Path) -> str:
    """Every command can be loaded, and the program knows its version."""
    from kiosk.__main__ import COMMANDS
    from kiosk.cli import optional
    from kiosk.installation import app_version

    missing = [name for name, (module, _words) in COMMANDS.items() if optional.module(module) is None]
    expect(app_version() != "0", "the version is not known")
    return f"version {app_version()}" + (f", without {', '.join(missing)}" if missing else "")


def decoder(folder: Path) -> str:
    """Write codes and read them back, each decoder by itself, from every kind of picture."""
    import cv2
    import numpy as np
    import zxingcpp
    from pyzbar import pyzbar

    from kiosk.adapters.printing.qr_symbols import make_symbol
    from kiosk.adapters.scan.decoder import Decoder
    from kiosk.adapters.scan.frames import read_picture

    text, article = "KC1:SELF-TEST", "4006381333931"
    path = folder / "code.png"
    path.write_bytes(make_symbol(text).to_png())
    drawn = read_picture(path)
    expect(drawn is not None, "the picture cannot be read back")
    assert drawn is not None
    for kind in ("png", "jpg", "bmp", "webp", "tif", "pgm"):
        copy = folder / f"code.{kind}"
        copy.write_bytes(bytes(cv2.imencode(f".{kind}", drawn)[1]))
        picture = read_picture(copy)
        found = [] if picture is None else [reading.text for reading in Decoder(use_zbar=False).decode_still(picture)]
        expect(found == [text], f"read {found} from a {kind} picture")
    found = [code.data.decode() for code in pyzbar.decode(drawn, symbols=[pyzbar.ZBarSymbol.QRCODE])]
    expect(found == [text], f"zbar read {found}")
    barcode = zxingcpp.create_barcode(article, zxingcpp.BarcodeFormat.EAN13)
    bars = np.array(zxingcpp.write_barcode_to_image(barcode, scale=4, add_quiet_zones=True))
    found = [reading.text for reading in Decoder().decode_still(bars)]
    expect(found == [article], f"read {found} from an article's bars")
    return "codes were written and read by both decoders"


def camera(folder: Path) -> str:
    """The way to a camera is there; whether a camera is, a store knows best."""
    import cv2

    wanted = cv2.CAP_DSHOW if WINDOWS else cv2.CAP_V4L2 if sys.platform.startswith("linux") else cv2.CAP_ANY
    name = cv2.videoio_registry.getBackendName(wanted)
    expect(wanted == cv2.CAP_ANY or cv2.videoio_registry.hasBackend(wanted), f"no {name}")
    return f"cameras by {name}"


def names(folder: Path) -> str:
    """Members are found by characters of either script and by pinyin."""
    from kiosk.adapters.db.name_search import as_sound, plain, sounds

    name = plain("陳雅婷")
    expect(name == "陈雅婷", f"simplified as {name}")
    expect(str(as_sound("chenyating")) in sounds(name), "pinyin is not found")
    expect("\nwang" in sounds("王"), "a surname has no pinyin")
    return "traditional, simplified, pinyin"


def time_zones(folder: Path) -> str:
    """The program has time zones of its own: the system's may be missing."""
    from importlib.resources import files
    from zoneinfo import ZoneInfo

    for name, hours in (("Asia/Taipei", 8), ("Asia/Shanghai", 8), ("Asia/Tokyo", 9)):
        area, place = name.split("/")
        with files(f"tzdata.zoneinfo.{area}").joinpath(place).open("rb") as file:
            own = ZoneInfo.from_file(file, key=name)
        expect(datetime(2026, 1, 1, tzinfo=own).utcoffset() == timedelta(hours=hours), f"{name} is not right")
        expect(
            datetime(2026, 1, 1, tzinfo=ZoneInfo(name)).utcoffset() == timedelta(hours=hours), f"{name} is not found"
        )
    return "time zones of its own"


def secrets(folder: Path) -> str:
    """The operating system's key store could be reached, and a key file works."""
    from kiosk.adapters.keys.keystore import find_os_backend
    from kiosk.adapters.keys.keystore import open_key_store as opened

    if WINDOWS:
        from keyring.backends.Windows import WinVaultKeyring

        expect(WinVaultKeyring.priority > 0, "the credential vault is out of reach")
    elif sys.platform.startswith("linux"):
        import secretstorage

        expect(secretstorage.dbus_init, "no Secret Service")
    for folder_name in ("data", "secret"):
        (folder / folder_name).mkdir()
    found = find_os_backend()
    store = opened(folder / "data", folder / "secret", "kiosk-self-test", passphrase="self-test")
    return f"key store {'of the system' if found else 'in a file'}: {type(store).__name__}"


def https(folder: Path) -> str:
    """Certificates that HQ's is checked with."""
    import ssl

    from requests.utils import DEFAULT_CA_BUNDLE_PATH as bundle  # noqa: N811  (a path, not a constant here)

    context = ssl.create_default_context(cafile=bundle)
    count = context.cert_store_stats()["x509_ca"]
    expect(count > 50, f"{count} certificates in {bundle}")
    return f"{ssl.OPENSSL_VERSION.split(' (')[0]}, {count} certificates"


def desks(folder: Path) -> str:
    """What desks of an event find each other and talk with."""
    from kiosk.adapters.lan.certificate import make_tls
    from kiosk.adapters.lan.discovery import announcement

    make_tls(folder)
    said = announcement("self-test", "hall", 1, ["10.0.0.2"]).decoded_properties
    expect(said == {"d": "self-test", "s": "hall"}, f"an announcement is read as {said}")
    return "TLS of its own, zeroconf"


def beacons(folder: Path) -> str:
    """Rounds of the public beacon can be told from others, by which draws are drawn and checked."""
    from kiosk.domain.draws.beacon import QUICKNET
    from kiosk.protocol.draws.bls import beacon_signature_is_good

    signature = bytes.fromhex(
        "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
    )
    expect(beacon_signature_is_good(QUICKNET, 1000, signature), "a round of the public beacon is not believed")
    expect(not beacon_signature_is_good(QUICKNET, 1001, signature), "another round's signature is believed")
    return "a round of the public beacon was checked"


def sounds(folder: Path) -> str:
    """Each sound can be played, if there is a device."""
    import miniaudio

    found = sorted((paths.resources() / "sounds").glob("*.wav"))
    expect(len(found) >= 3, "sounds are missing")
    for path in found:
        expect(len(miniaudio.decode_file(str(path)).samples) > 1000, f"{path.name} is silent")
    return ", ".join(path.stem for path in found)


def languages(folder: Path) -> str:
    """The words of all languages."""
    from kiosk.domain.texts import LANGUAGES
    from kiosk.ui.words.receipts import receipt_words

    said = {language: receipt_words(language, "TWD").to_pay for language in LANGUAGES}
    expect(len(set(said.values())) == len(LANGUAGES), f"the same in several languages: {said}")
    return ", ".join(said.values())


_SCRIPTS = {
    "Chinese": "王鄰邻",
    "rare characters": "\U0002b74f\U0002a6a5",
    "emoji": "\U0001f600\U0001f973",
    "Arabic": "\u0645",
    "Hebrew": "\u05e2",
    "Hindi": "\u0905",
    "Thai": "\u0e44",
}
"""Characters of each that names on papers may have."""


def paper(folder: Path) -> str:
    """A receipt as a PDF with its fonts inside and in a printer's dots, the system's printers, and icons."""
    from PySide6.QtGui import QFontDatabase

    from kiosk.domain.documents.paper import ROLL_80
    from kiosk.domain.documents.receipt import lay_out
    from kiosk.station import application
    from kiosk.ui.documents.painting import DotsPainter
    from kiosk.ui.documents.pdf import pdf_bytes
    from kiosk.ui.documents.system_printers import system_printers
    from kiosk.ui.icons import Icons
    from kiosk.ui.theme import load_theme
    from kiosk.ui.words.receipts import receipt_words

    application()
    fonts = bool(QFontDatabase.families())
    for language in ("zh_TW", "zh_CN"):
        document = lay_out(_receipt(), receipt_words(language, "TWD"))
        made = pdf_bytes(document, ROLL_80)
        expect(made.startswith(b"%PDF"), "a receipt is no PDF")
        expect(b"/FontFile" in made or not fonts, "the receipt has no font")
        (dots,) = DotsPainter().paint(document, ROLL_80, 203)
        expect(any(dots.rows), "the receipt has no dots")
    icons = Icons(load_theme("light"))
    found = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))
    blank = []
    for name in found:
        picture = icons.pixmap(name, "ink", 32).toImage()
        if not any(picture.pixelColor(x, y).alpha() for x in range(32) for y in range(32)):
            blank.append(name)
    expect(found and not blank, f"icons are missing: {blank}")
    queues = len(system_printers())
    receipts = f"receipts{'' if fonts else ' (without a font to try)'}"
    return f"{receipts}, {len(found)} icons, system printers: {queues}{without_font()}"


def without_font() -> str:
    """Which names this machine cannot draw: of those characters papers have the number."""
    from kiosk.ui.glyphs import drawable
    from kiosk.ui.theme import load_theme

    families = load_theme("light").fonts["zh_TW"]
    lacking = [what for what, signs in _SCRIPTS.items() if not all(drawable(sign, families) for sign in signs)]
    return f"; no font for {', '.join(lacking)}" if lacking else ""


def _receipt() -> Receipt:
    from kiosk.domain.documents.receipt import Receipt
    from kiosk.domain.texts import LocalText

    store = LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship Store")
    at = datetime(2026, 9, 22, 6, 26, tzinfo=UTC)
    return Receipt(store, "1", "1-1", "01J9ZQ3YV4T8N6W2K5R7B0XEAD", at, "Asia/Taipei", "A", "TWD", 462_00, 462_00)


def screen_plugins(folder: Path) -> str:
    """The libraries by which Qt shows windows and reads pictures can be loaded here, whether or not there is a
    screen."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    ending = ".dll" if WINDOWS else ".so"
    platforms = ("qwindows", "qoffscreen") if WINDOWS else ("libqxcb", "libqoffscreen")
    prefix = "" if WINDOWS else "lib"
    wanted = [
        *(f"platforms/{name}" for name in platforms),
        *(f"imageformats/{prefix}q{kind}" for kind in ("jpeg", "svg")),
        *(() if WINDOWS else ("platforminputcontexts/libibusplatforminputcontextplugin",)),
        *(("printsupport/libcupsprintersupport",) if _has_cups() else ()),
    ]
    for name in wanted:
        loader = QPluginLoader(str(folder / (name + ending)))
        expect(loader.load(), f"{name}: {loader.errorString()}")
    return ", ".join(name.rpartition("/")[2] for name in wanted)


def _has_cups() -> bool:
    """Whether the system brings the library of its printers, which the program does not."""
    from ctypes.util import find_library

    return not WINDOWS and find_library("cups") is not None


def nothing_forbidden(folder: Path) -> str:
    """A frozen program holds nothing that is under the GPL alone, and no stand-in for a part of the system."""
    if not getattr(sys, "frozen", False):
        return "not a frozen program"
    inside = [path.name.lower() for path in paths.root().rglob("*")]
    found = [name for name in inside if any(word in name for word in FORBIDDEN)]
    expect(not found, ", ".join(found))
    return "nothing under the GPL inside"


FORBIDDEN = (
    *("qtcharts", "qt6charts", "virtualkeyboard", "qtdatavis", "qt6datavis", "qtgraphs", "qt6graphs"),
    "libreadline",
    "icuuc.dll",
    "bcryptprimitives",
)
"""Qt modules that are GPL or commercial only (doc.qt.io, "Qt modules", licence column), GNU readline, and parts of
Windows that the system's own must serve."""
