"""Draws among a million: `python -m benchmarks.draws [--quick] [--entrants N] [--json FILE]`.

Three steps, each in a process of its own, so that its memory is its own: the list is frozen (commitments of all
entrants, leaves, root, manifest), a thousand winners are drawn, and the published file is checked by the command that
anyone has (`kiosk verify-draw`). Seconds are of the clock on the wall (`_cpu_s`: of the processor, whatever else runs),
memory is the most a process ever had.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.common import write_json
from kiosk.domain.draws.batch import Manifest, Prize, draw, seed_from_beacon
from kiosk.domain.draws.beacon import MARGIN_S, QUICKNET, Round, time_of
from kiosk.domain.draws.entrants import commitment, entrants_root, exclusions_root
from kiosk.domain.draws.published import BatchFile, BeaconSeed, Signed, rules_hash
from kiosk.domain.draws.seal import seal
from kiosk.processes import program
from kiosk.protocol.draws.published_file import write_published
from kiosk.protocol.draws.signatures import sign_body

ENTRANTS, QUICK_ENTRANTS, WINNERS = 1_000_000, 50_000, 1_000
RULES = "A synthetic draw."
ROUND = 1000
SIGNATURE = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
"""Round 1000 of the public beacon."""


def counts_of(entrants: int) -> list[int]:
    """Tickets of each: most have one, some have many."""
    return [1 + (i * 7919) % 5 * ((i * 104_729) % 3 == 0) for i in range(entrants)]


def freeze(entrants: int) -> tuple[Manifest, list[int], list[str]]:
    """Commitments, leaves, root, manifest."""
    counts = counts_of(entrants)
    commitments = [
        commitment(hashlib.sha256(b"%d" % i).digest()[:16], f"M{i:07}", f"王小明{i}", f"09{i:08}").hex()
        for i in range(entrants)
    ]
    deadline = time_of(QUICKNET, ROUND) - MARGIN_S
    manifest = Manifest(
        campaign="bench",
        draw_id="bench/grand/2026-12-31",
        seq=1,
        rules_hash=rules_hash(RULES),
        entrants=entrants,
        tickets=sum(counts),
        entrants_root=entrants_root(counts, commitments).hex(),
        prizes=(Prize("P1", 10), Prize("P2", WINNERS - 10)),
        alternates=20,
        exclusions_root=exclusions_root([]).hex(),
        sources=("drand",),
        freeze_time=deadline,
        publish_deadline=deadline,
        beacon=Round(QUICKNET.hash, ROUND),
    )
    manifest.hash()
    return manifest, counts, commitments


def publish(folder: Path, entrants: int) -> dict[str, Any]:
    """All but the check, and how long the parts took."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    began, worked = time.perf_counter(), time.process_time()
    manifest, counts, commitments = freeze(entrants)
    frozen, worked = time.perf_counter() - began, time.process_time() - worked
    frozen_mb = _peak_mb()
    seed = seed_from_beacon(manifest.hash(), bytes.fromhex(SIGNATURE))
    began = time.perf_counter()
    drawn = draw(manifest, counts, seed)
    took = time.perf_counter() - began
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    signed = Signed("hq", "HQ", public.hex(), sign_body(key, manifest.body()).hex())
    file = BatchFile(manifest, (signed,), counts, commitments, RULES, BeaconSeed(ROUND, SIGNATURE), drawn)
    began = time.perf_counter()
    raw = write_published(seal(file.body(), public, key.sign), compress=True)
    (folder / "draw.json.zst").write_bytes(raw)
    return {
        "freeze_s": round(frozen, 2),
        "freeze_cpu_s": round(worked, 2),
        "freeze_mb": frozen_mb,
        "draw_s": round(took, 3),
        "winners": len(drawn.winners),
        "publish_s": round(time.perf_counter() - began, 2),
        "file_mb": round(len(raw) / 1e6, 1),
        "publish_mb": _peak_mb(),
    }


def verified(folder: Path) -> dict[str, Any]:
    """The check, by the command."""
    import resource  # which only Unix has

    began = time.perf_counter()
    call = [*program(), "verify-draw", str(folder / "draw.json.zst"), "--json"]
    said = subprocess.run(call, capture_output=True, check=True, encoding="utf-8").stdout
    took, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu, mb = round(used.ru_utime + used.ru_stime, 2), used.ru_maxrss // 1024
    return {"verify_s": round(took, 2), "verify_cpu_s": cpu, "verify_mb": mb, "verdict": json.loads(said)["verdict"]}


def _peak_mb() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entrants", type=int)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ENTRANTS:,} entrants")
    parser.add_argument("--step", choices=("publish", "verify"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, help="also write the figures here")
    args = parser.parse_args()
    entrants = args.entrants or (QUICK_ENTRANTS if args.quick else ENTRANTS)
    if args.step:
        print(json.dumps(publish(args.folder, entrants) if args.step == "publish" else verified(args.folder)))
        return
    figures: dict[str, Any] = {"entrants": entrants}
    with tempfile.TemporaryDirectory() as folder:
        for step in ("publish", "verify"):
            call = [sys.executable, "-m", "benchmarks.draws", "--step", step, "--folder", folder]
            said = subprocess.run([*call, "--entrants", str(entrants)], capture_output=True, check=True).stdout
            figures |= json.loads(said)
    for name, value in figures.items():
        print(f"{name:<12} {value}")
    write_json(args.json, figures)


if __name__ == "__main__":
    main()
