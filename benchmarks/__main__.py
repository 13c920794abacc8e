"""Every figure of the README, one after the other: `python -m benchmarks [--quick] [--only NAME …] [--out FOLDER]`.

Each benchmark runs as a process of its own and can be run alone (`python -m benchmarks.NAME --help`). The figures go to
build/benchmarks.json, the table to build/benchmarks.md; docs/figures.md says what each figure means.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.common import ROOT, machine

Found = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `value` reads it from a benchmark's figures; `good` says whether it reaches `wanted`."""

    figure: str
    wanted: str
    value: Callable[[Found], str]
    good: Callable[[Found], bool] = lambda _found: True


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A module of this package. `quick`: what it is called with for --quick."""

    name: str
    rows: tuple[Row, ...]
    quick: tuple[str, ...] = ("--quick",)


def _photos(found: Found, symbology: str, verdict: str) -> int:
    return int(found["photos"][symbology]["product"][verdict])


def _bursts(found: Found, reader: str, what: str = "within_15") -> int:
    return sum(int(cell[reader][what]) for cell in found["bursts"].values())


def _behind(found: Found) -> list[str]:
    """Cells in which another reader read more."""
    return [
        name
        for name, cell in found["bursts"].items()
        if cell["product"]["within_15"] < max(cell[other]["within_15"] for other in cell)
    ]


def _share(found: Found, reader: str) -> str:
    return f"{_bursts(found, reader) / (len(found['bursts']) * found['scenes_each']):.0%}"


def _verdict(found: Found) -> float:
    return float(found["frame to verdict ms"]["p95"])


def _crowded(found: Found) -> float:
    return float(found["crowded_ms_p99"]) / float(found["alone_ms_p99"])


def _photographed_bars(found: Found, verdict: str) -> int:
    return sum(_photos(found, kind, verdict) for kind in ("EAN13", "UPCA", "EAN8", "Code128"))


def _without_code(found: Found) -> float:
    return float(found["milliseconds"]["QR only"]["median"])


ALL = (
    Benchmark(
        "decode_photos",
        (
            Row(
                "exact texts on the 136 QR photographs; wrong ones",
                "≥ 130; 0",
                lambda f: f"{_photos(f, 'QRCode', 'exact')}; {_photos(f, 'QRCode', 'wrong')}",
                lambda f: _photos(f, "QRCode", "exact") >= 130 and _photos(f, "QRCode", "wrong") == 0,
            ),
            Row(
                "exact texts on the 171 photographs of bar codes; wrong ones",
                "≥ 150; 0",
                lambda f: f"{_photographed_bars(f, 'exact')}; {_photographed_bars(f, 'wrong')}",
                lambda f: _photographed_bars(f, "exact") >= 150 and _photographed_bars(f, "wrong") == 0,
            ),
            Row(
                "nothing reported on the 25 pictures without a code",
                "25",
                lambda f: str(_photos(f, "none", "exact")),
                lambda f: _photos(f, "none", "exact") == 25,
            ),
        ),
        quick=(),
    ),
    Benchmark(
        "decode_bursts",
        (
            Row(
                "bursts read within 15 frames; zxing-cpp alone; zbar alone",
                "ahead in every cell or equal, ≥ 84 %, none wrong",
                lambda f: (
                    f"{_share(f, 'product')}; {_share(f, 'zxing-cpp')}; {_share(f, 'zbar')}; "
                    f"behind in {len(_behind(f))} cells, {_bursts(f, 'product', 'wrong')} wrong"
                ),
                lambda f: (
                    not _behind(f)
                    and _bursts(f, "product", "wrong") == 0
                    and _bursts(f, "product") >= 0.84 * len(f["bursts"]) * f["scenes_each"]
                ),
            ),
        ),
    ),
    Benchmark(
        "draws",
        (
            Row(
                "1,000,000 entrants frozen, with their root; memory",
                "≤ 30 s; ≤ 1 GB",
                lambda f: f"{f['freeze_s']} s ({f['freeze_cpu_s']} of the processor); {f['freeze_mb']} MB",
                lambda f: f["freeze_s"] <= 30 and f["freeze_mb"] <= 1_000,
            ),
            Row(
                "1,000 winners drawn among them",
                "≤ 5 s",
                lambda f: f"{f['draw_s']} s",
                lambda f: f["draw_s"] <= 5 and f["winners"] == 1_000,
            ),
            Row(
                "that published file checked by `kiosk verify-draw`; memory",
                "≤ 30 s; ≤ 1 GB",
                lambda f: f"{f['verify_s']} s ({f['verify_cpu_s']} of the processor); {f['verify_mb']} MB",
                lambda f: f["verify_s"] <= 30 and f["verify_mb"] <= 1_000 and f["verdict"] == "good",
            ),
        ),
    ),
    Benchmark(
        "draw_verifier",
        (
            Row(
                "that file checked by the page that customers have, in Chromium",
                "≤ 30 s",
                lambda f: f"{f['chromium_s']} s ({f['chromium_cpu_s']} of the processor)",
                lambda f: f["chromium_s"] <= 30 and f["good"],
            ),
        ),
    ),
    Benchmark(
        "empty_counter",
        (
            Row(
                "codes read on an empty counter, of so many frames",
                "0",
                lambda f: f"{sum(f['readings'].values())} in {f['frames']:,}",
                lambda f: not f["readings"] and f["scans"] == 0,
            ),
        ),
    ),
    Benchmark(
        "decode_time",
        (
            Row(
                "decoder's time on a 1280×720 frame without a code",
                "median ≤ 16 ms",
                lambda f: f"{_without_code(f):.1f} ms",
                lambda f: _without_code(f) <= 16,
            ),
            Row(
                "the same while a code is put together of several frames; memory for it",
                "p95 ≤ 60 ms; ≤ 40 MB",
                lambda f: (
                    f"{f['milliseconds']['put together']['p95']:.0f} ms (median"
                    f" {f['milliseconds']['put together']['median']:.0f}); {f['megabytes']['fused']:.0f} MB"
                ),
                lambda f: f["milliseconds"]["put together"]["p95"] <= 60 and f["megabytes"]["fused"] <= 40,
            ),
        ),
        quick=("--rounds", "2"),
    ),
    Benchmark(
        "keystroke_bursts",
        (
            Row(
                "bursts of handheld scanners after which anything was decided; typed amounts taken for a scan, lost",
                "0 of 100,000; ≤ 1 of 10,000, 0",
                lambda f: (
                    f"{f['all scanners'].get('acted', 0)} of {f['all scanners']['all']:,}; "
                    f"{f['all typists'].get('taken for a scan', 0)} of {f['all typists']['all']:,}, "
                    f"{f['all typists'].get('lost', 0)} ({f['all typists'].get('asked', 0)} asked about)"
                ),
                lambda f: (
                    not f["all scanners"].get("acted", 0)
                    and not f["all typists"].get("lost", 0)
                    and 10_000 * f["all typists"].get("taken for a scan", 0) <= f["all typists"]["all"]
                ),
            ),
        ),
    ),
    Benchmark(
        "self_service",
        (
            Row(
                "self-service: code held up → the member’s page painted",
                "p95 ≤ 150 ms",
                lambda f: f"{f['code to home ms']['p95']:.0f} ms",
                lambda f: bool(f["code to home ms"]["p95"] <= 150),
            ),
            Row(
                "self-service: page → page painted, 1080×1920",
                "p95 ≤ 100 ms",
                lambda f: f"{f['page to page ms']['p95']:.0f} ms",
                lambda f: bool(f["page to page ms"]["p95"] <= 100),
            ),
            Row(
                "self-service: attract loop, of one core",
                "≤ 15 %",
                lambda f: f"{100 * f['attract share of a core']:.1f} %",
                lambda f: bool(f["attract share of a core"] <= 0.15),
            ),
        ),
    ),
    Benchmark(
        "station_verdict",
        (
            Row(
                "frame handed over → verdict painted, redemption durable",
                "p95 ≤ 80 ms",
                lambda f: f"{_verdict(f):.0f} ms",
                lambda f: _verdict(f) <= 80,
            ),
            Row(
                "frame handed over → coupon shown; Enter → verdict painted",
                "–",
                lambda f: (
                    f"p95 {f['frame to coupon shown ms']['p95']:.0f} ms; p95 {f['Enter to verdict ms']['p95']:.0f} ms"
                ),
            ),
        ),
    ),
    Benchmark(
        "ledger_rate",
        (
            Row(
                "durable redemptions against bare inserts with commit, same encrypted file",
                "≥ 0.4",
                lambda f: f"{f['ratio']:.2f} ({f['redemptions/s']} against {f['bare inserts/s']} a second)",
                lambda f: f["ratio"] >= 0.4,
            ),
        ),
        quick=("--count", "500"),
    ),
    Benchmark(
        "lan",
        (
            Row(
                "four desks without HQ: from a sign-in until all have it, p95",
                "≤ 1 s",
                lambda f: f"{f['agree (ms)']['p95']:.0f} ms (median {f['agree (ms)']['median']:.0f} ms)",
                lambda f: f["agree (ms)"]["p95"] <= 1_000,
            ),
            Row(
                "four desks: from the end of a split of the network until all agree",
                "≤ 5 s",
                lambda f: f"{f['heal (s)']['max']:.1f} s at most, median {f['heal (s)']['median']:.1f} s",
                lambda f: f["heal (s)"]["max"] <= 5,
            ),
        ),
    ),
    Benchmark(
        "ledger_flat",
        (
            Row(
                "cost of a redemption with many facts against 1,000",
                "≤ 1.5 times",
                lambda f: f"{f['worst']:.2f} times with {f['rows'][-1]['facts']} facts",
                lambda f: f["worst"] <= 1.5,
            ),
        ),
    ),
    Benchmark(
        "walk_in",
        (
            Row(
                "a walk-in among 1,000,000 members, registered durably with the pack (p95)",
                "≤ 100 ms",
                lambda f: f"{f['registered, durable ms']['p95']:.0f} ms",
                lambda f: f["registered, durable ms"]["p95"] <= 100,
            ),
            Row(
                "who has a phone, among 1,000,000 members (p95; of the processor alone)",
                "≤ 10 ms",
                lambda f: (
                    f"{f['phone looked for ms']['p95']:.1f} ms; {f['phone looked for, processor ms']['p95']:.1f} ms"
                ),
                lambda f: f["phone looked for ms"]["p95"] <= 10,
            ),
        ),
    ),
    Benchmark(
        "wheel_spin",
        (
            Row(
                "a spin until slot, rewards and receipt are there, durable (p95); of the processor alone",
                "≤ 30 ms",
                lambda f: f"{f['spun, durable ms']['p95']:.1f} ms; {f['spun, processor ms']['p95']:.1f} ms",
                lambda f: f["spun, durable ms"]["p95"] <= 30,
            ),
        ),
    ),
    Benchmark(
        "guest_search",
        (
            Row(
                "a keystroke of a search among 100,000 guests (p95); a first letter",
                "≤ 16 ms",
                lambda f: f"{f['keystroke ms']['p95']:.1f} ms; {f['first letter ms']['p95']:.1f} ms",
                lambda f: f["keystroke ms"]["p95"] <= 16,
            ),
        ),
    ),
    Benchmark(
        "guest_scan",
        (
            Row(
                "a scanned ticket among 100,000 guests, judged and signed in durably (p95; of the processor alone)",
                "≤ 80 ms",
                lambda f: f"{f['welcome, durable ms']['p95']:.0f} ms; {f['welcome, processor ms']['p95']:.0f} ms",
                lambda f: f["welcome, durable ms"]["p95"] <= 80,
            ),
        ),
    ),
    Benchmark(
        "guest_list",
        (
            Row(
                "a list of 100,000 guests, from HQ to a desk that is ready (of the processor alone)",
                "≤ 15 s",
                lambda f: f"{f['ready s']:.1f} s; {f['ready, processor s']:.1f} s",
                lambda f: f["ready s"] <= 15,
            ),
            Row(
                "100,000 rows taken in at HQ from a file; at a desk (of the processor alone)",
                "≤ 20 s",
                lambda f: (
                    f"{f['imported s']:.1f} s ({f['imported, processor s']:.1f} s); "
                    f"{f['desk s']:.1f} s ({f['desk, processor s']:.1f} s)"
                ),
                lambda f: max(f["imported s"], f["desk s"]) <= 20,
            ),
        ),
    ),
    Benchmark(
        "desk_minute",
        (
            Row(
                "guests at one desk while a scanner gives a ticket every second and every tenth is typed",
                "≥ 60 a minute",
                lambda f: f"{f['guests a minute']}; Enter to welcome p95 {f['ticket ms']['p95']:.0f} ms",
                lambda f: f["guests a minute"] >= 60,
            ),
        ),
    ),
    Benchmark(
        "hq_member",
        (
            Row(
                "one more sale of a member with many, counted, against one with 10",
                "≤ 3 times",
                lambda f: f"{f['members'][-1]['whole ×']:.1f} times with {f['members'][-1]['sales before']:,} sales",
                lambda f: f["members"][-1]["whole ×"] <= 3,
            ),
            Row(
                "longest that others wait for HQ's writer while the first campaign is published",
                "≤ 1 s",
                lambda f: f"{f['publishing']['longest s']:.2f} s over {f['publishing']['sales']:,} sales",
                lambda f: f["publishing"]["longest s"] <= 1,
            ),
        ),
    ),
    Benchmark(
        "touch_typing",
        (
            Row(
                "first key of a name on the customers' screen → offers painted; any key",
                "≤ 50 ms; p95 ≤ 50 ms",
                lambda f: f"{f['first_key']:.0f} ms; {f['key']['p95']:.0f} ms",
                lambda f: f["first_key"] <= 50 and f["key"]["p95"] <= 50,
            ),
        ),
    ),
    Benchmark(
        "wheel_frames",
        (
            Row(
                "draws at 1920×1080, the slowest of five looks: frames a second; what a frame takes (p95, processor)",
                "≥ 55; ≤ 16 ms",
                lambda f: f"{f['slowest frames/s']:.0f}; {f['slowest frame ms p95']:.1f} ms",
                lambda f: f["slowest frames/s"] >= 55 and f["slowest frame ms p95"] <= 16,
            ),
            Row(
                "draws: press → the first frame that moves, durable",
                "p95 ≤ 100 ms",
                lambda f: (
                    f"{f['first movement ms']['p95']:.0f} ms "
                    f"({f['first movement of the processor ms']['p95']:.0f} of the processor)"
                ),
                lambda f: bool(f["first movement ms"]["p95"] <= 100),
            ),
        ),
    ),
    Benchmark(
        "station_start",
        (
            Row(
                "start → checkout painted",
                "≤ 0.8 s",
                lambda f: f"{f['painted']:.2f} s ({f['times_bare_window']} times a bare window)",
                lambda f: f["painted"] <= 0.8,
            ),
            Row(
                "start → ready to scan (camera; without)",
                "≤ 2 s",
                lambda f: f"{f['ready']:.2f} s; {f['ready_without_camera']:.2f} s",
                lambda f: f["ready"] <= 2,
            ),
            Row("memory", "≤ 220 MB", lambda f: f"{f['peak_mb']:.0f} MB", lambda f: f["peak_mb"] <= 220),
        ),
    ),
    Benchmark(
        "station_stall",
        (
            Row(
                "stalls of the GUI thread while 100,000 members arrive and 200 sales are redeemed",
                "p99.9 ≤ 50 ms",
                lambda f: f"{f['p99.9']:.0f} ms (longest {f['longest']:.0f} ms)",
                lambda f: f["p99.9"] <= 50,
            ),
        ),
    ),
    Benchmark(
        "hq_push",
        (
            Row(
                "facts a second that HQ takes by HTTP, batches of 200",
                "–",
                lambda f: f"{f['facts_per_s']:,} ({f['share_of_bare']} of bare inserts)",
            ),
        ),
        quick=("--seconds", "3"),
    ),
    Benchmark(
        "hq_crowd",
        (
            Row(
                "an honest terminal's pushes beside 2,000 silent connections and 500 endless bodies, against alone",
                "p99 ≤ 2 times",
                lambda f: (
                    f"{_crowded(f):.1f} times (p99 {f['crowded_ms_p99']:.0f} ms against {f['alone_ms_p99']:.0f}; "
                    f"median {f['crowded_ms_p50']:.0f} against {f['alone_ms_p50']:.0f})"
                ),
                lambda f: _crowded(f) <= 2,
            ),
        ),
        quick=("--pushes", "40"),
    ),
    Benchmark(
        "invite_page",
        (
            Row(
                "the invite's page under 50 phones; its form",
                "p95 ≤ 50 ms",
                lambda f: (
                    f"{f['opened ms']['p95']:.0f} ms (median {f['opened ms']['median']:.0f}); "
                    f"{f['form ms']['p95']:.0f} ms"
                ),
                lambda f: float(f["opened ms"]["p95"]) <= 50,
            ),
        ),
        quick=("--seconds", "5"),
    ),
    Benchmark(
        "receipt_first_byte",
        (
            Row(
                "receipt queued → its first byte at a printer of this machine, durable on the way",
                "p95 ≤ 100 ms",
                lambda f: f"{f['picture']['p95']:.0f} ms painted; {f['gb18030']['p95']:.0f} ms as characters",
                lambda f: max(f["picture"]["p95"], f["gb18030"]["p95"]) <= 100,
            ),
        ),
    ),
    Benchmark(
        "badge_rendered",
        (
            Row(
                "a badge, from its document to a label printer's dots",
                "p95 ≤ 60 ms",
                lambda f: (
                    f"{f['badge ms']['p95']:.0f} ms (median {f['badge ms']['median']:.0f}; "
                    f"the first of a thread {f['first badge ms']:.0f})"
                ),
                lambda f: f["badge ms"]["p95"] <= 60,
            ),
        ),
    ),
    Benchmark(
        "coupon_sheet",
        (
            Row(
                "1,000 coupons with QR as one PDF of sheets; more memory; given up after",
                "≤ 10 s",
                lambda f: f"{f['s']:.1f} s ({f['CPU s']:.1f} s of CPU); {f['more MB']:.0f} MB; {f['after s']:.2f} s",
                lambda f: f["s"] <= 10 and f["left"] == 0,
            ),
        ),
    ),
)


def run(benchmark: Benchmark, *, quick: bool, out: Path) -> Found | None:
    """A benchmark's figures; None when it failed, or when what it measures is not here."""
    figures = out / f"{benchmark.name}.json"
    figures.unlink(missing_ok=True)
    command = [sys.executable, "-m", f"benchmarks.{benchmark.name}", "--json", str(figures)]
    began = time.perf_counter()
    print(f"\n== {benchmark.name}", flush=True)
    done = subprocess.run([*command, *(benchmark.quick if quick else ())], cwd=ROOT, check=False)
    print(f"   ({time.perf_counter() - began:.0f} s)", flush=True)
    if done.returncode != 0 or not figures.exists():
        return None
    found = json.loads(figures.read_text("utf-8"))
    return found if isinstance(found, dict) else None


def table(found: dict[str, Found], *, quick: bool) -> str:
    """The figures as Markdown."""
    lines = ["| figure | to reach | measured | | command |", "| --- | --- | --- | --- | --- |"]
    for benchmark in ALL:
        for row in benchmark.rows if benchmark.name in found else ():
            figures = found[benchmark.name]
            mark = "✓" if row.good(figures) else "✗"
            command = f"`python -m benchmarks.{benchmark.name}`"
            lines.append(f"| {row.figure} | {row.wanted} | {row.value(figures)} | {mark} | {command} |")
    if quick:
        lines.append("\nA quick run: fewer rounds than the README's figures.")
    if "decode_bursts" in found:
        lines.append("\n" + _burst_table(found["decode_bursts"]))
    return "\n".join(lines) + "\n"


def _burst_table(found: Found) -> str:
    lines = [
        "| bursts, read within 15 frames | scenes | product | zxing-cpp | zbar |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, cell in found["bursts"].items():
        cells = " | ".join(str(cell[reader]["within_15"]) for reader in ("product", "zxing-cpp", "zbar"))
        lines.append(f"| {name} | {found['scenes_each']} | {cells} |")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Run them; 1 when a figure was not reached or a benchmark failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds; minutes instead of a quarter of an hour")
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=[benchmark.name for benchmark in ALL])
    parser.add_argument("--out", type=Path, default=ROOT / "build", metavar="FOLDER")
    args = parser.parse_args(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    chosen = [benchmark for benchmark in ALL if not args.only or benchmark.name in args.only]
    found: dict[str, Found] = {}
    missed = False
    for benchmark in chosen:
        figures = run(benchmark, quick=args.quick, out=args.out)
        if figures is None:
            print(f"   {benchmark.name} gave no figures", file=sys.stderr)
            missed = True
        else:
            found[benchmark.name] = figures
            missed |= not all(row.good(figures) for row in benchmark.rows)
    words = table(found, quick=args.quick)
    (args.out / "benchmarks.md").write_text(words, "utf-8")
    text = json.dumps({"machine": machine(), "quick": args.quick, "figures": found}, ensure_ascii=False, indent=1)
    (args.out / "benchmarks.json").write_text(text + "\n", "utf-8")
    print("\n" + words)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
