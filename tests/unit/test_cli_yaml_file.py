"""HQ's settings in YAML: numbers are what people read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.cli.yaml_file import YamlFault, read_yaml


@pytest.mark.parametrize(("written", "read"), [("010", "8"), ("02712345", "759013"), ("1:30", "90"), ("-0_17", "-15")])
def test_a_number_that_yaml_reads_as_another_is_told(tmp_path: Path, written: str, read: str) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(f"first: 1\nlist: [{{most: {written}}}]\n", "utf-8")
    with pytest.raises(YamlFault) as caught:
        read_yaml(file)
    assert str(caught.value) == f'{file}:2: `{written}` is read as {read}: write {read}, or "{written}" as a word'


def test_other_numbers_and_words_are_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("a: [0, 10, -3, 1.5, 0.5, '010', \"1:30\", 0912345678, 09:30-10:00, 1_000]\n", "utf-8")
    assert read_yaml(file) == {"a": [0, 10, -3, 1.5, 0.5, "010", "1:30", "0912345678", "09:30-10:00", 1000]}
