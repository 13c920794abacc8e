"""Every code that checking a draw can give has words, in every language."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.domain.draws import fields, seal, verify, verify_batch, verify_wheel
from kiosk.domain.draws.report import Check, Code, Limit, Note, NoteCode
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.i18n import speaking
from kiosk.ui.words.verified_draws import check_words, has_words, limit_words, note_words

ARGS: dict[str, str | int] = {
    "role": "hq",
    "key": "00",
    "chain": "00",
    "reason": "x",
    "prizes": 2,
    "winners": 1,
    "spins": 3,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_code_has_words(language: str, qapp: QApplication) -> None:
    with speaking(language):
        checks = [check_words(Check(code, ok)) for code in Code for ok in (True, False)]
        notes = [note_words(Note(code, ARGS)) for code in NoteCode]
        limits = [limit_words(limit) for limit in Limit]
    for said in (checks, notes, limits):
        assert all(said)
        assert len(set(said)) == len(said)
        assert not any("{" in words for words in said)


def test_each_problem_has_words() -> None:
    """Problems are literals in the modules that check."""
    found: set[str] = set()
    for module in (verify, verify_batch, verify_wheel, fields, seal):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "problem" and isinstance(node.value, ast.Constant):
                found.add(str(node.value.value))
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "FieldFault":
                found |= {str(arg.value) for arg in node.args[1:] if isinstance(arg, ast.Constant)}
            elif isinstance(node, ast.Assign) and "problem" in ast.unparse(node.targets[0]):
                found |= {str(one.value) for one in ast.walk(node.value) if isinstance(one, ast.Constant)}
    found -= {"place", "i", "reason", "signed_by", "alternate"} - {"reason"}
    assert {"missing", "gap", "not_the_next", "no_publisher"} <= found
    assert [problem for problem in sorted(found) if not has_words(problem)] == []
