"""`kiosk token show` through its real argument parser."""

from __future__ import annotations

import argparse
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.cli import token as cli_token
from kiosk.domain.tokens import TrustedKey
from kiosk.protocol.tokens.codec import sign_token
from tests.unit.tokens.samples import HQ, MONTH, NOON, STRANGER, one_of_each


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return write_keys(tmp_path / "keys.json", HQ.trusted)


def write_keys(path: Path, *trusted: TrustedKey) -> Path:
    rows = [
        {
            "key_id": key.key_id.hex(),
            "public": key.public.hex(),
            "not_before": key.not_before.isoformat(),
            "not_after": key.not_after.isoformat(),
            "revoked_at": key.revoked_at and key.revoked_at.isoformat(),
            "purposes": sorted(key.purposes),
        }
        for key in trusted
    ]
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def show(*words: str) -> int:
    parser = argparse.ArgumentParser()
    cli_token.add_parser(parser.add_subparsers(required=True))
    args = parser.parse_args(["token", "show", *words])
    code: int = args.run(args)
    return code


def test_a_good_token(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for claims in one_of_each():
        text = sign_token(claims, HQ.key)
        assert show(text, "--keys", str(keys), "--at", NOON.isoformat()) == cli_token.GOOD
        out = capsys.readouterr().out
        assert "signature holds" in out
        assert "not proven" not in out


def test_json_says_the_same(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = HQ.coupon(stores=("S1", "S2"))
    assert show(sign_token(claims, HQ.key), "--keys", str(keys), "--at", "2025-03-21", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["verdict"] == "good"
    assert report["kind"] == "coupon"
    assert report["proven"] is True
    assert report["claims"] == {
        "issuer": "hq",
        "issued": "2025-03-21T04:00:00+00:00",
        "expires": "2025-04-20T04:00:00+00:00",
        "id": "C7F3K9Q2",
        "template": "NEW50",
        "member": "M0000123",
        "stores": ["S1", "S2"],
    }


def test_expired_says_since_when(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    late = (NOON + 2 * MONTH).isoformat()
    assert show(sign_token(HQ.coupon(), HQ.key), "--keys", str(keys), "--at", late) == cli_token.NOT_GOOD
    out = capsys.readouterr().out
    assert "has run out" in out
    assert "since 2025-04-20T04:00:00+00:00" in out


def test_a_forgery_is_called_one_and_its_words_are_not_believed(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = sign_token(HQ.coupon(), replace(STRANGER.key, key_id=HQ.key.key_id))
    assert show(text, "--keys", str(keys), "--at", NOON.isoformat()) == cli_token.NOT_GOOD
    out = capsys.readouterr().out
    assert out.startswith("FORGED")
    assert "not proven" in out


def test_without_keys_nothing_is_proven(capsys: pytest.CaptureFixture[str]) -> None:
    assert show(sign_token(HQ.coupon(), HQ.key)) == cli_token.CANNOT_SAY
    out = capsys.readouterr().out
    assert "NOT checked" in out
    assert "C7F3K9Q2" in out


def test_what_is_not_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("https://shop.example/\x1b[31m") == cli_token.NOT_GOOD
    out = capsys.readouterr().out
    assert "not one of our tokens" in out
    assert "\x1b" not in out


def test_from_standard_input(keys: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(sign_token(HQ.coupon(), HQ.key) + "\n"))
    assert show("-", "--keys", str(keys), "--at", NOON.isoformat()) == cli_token.GOOD
    assert "C7F3K9Q2" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "{}", '[{"key_id": "zz"}]', '[{"key_id": "00", "public": "00"}]'])
def test_a_bad_key_file_is_named(tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "keys.json"
    bad.write_text(content, encoding="utf-8")
    assert show(sign_token(HQ.coupon(), HQ.key), "--keys", str(bad)) == cli_token.CANNOT_SAY
    assert "keys.json" in capsys.readouterr().err
    assert show("KC1:A", "--keys", str(tmp_path / "none.json")) == cli_token.CANNOT_SAY


def test_a_key_file_as_the_feed_writes_it(tmp_path: Path) -> None:
    revoked = replace(HQ.trusted, revoked_at=NOON)
    path = write_keys(tmp_path / "k.json", revoked, STRANGER.trusted)
    words = ("--keys", str(path), "--at", NOON.isoformat())
    assert show(sign_token(HQ.coupon(), HQ.key), *words) == cli_token.NOT_GOOD
    assert show(sign_token(STRANGER.coupon(), STRANGER.key), *words) == cli_token.GOOD
