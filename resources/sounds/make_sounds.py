"""Makes the sounds beside it: `python resources/sounds/make_sounds.py`. Our own synthesis, no samples of others.

ok: two rising bells. refused: two low falling tones with overtones, so that it differs from ok also for those who hear
pitch badly. attention: two short equal pips.
Of draws: tick: a dry knock as a field passes the pointer. turn: a knob and what it sets going. pop: something opens.
won: a rising chord on bells. consoled: two mild tones, the second a little lower; neither is a sound of mockery.
Of the event desk, each told apart with the eyes elsewhere: again: one tone twice (somebody is in already). later: three
steps down (another day or session). unknown: a question, rising by half a tone. blocked: a low alarm, three times. ask:
two steps up that end nowhere. out: two falling bells, ok backwards.
"""

from __future__ import annotations

import array
import math
import wave
from pathlib import Path

RATE = 22_050

# (start s, length s, Hz, loudness, overtones as (multiple, share))
SOUNDS: dict[str, list[tuple[float, float, float, float, tuple[tuple[int, float], ...]]]] = {
    "ok": [
        (0.00, 0.22, 1318.5, 0.42, ((2, 0.25), (3, 0.08))),
        (0.09, 0.34, 1760.0, 0.42, ((2, 0.25), (3, 0.08))),
    ],
    "refused": [
        (0.00, 0.20, 311.1, 0.45, ((2, 0.5), (3, 0.35), (5, 0.15))),
        (0.19, 0.32, 233.1, 0.50, ((2, 0.5), (3, 0.35), (5, 0.15))),
    ],
    "attention": [
        (0.00, 0.12, 880.0, 0.40, ((2, 0.3),)),
        (0.17, 0.12, 880.0, 0.40, ((2, 0.3),)),
    ],
    "tick": [
        (0.00, 0.045, 1480.0, 0.34, ((2, 0.6), (3, 0.4))),
    ],
    "turn": [(at * 0.09, 0.10, 196.0 + 24.5 * at, 0.40, ((2, 0.5), (3, 0.3))) for at in range(5)],
    "pop": [
        (0.00, 0.07, 523.3, 0.46, ((2, 0.3),)),
        (0.03, 0.16, 1046.5, 0.40, ((2, 0.2),)),
    ],
    "won": [
        *((at * 0.11, 0.50, hertz, 0.30, ((2, 0.3), (3, 0.1))) for at, hertz in enumerate((1046.5, 1318.5, 1568.0))),
        *((0.33, 0.95, hertz, 0.20, ((2, 0.25), (3, 0.08))) for hertz in (1046.5, 1318.5, 1568.0, 2093.0)),
    ],
    "consoled": [
        (0.00, 0.30, 784.0, 0.34, ((2, 0.2),)),
        (0.20, 0.36, 698.5, 0.34, ((2, 0.2),)),
    ],
    "again": [(at * 0.20, 0.18, 587.3, 0.44, ((2, 0.45), (3, 0.2))) for at in range(2)],
    "later": [(at * 0.15, 0.22, hertz, 0.42, ((2, 0.35),)) for at, hertz in enumerate((659.3, 523.3, 392.0))],
    "unknown": [
        (0.00, 0.18, 466.2, 0.44, ((2, 0.3),)),
        (0.17, 0.30, 493.9, 0.44, ((2, 0.3),)),
    ],
    "blocked": [(at * 0.22, 0.20, 185.0, 0.52, ((2, 0.6), (3, 0.5), (5, 0.3))) for at in range(3)],
    "ask": [
        (0.00, 0.14, 784.0, 0.40, ((2, 0.25),)),
        (0.12, 0.14, 1046.5, 0.40, ((2, 0.25),)),
        (0.24, 0.24, 1174.7, 0.40, ((2, 0.25),)),
    ],
    "out": [
        (0.00, 0.22, 1760.0, 0.38, ((2, 0.25), (3, 0.08))),
        (0.09, 0.34, 1318.5, 0.38, ((2, 0.25), (3, 0.08))),
    ],
}


def samples(name: str) -> array.array[int]:
    """16-bit mono samples of a sound."""
    tones = SOUNDS[name]
    count = round(RATE * max(start + length for start, length, *_ in tones))
    mixed = [0.0] * count
    for start, length, hertz, loudness, overtones in tones:
        first, long = round(start * RATE), round(length * RATE)
        for at in range(long):
            seconds = at / RATE
            attack = min(1.0, seconds / 0.006)
            decay = math.exp(-4.5 * seconds / length) * min(1.0, (long - at) / (0.02 * RATE))
            value = math.sin(2 * math.pi * hertz * seconds)
            value += sum(share * math.sin(2 * math.pi * hertz * many * seconds) for many, share in overtones)
            if first + at < count:
                mixed[first + at] += loudness * attack * decay * value / (1 + sum(share for _, share in overtones))
    return array.array("h", (round(32767 * max(-1.0, min(1.0, value))) for value in mixed))


if __name__ == "__main__":
    for name in SOUNDS:
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(name).tobytes())
