"""What others had us print is shown by a console, and not obeyed."""

from __future__ import annotations

import json
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from kiosk.cli.streams import visible

TEXTS = st.text(st.characters() | st.sampled_from("\x1b\x9b\x07\r\n\t\u202e\u2067\x7f\0"))


@given(TEXTS)
def test_nothing_is_left_that_a_console_obeys_and_json_says_the_same(text: str) -> None:
    said = visible(text)
    assert not set(said) & set("\x1b\x9b\x07\0\x08\x7f\u202e\u2067")
    assert said.split("\n") == [visible(line) for line in text.split("\n")]
    assert json.loads(visible(json.dumps([text], ensure_ascii=False))) == [text]
    assert visible(said) == said


def test_a_program_of_ours_prints_so() -> None:
    program = (
        "import sys; from kiosk.cli.streams import speak_any_code_page as speak; speak();"
        r"print('王\x1b[31m\u202e'); print('\x9b\n2', file=sys.stderr); sys.stdout.buffer.flush()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["王\\u001b[31m\\u202e"]
    assert done.stderr.decode().splitlines() == ["\\u009b", "2"]
