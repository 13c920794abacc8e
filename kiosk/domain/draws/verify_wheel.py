"""The checks of a closed lease's file: the tape made anew, and every spin the slot that came next."""

from __future__ import annotations

from kiosk.domain.draws.checking import Checking
from kiosk.domain.draws.encoding import signed_bytes
from kiosk.domain.draws.fields import is_hex
from kiosk.domain.draws.published import HQ, TERMINAL, WheelFile
from kiosk.domain.draws.report import Code, Limit, NoteCode
from kiosk.domain.draws.wheel import SECRET_BYTES, opening_body, tape, tape_root, tape_seed, terminal_commitment


def check(checking: Checking, file: WheelFile) -> None:
    """All of them."""
    lease = file.lease
    checking.signatures(file.signatures, lease.body(), (HQ,))
    codes = _tape(checking, file)
    _signed_root(checking, file)
    _journal(checking, file, codes)
    used = len(file.journal)
    checking.say(Code.CLOSED, file.closed.used == used, field="closed.used", expected=used, found=file.closed.used)
    outside = sum(not lease.valid_from <= at <= lease.valid_to for _, _, at in file.journal)
    if outside:
        checking.note(NoteCode.OUTSIDE_ITS_TIME, spins=outside)
    checking.limit(Limit.PUBLISHED_IN_TIME, Limit.PEEKED, Limit.WHO_SPUN, Limit.HANDED_OVER)


def _tape(checking: Checking, file: WheelFile) -> list[str] | None:
    """The tape made anew; None where what it is made of does not hold."""
    lease, nt = file.lease, bytes.fromhex(file.nt) if is_hex(file.nt, SECRET_BYTES) else b""
    bound = bool(nt) and terminal_commitment(nt).hex() == lease.commit_terminal
    checking.say(Code.COMMITMENT, bound, field="nT")
    chain = checking.beacon(lease.beacon, file.chain, file.beacon, "beacon")
    if not bound or chain is None:
        return None
    codes = tape(lease.counts, tape_seed(lease.hash(), nt, bytes.fromhex(file.beacon.signature)))
    root = tape_root(lease.lease_id, codes, nt).hex()
    if file.tape_root.size != len(codes):
        checking.say(Code.TAPE_ROOT, False, field="tape_root.size")
    else:
        checking.say(Code.TAPE_ROOT, root == file.tape_root.root, field="tape_root.root")
    return codes


def _signed_root(checking: Checking, file: WheelFile) -> None:
    said = file.tape_root
    body = opening_body(file.lease, bytes.fromhex(said.root)) | {"size": said.size}
    good = checking.signature_is_good(bytes.fromhex(said.key), signed_bytes(body), bytes.fromhex(said.signature))
    checking.say(Code.TAPE_SIGNATURE, good, field="tape_root.signature")
    checking.publishers.add(said.key)
    if good:
        checking.vouched("tape_root.key", said.key, TERMINAL)


def _journal(checking: Checking, file: WheelFile, codes: list[str] | None) -> None:
    for place, (j, code, _at) in enumerate(file.journal):
        if j != place:
            checking.say(Code.JOURNAL, False, field="journal", place=place, problem="gap")
            return
        if codes is not None and (j >= len(codes) or code != codes[j]):
            problem = "beyond" if j >= len(codes) else "other_code"
            checking.say(Code.JOURNAL, False, field="journal", place=place, problem=problem)
            return
    checking.say(Code.JOURNAL, True)
