"""Where printers may be: this machine's serial lines and USB printers. Nothing is sent to any of them."""

from __future__ import annotations

from pathlib import Path

from kiosk.application.ports.printing import FoundPrinter
from kiosk.domain.documents.printers import Language

_DEVICES = Path("/dev/usb")
_DESCRIPTIONS = Path("/sys/class/usbmisc")
_SAYS = ((("ZPL",), Language.ZPL), (("TSPL", "TSC"), Language.TSPL), (("ESC/POS", "ESCPOS", "EPSON"), Language.ESCPOS))


def on_usb(devices: Path = _DEVICES, descriptions: Path = _DESCRIPTIONS) -> tuple[FoundPrinter, ...]:
    """USB printers that the system has made files for, with what they call themselves (IEEE 1284)."""
    try:
        files = sorted(file for file in devices.iterdir() if file.name.startswith("lp"))
    except OSError:  # no such folder: no printer, or another system
        return ()
    found = []
    for file in files:
        says = _described(descriptions / file.name / "device" / "ieee1284_id")
        maker = says.get("MFG", says.get("MANUFACTURER", ""))
        model = says.get("MDL", says.get("MODEL", ""))
        name = model if model.upper().startswith(maker.upper()) else f"{maker} {model}"
        found.append(FoundPrinter(f"device:{file}", name.strip() or file.name, _language(says)))
    return tuple(found)


def on_serial_lines() -> tuple[FoundPrinter, ...]:
    """Serial lines that something is attached to, as far as the system knows; a scanner may be there instead."""
    try:
        from serial.tools import list_ports

        ports = sorted(list_ports.comports())
    except (OSError, AttributeError):  # the system does not tell; or has not got what pyserial asks of it, as Wine 8
        return ()
    return tuple(
        FoundPrinter(f"serial:{port.device}@9600", _name(port.description, port.device))
        for port in ports
        if port.hwid != "n/a"  # the lines of the board itself, used or not
    )


def _name(description: str | None, device: str) -> str:
    return device if description in (None, "", "n/a") else f"{description}"


def _described(file: Path) -> dict[str, str]:
    """An IEEE 1284 id, "MFG:…;MDL:…;CMD:…;", as printers with USB have one."""
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return {}
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {key.strip().upper(): value.strip() for key, _, value in pairs}


def _language(says: dict[str, str]) -> Language | None:
    for key in ("CMD", "COMMAND SET", "MFG", "MANUFACTURER"):
        said = says.get(key, "").upper()
        for words, language in _SAYS:
            if any(word in said for word in words):
                return language
    return None
