"""The verifier of draws as one HTML file: `resources/verifier` put together, so that it works from a stick, offline.

The sources are ES modules, the libraries among them as their authors ship them. A browser loads no module from beside a
page that it opened as a file, so each becomes a function here and they stand in one script, those first that others
need. The page says by its own policy what may run (this script, this style, and a worker made of it) and where it may
send anything: nowhere, or to the HQ that served it.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from pathlib import Path

NAME = "verify-draw.html"
"""What the file is called when it is saved."""
ENGINE = "kd1/worker.js"
PAGE = "page/page.js"
_PACKAGES = {
    "@noble/hashes/": "vendor/noble-hashes/",
    "@noble/curves/": "vendor/noble-curves/",
    "fzstd": "vendor/fzstd/index.js",
}
_END = r"""["'](?P<where>[^"']+)["'];?[ \t]*$"""
_IMPORT = re.compile(r"^import\s*(?P<what>\*\s*as\s+\w+|\{[^}]*\})\s*from\s*" + _END, re.MULTILINE)
_FROM = re.compile(r"^export\s*\{(?P<what>[^}]*)\}\s*from\s*" + _END, re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?P<how>(?:async\s+)?function\*?|class|const|let|var)\s+(?P<name>\w+)", re.MULTILINE)
_LIST = re.compile(r"^export\s*\{(?P<what>[^}]*)\};?[ \t]*$", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b", re.MULTILINE)
_LEFT_OUT = ("vendor/noble-curves/abstract/frost.js", "vendor/noble-curves/abstract/oprf.js")
"""Parts of a library that make signatures and tokens: a verifier makes none. What they export is a function that gives
nothing."""
_LICENCES = ("noble-curves", "noble-hashes", "fzstd")


class BundleFault(ValueError):
    """A module is written in a way that cannot be put into the file."""


def html(folder: Path, *, at_hq: bool = False) -> bytes:
    """The whole file, UTF-8. `folder`: `resources/verifier`. `at_hq`: the page may ask the HQ that served it for files
    of draws; otherwise it may ask nobody for anything. Raises OSError, BundleFault."""
    engine, page = script(folder, ENGINE), script(folder, PAGE)
    style = (folder / "page" / "style.css").read_text("utf-8")
    asks = "'self'" if at_hq else "'none'"
    policy = (
        f"default-src 'none'; script-src '{_hash(engine)}' '{_hash(page)}'; style-src '{_hash(style)}'; "
        f"worker-src blob:; connect-src {asks}; base-uri 'none'; form-action 'none'"
    )
    shell = (folder / "page" / "page.html").read_text("utf-8")
    parts = {
        "POLICY": policy,
        "LICENCES": "\n\n".join(_licence(folder, name) for name in _LICENCES),
        "STYLE": style,
        "ENGINE": engine,
        "PAGE": page,
    }
    return re.sub(r"@(POLICY|LICENCES|STYLE|ENGINE|PAGE)@", lambda found: parts[found[1]], shell).encode()


def script(folder: Path, entry: str) -> str:
    """A module with everything it needs as one plain script. Raises OSError, BundleFault."""
    ordered: dict[str, str] = {}
    _add(folder, entry, ordered, ())
    names = {name: f"$m{number}" for number, name in enumerate(ordered)}
    said = "".join(_function(name, text, names) for name, text in ordered.items())
    whole = f'"use strict";\n(() => {{\n{said}}})();\n'
    if re.search(r"</script|<!--", whole, re.IGNORECASE):
        raise BundleFault("a script must not end the script")
    return whole


def _add(folder: Path, name: str, ordered: dict[str, str], above: tuple[str, ...]) -> None:
    """A module behind those that it imports."""
    if name in ordered:
        return
    if name in above:
        raise BundleFault(f"{name} imports itself by way of others")
    text = (folder / name).read_text("utf-8")
    for found in (*_IMPORT.finditer(text), *_FROM.finditer(text)):
        if _place(name, found["where"]) not in _LEFT_OUT:
            _add(folder, _place(name, found["where"]), ordered, (*above, name))
    ordered[name] = text


def _place(importer: str, where: str) -> str:
    """The file behind the name of a module."""
    for prefix, folder in _PACKAGES.items():
        if where.startswith(prefix):
            return folder + where.removeprefix(prefix)
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), where))


def _function(name: str, text: str, names: dict[str, str]) -> str:
    """A module as a function that gives what it exports."""
    exported: list[str] = []

    def took(found: re.Match[str]) -> str:
        place, what = _place(name, found["where"]), found["what"].strip()
        if place in _LEFT_OUT:
            return "".join(f"const {ours} = () => undefined; " for _, ours in _pairs(what))
        module = names[place]
        if what.startswith("*"):
            return f"const {what.split()[-1]} = {module};"
        return f"const {{ {', '.join(f'{ours}: {new}' for ours, new in _pairs(what))} }} = {module};"

    def passed_on(found: re.Match[str]) -> str:
        module = names[_place(name, found["where"])]
        exported.extend(f"{new}: {module}.{ours}" for ours, new in _pairs(found["what"]))
        return ""

    def listed(found: re.Match[str]) -> str:
        exported.extend(f"{new}: {ours}" for ours, new in _pairs(found["what"]))
        return ""

    def said(found: re.Match[str]) -> str:
        exported.append(found["name"])
        return f"{found['how']} {found['name']}"

    text = _LIST.sub(listed, _FROM.sub(passed_on, _IMPORT.sub(took, text)))
    text = _EXPORT.sub(said, text)
    if _LEFT.search(text):
        raise BundleFault(f"{name}: an import or export of another form")
    return f"// ---- {name}\nconst {names[name]} = (() => {{\n{text}\nreturn {{ {', '.join(exported)} }};\n}})();\n"


def _pairs(what: str) -> list[tuple[str, str]]:
    """(name there, name here) of a list in braces."""
    parts = [part.split() for part in what.strip(" {}").split(",")]
    return [(part[0], part[-1]) for part in parts if part]


def _licence(folder: Path, name: str) -> str:
    text = (folder / "vendor" / name / "LICENSE").read_text("utf-8")
    return f"{name}\n\n{text.strip()}"


def _hash(text: str) -> str:
    """How a policy names a script or a style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
