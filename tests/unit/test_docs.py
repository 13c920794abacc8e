"""The documents say what is: their figures are the code's constants, their tables have every setting, code and command,
and what they name is there."""

from __future__ import annotations

import argparse
import importlib
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.__main__ import COMMANDS
from kiosk.adapters.db import backup, upkeep
from kiosk.adapters.keys import keystore_faults, passwords
from kiosk.adapters.scan import liveness, serial_scanner
from kiosk.adapters.sync import transport
from kiosk.adapters.sync.tls import TlsFault
from kiosk.adapters.till import drop
from kiosk.adapters.till.token import _SHORTEST
from kiosk.application.sales.member_actions import PROOF_DIGITS
from kiosk.application.till.open_baskets import MOST_OPEN
from kiosk.cli.arguments import Parser
from kiosk.config import PARITIES, THEMES, Settings, defaults
from kiosk.demo.chain.build import _STAFF, PINS
from kiosk.demo.chain.catalogue import STORES, templates
from kiosk.domain.money import scale
from kiosk.domain.scan import burst_shape, one_scan
from kiosk.domain.scan.keystrokes import KeystrokeSettings
from kiosk.domain.scan.scanner_learning import LEAST_SCANS
from kiosk.domain.staff import pins
from kiosk.domain.staff.roles import Role
from kiosk.domain.stations import StationRole
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import instant
from kiosk.domain.tokens import TokenKind, TokenProblem
from kiosk.hq.ports import HqSettings
from kiosk.hq.rebuild import derive
from kiosk.protocol import till
from kiosk.protocol.tokens import strict_cbor, text_form
from kiosk.protocol.wire import limits
from kiosk.ui import measure
from kiosk.ui.stations.checkout.aside import KEPT_MS

DOCS = paths.root() / "docs"
TEXTS = {
    name: (paths.root() / name).read_text(encoding="utf-8")
    for name in ("README.md", *(f"docs/{path.name}" for path in sorted(DOCS.glob("*.md"))))
} | {f"guides/{path.name}": path.read_text(encoding="utf-8") for path in sorted((DOCS / "guides").glob("*.md"))}
HAN = {3: "三", 4: "四", 5: "五", 10: "十"}
USUAL, HQ, KEYS = defaults(), HqSettings(), KeystrokeSettings()
MS_A_HOUR = 3_600_000


def _flat(name: str) -> str:
    return re.sub(r"\s+", " ", TEXTS[name])


def _guide(kind: str, tw: str, cn: str) -> list[tuple[str, str]]:
    return [(f"guides/{kind}.zh_TW.md", tw), (f"guides/{kind}.zh_CN.md", cn)]


_DOLLARS = USUAL.void_limit // scale("TWD")
_IDLE_MIN = USUAL.idle_lock_s // 60
_ASIDE_MIN = KEPT_MS // 60_000
_COST = passwords.STORE_PC
_ROLL = [round(seconds * 1000) for seconds in (burst_shape.ROLL_DWELL_S, burst_shape.ROLL_OVERLAP_S)]
_PACE = [round(seconds * 1000) for seconds in (KEYS.hold_s, KEYS.slow_s)]
_LEAST = f"{measure.LEAST_WINDOW[0]} × {measure.LEAST_WINDOW[1]}"

FIGURES = [
    *_guide(
        "manager",
        f"預設 {USUAL.void_minutes} 分鐘、{_DOLLARS:,} 元",
        f"默认 {USUAL.void_minutes} 分钟、{_DOLLARS:,} 元",
    ),
    *_guide("manager", f"保留最近{HAN[backup.KEEP]}份", f"保留最近{HAN[backup.KEEP]}份"),
    *_guide(
        "manager",
        f"`idle_lock_s = {USUAL.idle_lock_s}`，閒置{HAN[_IDLE_MIN]}分鐘",
        f"`idle_lock_s = {USUAL.idle_lock_s}`，闲置{HAN[_IDLE_MIN]}分钟",
    ),
    *_guide("manager", f"碼掃{HAN[LEAST_SCANS]}次", f"码扫{HAN[LEAST_SCANS]}次"),
    *_guide("manager", f"視窗最小 {_LEAST}", f"窗口最小 {_LEAST}"),
    *_guide("clerk", f"手機末{HAN[PROOF_DIGITS]}碼", f"手机后{HAN[PROOF_DIGITS]}位"),
    *_guide("clerk", f"{HAN[_ASIDE_MIN]}分鐘內可按 Ctrl Z", f"{HAN[_ASIDE_MIN]}分钟内可按 Ctrl Z"),
    ("README.md", f"陳柏翰 with PIN `{PINS[Role.CLERK]}` (manager 林怡君: `{PINS[Role.MANAGER]}`)"),
    ("docs/operations.md", f"the last {({10: 'ten'})[backup.KEEP]} are kept"),
    ("docs/operations.md", f"A backup is made once {({24: 'a day'})[upkeep.EVERY_MS // MS_A_HOUR]}"),
    ("docs/operations.md", f"good for {({10: 'ten'})[HQ.code_ttl // 60_000]} minutes"),
    ("docs/operations.md", f"a pause of {serial_scanner.SerialSettings('').pause_s} s ends a code"),
    ("docs/operations.md", f"down to {_LEAST}"),
    ("docs/ledger.md", f"the last {({10: 'ten'})[backup.KEEP]} stay"),
    ("docs/till-bridge.md", f"{_SHORTEST} characters or more"),
    ("docs/till-bridge.md", f"the last {MOST_OPEN} baskets"),
    ("docs/till-bridge.md", f"`body_too_large` ({till.MAX_BODY // 1024} kB)"),
    ("docs/till-bridge.md", f"looks {({5: 'five'})[round(1 / drop.INTERVAL_S)]} times a second"),
    ("docs/till-bridge.md", f"their newest {drop.KEPT:,} files"),
    ("docs/till-bridge.md", f"unchanged for {({60.0: 'a minute'})[drop.SETTLED_S]}"),
    ("docs/till-bridge.md", f"longer than {drop._LONGEST_NAME} bytes"),
    ("docs/tokens.md", f"more than {text_form.MAX_TEXT_CHARS:,} characters"),
    ("docs/tokens.md", f"stops at {text_form.MAX_TOKEN_BYTES:,} bytes"),
    ("docs/tokens.md", f"more than {strict_cbor._MAX_DEPTH} levels or {strict_cbor._MAX_ITEMS} items"),
    ("docs/tokens.md", f"{pins.MIN_PIN} to {pins.MAX_PIN} digits"),
    ("docs/tokens.md", f"argon2id, {_COST.passes} passes, {_COST.memory_kib // 1024} MiB, {_COST.lanes} lane"),
    (
        "docs/tokens.md",
        f"After {({3: 'three'})[pins._FREE_TRIES]} wrong PINs in a row 5 s, then 15 s, 1 min, 5 min and",
    ),
    ("docs/scanning.md", f"one scan until it was away for {one_scan.OneScan()._within_s} seconds"),
    ("docs/scanning.md", f"picture for {({5.0: 'five'})[liveness.SECONDS]} seconds"),
    ("docs/scanning.md", f"a pause of {KEYS.stumble_s * 1000:.0f} ms"),
    ("docs/scanning.md", f"two keys within {KEYS.hold_s * 1000:.0f} ms"),
    ("docs/scanning.md", f"three within {burst_shape.BURST_GAP_S * 1000:.0f} ms each"),
    ("docs/scanning.md", f"held down for {_ROLL[0]} ms and more, the last {_ROLL[1]} of them"),
    ("docs/scanning.md", f"{KEYS.slow_length} keys and more, {_PACE[0]} to {_PACE[1]} ms apart"),
    ("docs/scanning.md", f"one more for every {burst_shape.KEYS_PER_STUMBLE} keys"),
    ("docs/scanning.md", f"within {KEYS.late_suffix_s * 1000:.0f} ms of a scan's end"),
    ("docs/scanning.md", f"Enter up to {KEYS.sure_s * 1000:.0f} ms"),
    ("docs/scanning.md", f"nothing before it waits {KEYS.alone_s * 1000:.0f} ms"),
    ("docs/hq.md", f"more than {HQ.push_facts} facts, or more than one and over {HQ.push_bytes // 1024} kB"),
    ("docs/hq.md", f"within {limits.CLAIM_WAIT_MS / 1000} s keeps its right"),
    ("docs/hq.md", f"`HqSettings.lookups_a_minute` ({HQ.lookups_a_minute}; then 429)"),
    ("docs/hq.md", f"`lookup_keep_s` ({HQ.lookup_keep_s // 3600} h)"),
    ("docs/hq.md", f"forgotten deletion ({HQ.tombstones_kept // (24 * MS_A_HOUR)} days)"),
    ("docs/hq.md", f"more than {HQ.snapshot_above:,} rows"),
    ("docs/hq.md", f"{HQ.lease_ttl_s // 3600} h from any answer"),
    ("docs/hq.md", f"else {HQ.lease_grace // MS_A_HOUR} h after their time"),
    ("docs/hq.md", f"{derive.FACTS_AT_ONCE} facts a transaction"),
    ("docs/hq.md", f"{derive.ROWS_AT_ONCE:,} a transaction"),
    ("docs/hq.md", "clerks **{}**, managers **{}**, volunteer **{}**, auditor **{}**".format(*PINS.values())),
    ("docs/till-bridge.md", f"{transport.CONNECT_S:.0f} s to connect"),
]


@pytest.mark.parametrize(("name", "said"), FIGURES, ids=[f"{name}: {said}" for name, said in FIGURES])
def test_a_figure_is_the_codes(name: str, said: str) -> None:
    assert said in _flat(name)


def test_waits_after_wrong_pins_are_as_said() -> None:
    assert [one.total_seconds() for one in pins._DELAYS] == [5, 15, 60, 300, 900]


def _rows(name: str, heading: str) -> Iterator[list[str]]:
    """The rows of the first table below a heading, as cells; the head of the table left out."""
    below = TEXTS[name].partition(f"## {heading}\n")[2]
    found = re.search(r"^\|.*?(?=\n\n|\Z)", below, re.DOTALL | re.MULTILINE)
    assert found is not None, heading
    for line in found[0].splitlines()[2:]:
        yield [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"'.replace("\n", "\\n") if isinstance(value, str) else str(value)


def test_every_setting_is_in_the_table_with_its_default() -> None:
    told: dict[str, str] = {}
    for names, given, _ in _rows("docs/operations.md", "Settings"):
        each = re.findall(r"`([a-z_]+)`", names)
        values = re.findall(r"`([^`]+)`", given)
        told |= dict(zip(each, values if len(values) == len(each) else [given] * len(each), strict=True))
    assert set(told) == {field.name for field in fields(Settings)}
    in_words = {"data_dir", "secret_dir", "language", "backups_dir", "till_port", "till_drop"}
    usual = {name: _written(getattr(USUAL, name)) for name in told if name not in in_words}
    assert {name: told[name].strip('"') for name in usual} == {name: value.strip('"') for name, value in usual.items()}


@pytest.mark.parametrize(("name", "values"), [("station", StationRole), ("language", LANGUAGES), ("theme", THEMES)])
def test_every_value_of_a_setting_is_told(name: str, values: tuple[str, ...]) -> None:
    row = next(row for row in _rows("docs/operations.md", "Settings") if f"`{name}`" in row[0])
    assert all(f"`{value}`" in row[2] for value in values)


def test_parities_are_told() -> None:
    row = next(row for row in _rows("docs/operations.md", "Settings") if "`serial_parity`" in row[0])
    assert all(f"`{parity}`" in row[2] for parity in PARITIES)


def test_faults_of_tls_are_all_named() -> None:
    assert set(re.findall(r"`(tls_[a-z_]+)`", TEXTS["docs/operations.md"])) == set(TlsFault)


def test_tokens_are_all_told() -> None:
    text = TEXTS["docs/tokens.md"]
    assert {row[0].strip("`:") for row in _rows("docs/tokens.md", "Prefixes")} == set(TokenKind)
    assert {row[0].strip("`") for row in _rows("docs/tokens.md", "How a scan is judged")} == set(TokenProblem) - {
        TokenProblem.GOODS
    }  # which no token is
    codes = {one.code for one in vars(keystore_faults).values() if isinstance(one, type) and hasattr(one, "code")}
    assert set(re.findall(r"`(key_store_[a-z_]+)`", text)) == codes - {keystore_faults.KeyStoreFault.code}


def test_the_demo_chain_is_as_told() -> None:
    text = TEXTS["docs/hq.md"]
    demo = text.partition("## The demo chain")[2].partition("\n## ")[0]
    stores = {store.id for store in STORES}
    assert stores == set(re.findall(r"`([a-z]+)`", demo.partition("PINs")[0]))
    told: dict[str, tuple[str, str]] = {}
    for row in _rows("docs/hq.md", "The demo chain"):
        for ids, role, store in (row[:3], row[4:7]):
            told |= {one: (role, store) for one in ids.split(", ") if one}
    assert told == {one: (role.value, store or "all") for one, _, role, store in _STAFF}
    table = re.findall(r"^\| (`[^|]+) \|", demo.partition("| template | rule |")[2], re.MULTILINE)
    named = {name for cell in table for name in re.findall(r"`([a-z0-9-]+)`", cell)}
    assert named == {template.id for template in templates(instant(1_800_000_000_000))}


# --- commands --------------------------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="kiosk")
    below = parser.add_subparsers(dest="command")
    for module, _ in COMMANDS.values():
        importlib.import_module(module).add_parser(below)
    return parser


def _below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    found = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(found[0].choices) if found else {}


PARSER = _parser()
_CALL = re.compile(r"`(?:\.venv/bin/)?kiosk ([a-z][^`]*)`|^kiosk ([a-z][^\n]*)$", re.MULTILINE)


def _calls() -> Iterator[tuple[str, str]]:
    for name, text in TEXTS.items():
        for found in _CALL.finditer(text):
            yield name, " ".join((found[1] or found[2]).split())


@pytest.mark.parametrize(("name", "call"), sorted(set(_calls())))
def test_a_command_that_is_named_is_there(name: str, call: str) -> None:
    """Its actions and options too: `a | b` names several of one parent."""
    parent = parser = PARSER
    for part in re.sub(r"[\[\](),;]", " ", call.replace("\\|", "|").replace("…", " ")).split("|"):
        words = part.split()
        if words and words[0] in _below(parent):
            parser = parent
        while words and words[0] in _below(parser):
            parent, parser = parser, _below(parser)[words.pop(0)]
        options = {option for action in parser._actions for option in action.option_strings}
        values = {value for action in parser._actions for value in action.choices or ()}
        of_a_kind = options | {option for one in _below(parser).values() for option in one._option_string_actions}
        assert {word for word in words if re.match(r"--[a-z]", word)} <= of_a_kind, name
        if words and re.fullmatch(r"[a-z][a-z-]+", words[0]):
            assert words[0] in values, f"{name}: no such action: {words[0]}"


def test_every_action_of_hq_is_told() -> None:
    told = {word for row in _rows("docs/hq.md", "Commands") for word in re.split(r"[ |`]+", row[0])}
    assert set(_below(_below(PARSER)["hq"])) <= told


def test_every_command_is_in_the_readme() -> None:
    told = {re.split(r"[ `]+", row[0])[2] for row in _rows("README.md", "Commands") if row[0].startswith("`kiosk ")}
    in_makefile = {"demo", "screenshots"}  # `make run`, `make screenshots`
    assert told == set(COMMANDS) - in_makefile


def test_modules_and_files_that_are_named_are_there() -> None:
    missing = []
    for name, text in TEXTS.items():
        for module in re.findall(r"python -m ((?:benchmarks|tests)[a-z_.]*)", text):
            at = paths.root().joinpath(*module.split("."))
            if not (at.with_suffix(".py").exists() or (at / "__main__.py").exists()):
                missing.append((name, module))
        for file in re.findall(r"`((?:kiosk|tests|packing|benchmarks|resources|docs|packages)/[\w./-]+)`", text):
            if not (paths.root() / file).exists():
                missing.append((name, file))
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            folder = Path(name).parent if not name.startswith("guides") else Path("docs/guides")
            if not (paths.root() / folder / link).exists():
                missing.append((name, link))
    assert missing == []


def test_targets_of_make_that_are_named_are_there() -> None:
    makefile = (paths.root() / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {target for text in TEXTS.values() for target in re.findall(r"`(?:[A-Z_]+=\S+ )?make ([a-z-]+)", text)}
    assert named <= targets
