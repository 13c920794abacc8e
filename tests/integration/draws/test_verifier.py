"""The HTML verifier in Chromium, as a file from a stick: a second program, which judges every file as the first one."""

from __future__ import annotations

import base64
import gzip
import json
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import zstandard

from kiosk import paths
from kiosk.domain.draws.batch import Prize, draw, envelope_commitment, seed_from_beacon, seed_from_sources
from kiosk.domain.draws.published import BatchFile, BeaconSeed, SourcesSeed
from kiosk.domain.draws.report import Report
from kiosk.domain.texts import LANGUAGES
from kiosk.protocol.draws import verifier
from kiosk.protocol.draws.published_file import PublishedFileError, read_published
from tests.shared.chromium import Chromium, Phone, browser
from tests.unit.draws import published_samples as samples
from tests.unit.draws.published_samples import FILES, checked, sealed
from tests.unit.draws.test_published import altered, changed, fields

__all__ = ["browser"]
SEED = 1 if os.environ.get("CI") else random.randrange(2**32)
"""Of what is drawn anew in each run; a failure says it."""
_OPEN = """(async texts => { const found = [];
for (const text of texts) {
  const { checks, notes = [], limits = [], winners, tape } =
    await drawEngine.answer('open', { file: new Blob([text]) }, () => {});
  found.push({ checks, notes, limits, result: winners ?? tape ?? null });
} return found; })"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("stick") / verifier.NAME
    file.write_bytes(verifier.html(paths.resources() / "verifier"))
    return file


@pytest.fixture(scope="module")
def engine(browser: Chromium, page: Path) -> Iterator[Phone]:
    phone = browser.phone(script=True)
    phone.open(page.as_uri())
    yield phone
    phone.close()


@pytest.fixture
def phone(browser: Chromium, request: pytest.FixtureRequest) -> Iterator[Phone]:
    made = browser.phone(getattr(request, "param", "zh_TW"), script=True)
    yield made
    made.close()


def judged(engine: Phone, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What the page's engine says of files."""
    found: list[dict[str, Any]] = engine.run(f"{_OPEN}({json.dumps(texts)})")
    return found


def plain(report: Report) -> dict[str, Any]:
    """What Python says of one."""
    return {
        "checks": [{"code": str(one.code), "ok": one.ok, "args": dict(one.args)} for one in report.checks],
        "notes": [{"code": str(one.code), "args": dict(one.args)} for one in report.notes],
        "limits": [str(one) for one in report.limits],
    }


def agree(engine: Phone, files: Sequence[Any], about: object = "") -> list[dict[str, Any]]:
    """Both say the same of each, word for word; what the page says."""
    return agree_on_texts(engine, [json.dumps(file) for file in files], about)


def agree_on_texts(engine: Phone, texts: Sequence[str], about: object = "") -> list[dict[str, Any]]:
    """The same of what stands in files. What one cannot read, the other cannot."""
    found = judged(engine, texts)
    for text, said in zip(texts, found, strict=True):
        try:
            value = read_published(text.encode())
        except PublishedFileError:
            assert [one["code"] for one in said["checks"]] == ["file"], (about, text[:2000])
            continue
        mine = {name: said[name] for name in ("checks", "notes", "limits")}
        assert mine == plain(checked(value)), (about, text[:2000])
    return found


def opened(phone: Phone, page: Path, file: Path) -> None:
    """Choose a file in the page, and wait for the report."""
    phone.open(page.as_uri())
    phone.choose("#file", file)
    phone.until(".verdict")


def chosen(phone: Phone, file: Path) -> None:
    """Choose another file in the page that is open."""
    phone.run("document.querySelector('.verdict')?.remove()")
    phone.choose("#file", file)
    phone.until(".verdict")


def is_well_made(phone: Phone, *, whole: bool = True) -> None:
    """`whole`: by axe-core, too, which takes longer."""
    assert phone.too_wide() == []
    assert phone.too_small() == []
    assert "{" not in phone.text
    if whole:
        assert phone.violations() == []


# --- both programs say the same ---------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_field_altered_or_gone_is_the_same_fault_in_both(engine: Phone, name: str, torture: bool) -> None:
    file = json.loads(json.dumps(sealed(FILES[name]())))
    assert all(check["ok"] for check in agree(engine, [file])[0]["checks"])
    others = []
    for path in fields(file):
        value: Any = file
        for step in path:
            value = value[step]
        others += [altered(file, path, new) for new in changed(value)]
        others.append(gone(file, path))
    # the long form tries all; a pairing takes longer than everything else in a file
    each = 1 if torture else 20 if "beacon" not in file and "beacon" not in file.get("seed", {}) else 83
    agree(engine, others[::each], name)


def gone(file: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    other: dict[str, Any] = json.loads(json.dumps(file))
    inner: Any = other
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return other


@pytest.mark.parametrize(
    "value",
    [
        {}, [], 7, "KD1/1", {"format": "KD1/1"}, {"format": "KD1/2", "kind": "batch"},
        {"format": "KD1/1", "kind": "lottery"},
        {"format": "KD1/1", "kind": "batch", "leaves": [], "seal": 1}, {"format": "KD1/1", "kind": "wheel", "seal": {}},
    ],
)  # fmt: skip
def test_what_is_no_file_of_ours_is_none_in_both(engine: Phone, value: Any) -> None:
    agree(engine, [value])


def test_odd_texts_and_numbers_are_read_alike(engine: Phone) -> None:
    file = json.loads(json.dumps(sealed(FILES["envelopes"]())))
    odd = [
        "\ud800",
        "e\u0301",
        "\u00e9",
        "\U0001f386",
        '\u2028\u0000"\\',
        "__proto__",
        "constructor",
        -0.0,
        2**53,
        1e400,
        -1,
    ]
    paths = [
        ("manifest", "campaign"),
        ("signatures", 0, "name"),
        ("manifest", "alternates"),
        ("leaves", 0, 0),
        ("passed", 0, "place"),
    ]
    agree(engine, [altered(file, path, value) for path in paths for value in odd if value != 1e400])
    keyed = [altered(file, ("rules",), {**file["rules"], key: "x"}) for key in ("\ud800", "__proto__", "e\u0301", "7")]
    keyed += [
        altered(file, ("seal", "parts"), {**file["seal"]["parts"], key: "00" * 32})
        for key in ("\ud800", "__proto__", "~.~")
    ]
    agree(engine, keyed)


def test_a_key_under_which_anything_is_signed_is_no_key_in_both(engine: Phone) -> None:
    file = sealed(FILES["envelopes"]())
    for key in ("01" + "00" * 31, "01" + "00" * 30 + "80", "ec" + "ff" * 30 + "7f", "00" * 32, "ee" + "ff" * 31):
        weak = altered(altered(file, ("signatures", 1, "key"), key), ("signatures", 1, "signature"), "01" + "00" * 63)
        found = agree(engine, [weak])[0]
        assert any(one["args"].get("field") == "signatures.1.signature" for one in found["checks"])


def test_where_the_browser_knows_no_such_signatures_the_library_says_the_same(browser: Chromium, page: Path) -> None:
    phone = browser.phone(script=True)
    phone.open(page.as_uri())
    phone.run("crypto.subtle.importKey = () => Promise.reject(new Error('an older browser'))")
    file = sealed(FILES["envelopes"]())
    nonsense = ("00" * 64, "ff" * 64)
    altered_ones = [altered(file, ("signatures", k, "signature"), other) for k in range(3) for other in nonsense]
    agree(phone, [file, *altered_ones, sealed(FILES["wheel"]())])
    phone.close()


def test_what_two_readers_could_take_differently_is_read_by_neither(engine: Phone) -> None:
    text = json.dumps(sealed(FILES["envelopes"]()))
    others = [
        "\ufeff" + text,
        text.replace('"seq": 1', '"seq": 1.0'),
        text.replace('"seq": 1', '"seq": 1e0'),
        text.replace('"seq": 1', '"seq": -0'),
        text.replace('"seq": 1', '"seq": 1' + "0" * 5000),
        text.replace('"seq": 1', '"seq": NaN'),
        text.replace('"seq": 1', '"seq": 1, "seq": 1'),
        text.replace('"seq": 1', '"seq": 1, "s\\u0065q": 1'),
        text.replace('"manifest"', '"x": {"a": {}, "b": [{"a": 1}, {"a": 1}]}, "manifest"'),
        text.replace('"text": "', '"text": "1.5 {\\"a\\": 1e5, \\"a\\": }'),
        text + " ",
        text + "x",
        text[:-1],
        "",
    ]
    assert len(set(others)) == len(others)
    found = agree_on_texts(engine, others)
    assert sum(one["checks"][0]["code"] == "file" for one in found) == 9


def packings() -> Iterator[tuple[str, bytes, bool]]:
    """A file packed in every way: what was done, the bytes, whether they are read."""
    raw = json.dumps(sealed(FILES["envelopes"]())).encode()
    half = len(raw) // 2
    gz, zst = gzip.compress(raw), zstandard.ZstdCompressor(write_checksum=True).compress(raw)
    skipped = bytes.fromhex("502a4d1804000000") + b"abcd"
    deep = raw[:-1] + b',"x":' + b"[" * 63 + b"]" * 63 + b"}"
    yield from (
        ("gzip", gz, True),
        ("zstd with a checksum", zst, True),
        ("zstd without", zstandard.compress(raw), True),
        ("zstd in one segment", zstandard.ZstdCompressor(write_content_size=False).compress(raw), True),
        ("a mark of UTF-8 inside", gzip.compress(b"\xef\xbb\xbf" + raw), True),
        ("63 layers", deep, True),
        ("two members", gzip.compress(raw[:half]) + gzip.compress(raw[half:]), False),
        ("zeros behind", gz + bytes(3), False),
        ("words behind", gz + b"xyz", False),
        ("cut", gz[:-6], False),
        ("another checksum", gz[:-8] + bytes(4) + gz[-4:], False),
        ("another size", gz[:-4] + b"\0\0\0\1", False),
        ("gzip in gzip", gzip.compress(gz), False),
        ("two frames", zstandard.compress(raw[:half]) + zstandard.compress(raw[half:]), False),
        ("a frame to skip", skipped + zst, False),
        ("one behind", zst + skipped, False),
        ("words behind", zst + b"xyz", False),
        ("cut", zst[:-5], False),
        ("cut in the head", zst[:5], False),
        ("another checksum", zst[:-1] + bytes([zst[-1] ^ 1]), False),
        ("gzip in zstd", zstandard.compress(gz), False),
        ("nothing in it", gzip.compress(b""), False),
        ("nothing in it", zstandard.compress(b""), False),
        ("64 layers", deep.replace(b"[]", b"[[]]"), False),
        ("3,000 layers", raw[:-1] + b',"x":' + b"[" * 3000 + b"]" * 3000 + b"}", False),
        ("UTF-16", raw.decode().encode("utf-16"), False),
        ("half a pair in UTF-8", raw.replace(b"KD1/1", b"KD1/1\xed\xa0\x80"), False),
        ("a space of Unicode behind", raw + "\u00a0".encode(), False),
        ("said twice", raw + b"\n" + raw, False),
    )


def test_a_file_is_read_by_both_or_by_neither_however_it_was_packed(engine: Phone) -> None:
    files = list(packings())
    bytes_of = "Uint8Array.from(atob(text), one => one.charCodeAt(0))"
    program = _OPEN.replace("new Blob([text])", f"new Blob([{bytes_of}])")
    said = engine.run(f"{program}({json.dumps([base64.b64encode(raw).decode() for _, raw, _ in files])})")
    read = []
    for _, raw, _ in files:
        try:
            read_published(raw)
            read.append(True)
        except PublishedFileError:
            read.append(False)
    wanted = [(how, good) for how, _, good in files]
    assert [(how, good) for (how, _, _), good in zip(files, read, strict=True)] == wanted
    by_page = [one["checks"][0]["code"] != "file" for one in said]
    assert [(how, good) for (how, _, _), good in zip(files, by_page, strict=True)] == wanted


def test_numbers_that_one_language_cannot_hold_are_judged_alike(engine: Phone) -> None:
    own = json.loads(json.dumps(sealed(FILES["own beacon"]())))
    many = 2**53 - 1
    odd = [altered(own, ("leaves", at, 0), value) for at in (0, 1, 3) for value in (many, many - 1, many - 7)]
    odd += [altered(own, ("chain", "period"), value) for value in (2**31, 2**31 + 1, 2**32, many)]
    odd += [altered(own, ("chain", "genesis"), many), altered(own, ("manifest", "publish_deadline"), many)]
    agree(engine, odd)


@pytest.mark.slow
def test_draws_and_wheels_that_nobody_has_seen_come_out_alike(engine: Phone, torture: bool) -> None:
    chance = random.Random(SEED)
    files, results = [], []
    for _ in range(300 if torture else 12):
        file = fresh_draw(chance)
        assert file.drawn is not None
        files.append(sealed(file))
        results.append([list(win) for win in file.drawn.winners])
    found = agree(engine, files, SEED)
    assert [one["result"] for one in found] == results, SEED
    assert all(check["ok"] for one in found for check in one["checks"]), SEED


def fresh_draw(chance: random.Random) -> BatchFile:
    """Of a list, prizes and envelopes that were never drawn before."""
    counts = [chance.choice((1, 1, 2, 7, 1000)) for _ in range(chance.randint(1, 60))]
    file = samples.envelope_file(counts)
    prizes = tuple(Prize(f"獎 {k}", chance.randint(0, 9)) for k in range(chance.randint(1, 4)))
    once, rules = chance.random() < 0.5, file.manifest.rules_hash
    frozen = replace(
        file.manifest, prizes=prizes, one_prize_per_entrant=once, campaign=f"C {chance.random()}", rules_hash=rules
    )
    seed = [(name, chance.randbytes(32)) for name in samples.ENVELOPES]
    thrown = " ".join(str(chance.randint(1, 6)) for _ in range(chance.randint(20, 40)))
    frozen = replace(frozen, envelopes=tuple((name, envelope_commitment(value).hex()) for name, value in seed))
    drawn = draw(frozen, counts, seed_from_sources(frozen.hash(), [*seed, ("dice", thrown.encode())]))
    said = SourcesSeed((*((name, value.hex()) for name, value in seed), ("dice", thrown)))
    made = BatchFile(frozen, (), counts, samples.people(counts), samples.RULES, said, rehearsal=chance.random() < 0.3)
    return samples.finished(made, drawn)


@pytest.mark.parametrize("size", [5_000, pytest.param(1_000_000, marks=pytest.mark.slow)])
def test_a_long_list_is_checked_on_a_thread_of_its_own(
    phone: Phone, page: Path, tmp_path: Path, size: int, torture: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if size > 5_000 and not torture:
        pytest.skip("the long form: --torture")
    file = tmp_path / "draw.json.zst"
    file.write_bytes(packed(long_list(size, monkeypatch)))
    opened(phone, page, file)
    assert phone.count(".verdict.good") == 1
    assert f"{size:,}" in phone.text


def long_list(size: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A draw of 1,000 winners among so many."""
    monkeypatch.setattr(samples, "people", lambda counts: [f"{i:064x}" for i in range(len(counts))])
    counts = [1 + i % 5 for i in range(size)]
    frozen = samples.manifest(counts, prizes=(Prize("P3", 800), Prize("P2", 199), Prize("P1", 1)), alternates=200)
    seed = BeaconSeed(1000, samples.ROUNDS[1000])
    drawn = draw(frozen, counts, seed_from_beacon(frozen.hash(), bytes.fromhex(seed.signature)))
    return sealed(samples.finished(BatchFile(frozen, (), counts, samples.people(counts), samples.RULES, seed), drawn))


def packed(file: Any) -> bytes:
    import zstandard

    return zstandard.compress(json.dumps(file).encode())


# --- the page ---------------------------------------------------------------------------------------------------------

VERDICTS = {
    "zh_TW": ("自己重算一次", "全部相符", "不相符", "彩排", "名單上有沒有假人"),
    "zh_CN": ("自己重算一次", "全部相符", "不相符", "彩排", "名单上有没有假人"),
    "en": (
        "Compute it again yourself",
        "Everything holds",
        "It does not hold",
        "rehearsal",
        "Whether everyone on the list is real",
    ),
}


@pytest.mark.parametrize(("phone", "language"), [(one, one) for one in LANGUAGES], indirect=["phone"])
def test_the_page_says_what_it_checked_and_what_nobody_can(
    phone: Phone, page: Path, language: str, tmp_path: Path
) -> None:
    lead, good, bad, rehearsal, phantoms = VERDICTS[language]
    phone.open(page.as_uri())
    assert lead in phone.text
    is_well_made(phone, whole=language == "en")
    file = tmp_path / "draw.json"
    whole = sealed(FILES["beacon"]())
    file.write_text(json.dumps(whole), "utf-8")
    chosen(phone, file)
    for said in (good, phantoms, "王○明", whole["manifest"]["draw_id"]):
        assert said in phone.text
    assert rehearsal not in phone.text
    is_well_made(phone, whole=language == "zh_TW")
    file.write_text(json.dumps(altered(whole, ("drawn", "winners", 0, 1), 99)), "utf-8")
    chosen(phone, file)
    assert bad in phone.text
    assert "drawn.winners" in phone.text
    is_well_made(phone, whole=language == "zh_CN")
    file.write_text(json.dumps(sealed(FILES["envelopes"]())), "utf-8")
    chosen(phone, file)
    assert rehearsal in phone.text
    is_well_made(phone, whole=language == "en")


@pytest.mark.parametrize("phone", ["en"], indirect=True)
def test_a_wheel_says_what_it_gave(phone: Phone, page: Path, tmp_path: Path) -> None:
    file = tmp_path / "lease.json.gz"
    import gzip

    file.write_bytes(gzip.compress(json.dumps(sealed(FILES["wheel"]())).encode()))
    opened(phone, page, file)
    assert "Everything holds" in phone.text
    assert "lucky.7" in phone.text
    is_well_made(phone, whole=False)


@pytest.mark.parametrize("phone", ["en"], indirect=True)
def test_a_ticket_is_found_in_the_list(phone: Phone, page: Path, tmp_path: Path) -> None:
    made = FILES["beacon"]()
    assert isinstance(made, BatchFile)
    assert made.drawn is not None
    file = tmp_path / "draw.json"
    file.write_text(json.dumps(sealed(made)), "utf-8")
    opened(phone, page, file)
    for number, said in (
        (made.drawn.winners[0].ticket, "It won: P2"),
        (made.manifest.tickets, "There is no such ticket"),
    ):
        phone.type("#number", str(number))
        phone.tap("#find button")
        phone.until("#find .note")
        assert said in phone.text
        phone.run("document.querySelector('#find .note').remove()")


@pytest.mark.parametrize("phone", ["en"], indirect=True)
def test_garbage_is_said_to_be_garbage(phone: Phone, page: Path, tmp_path: Path) -> None:
    phone.open(page.as_uri())
    file = tmp_path / "draw.json"
    for content in (b"", b"{", b"\xff\xfe", b"[1,2", b"\x28\xb5\x2f\xfd\x00", b"\x1f\x8b\x08", b"NaN", b"hello"):
        file.write_bytes(content)
        chosen(phone, file)
        assert "This file cannot be read" in phone.text, content


def test_it_asks_nobody_for_anything(phone: Phone, page: Path, tmp_path: Path) -> None:
    file = tmp_path / "draw.json"
    file.write_text(json.dumps(sealed(FILES["beacon"]())), "utf-8")
    opened(phone, page, file)
    assert {url.partition(":")[0] for url in phone.asked} <= {"file", "blob", "data"}
    asked = phone.run("fetch('https://example.org/').then(() => 'answered', () => 'refused')")
    assert asked == "refused"
    policy = phone.run("document.querySelector('meta[http-equiv]').content")
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy


def test_whatever_a_file_says_stays_words(phone: Phone, page: Path, tmp_path: Path) -> None:
    made = FILES["envelopes"]()
    assert isinstance(made, BatchFile)
    nasty = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
    file = tmp_path / "draw.json"
    file.write_text(
        json.dumps(sealed(replace(made, names=tuple((i, nasty) for i, _ in made.names), void=nasty))), "utf-8"
    )
    opened(phone, page, file)
    assert nasty in phone.text
    assert phone.count("main img, main script") == 0


def test_where_there_are_no_threads_the_page_computes_itself(phone: Phone, page: Path, tmp_path: Path) -> None:
    text = page.read_text("utf-8")
    broken = tmp_path / "old.html"
    broken.write_text(text.replace("worker-src blob:", "worker-src 'none'"), "utf-8")
    file = tmp_path / "draw.json"
    file.write_text(json.dumps(sealed(FILES["beacon"]())), "utf-8")
    opened(phone, broken, file)
    assert phone.count(".verdict.good") == 1


def test_it_brings_the_licences_of_what_is_in_it(page: Path) -> None:
    text = page.read_text("utf-8")
    for one in ("noble-curves", "noble-hashes", "fzstd"):
        licence = (paths.resources() / "verifier" / "vendor" / one / "LICENSE").read_text("utf-8").strip()
        assert licence in text
