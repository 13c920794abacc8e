"""The voices of Windows (SAPI), spoken by a PowerShell that is told line by line what to say. Its .NET has them; no
library of ours is needed."""

from __future__ import annotations

import base64
import shutil
from subprocess import Popen, TimeoutExpired

from kiosk import processes

CULTURES = {"zh_TW": "zh-TW", "zh_CN": "zh-CN", "en": "en-US"}

SCRIPT = """
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
while ($null -ne ($line = [Console]::In.ReadLine())) {
  if ($line -eq 'hush') { $voice.SpeakAsyncCancelAll(); continue }
  $culture, $words = $line.Split(' ')
  $text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($words))
  $prompt = New-Object System.Speech.Synthesis.PromptBuilder
  $prompt.Culture = New-Object System.Globalization.CultureInfo $culture
  $prompt.AppendText($text)
  $voice.SpeakAsync($prompt) | Out-Null
}
$voice.SpeakAsyncCancelAll()
"""


def powershell() -> str | None:
    """Where PowerShell is, None where it is not."""
    return shutil.which("powershell")


class WindowsVoice:
    """A PowerShell that speaks. OSError from every call when it does not start or has ended."""

    def __init__(self, program: str) -> None:
        coded = base64.b64encode(SCRIPT.encode("utf-16-le")).decode()
        self._process: Popen[bytes] = processes.start_fed(
            [program, "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", coded]
        )

    def say(self, text: str, language: str) -> None:
        """Speak behind what is being spoken; the voice is one of the language, where there is one."""
        words = base64.b64encode(text.encode()).decode()
        self._tell(f"{CULTURES.get(language, 'en-US')} {words}")

    def hush(self) -> None:
        """Break off, and drop what waits."""
        self._tell("hush")

    def close(self) -> None:
        """End it."""
        try:
            self._process.communicate(timeout=3)
        except TimeoutExpired:
            self._process.kill()
            self._process.communicate()

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode("ascii"))
        self._process.stdin.flush()
