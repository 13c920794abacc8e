"""Checks a published file: everything that can be recomputed is, and what cannot be is named.

Pure: how signatures are checked is handed in (`protocol/draws`). A check that holds and one that does not have the same
code (`report.Code`); a fault's `field` says where. A file that is no file of ours has one fault, `format`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from kiosk.domain.draws import verify_batch, verify_wheel
from kiosk.domain.draws.batch import fingerprint
from kiosk.domain.draws.checking import BeaconCheck, Checking, SignatureCheck
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.published import BATCH, FORMAT, WHEEL, BatchFile, Read, read, rules_hash
from kiosk.domain.draws.report import Args, Code, NoteCode, Report
from kiosk.domain.draws.seal import Seal


def verify(
    file: Any,
    *,
    signature_is_good: SignatureCheck,
    beacon_is_good: BeaconCheck,
    trusted: Collection[str] | None = None,
) -> Report:
    """Check a published file (its JSON value). `trusted`: public keys in hex that may have signed; None: whoever reads
    the report compares them. Whatever the file is, the answer is a report."""
    checking = Checking(signature_is_good, beacon_is_good, trusted)
    known = isinstance(file, Mapping) and file.get("format") == FORMAT and file.get("kind") in (BATCH, WHEEL)
    if not known or not isinstance(file, Mapping):
        field = "format" if not isinstance(file, Mapping) or file.get("format") != FORMAT else "kind"
        return Report(checking.made(Code.FORMAT, False, field=field))
    checking.say(Code.FORMAT, True)
    found = _read(checking, file)
    if found is not None:
        _rules(checking, found)
        if isinstance(found.file, BatchFile):
            verify_batch.check(checking, found.file)
        else:
            verify_wheel.check(checking, found.file)
    _seal(checking, file)
    return checking.report(_subject(found))


def _read(checking: Checking, file: Mapping[str, Any]) -> Read | None:
    try:
        found = read(file)
    except FieldFault as fault:
        checking.say(Code.FIELDS, False, field=fault.field, problem=fault.problem)
        return None
    checking.say(Code.FIELDS, True)
    if found.file.rehearsal:
        checking.note(NoteCode.REHEARSAL)
    return found


def _rules(checking: Checking, found: Read) -> None:
    file, rules = found.file, found.rules
    published = file.manifest.rules_hash if isinstance(file, BatchFile) else file.lease.rules_hash
    if rules.hash != published:
        checking.say(Code.RULES, False, field="rules.hash")
    else:
        checking.say(Code.RULES, rules_hash(rules.text) == published, field="rules.text")


def _seal(checking: Checking, file: Mapping[str, Any]) -> None:
    if "seal" not in file:
        checking.say(Code.SEAL, False, field="seal", problem="missing")
        return
    try:
        seal = Seal(file["seal"])
    except FieldFault as fault:
        checking.say(Code.SEAL, False, field=fault.field, problem=fault.problem)
        return
    if seal.key not in checking.publishers:
        checking.say(Code.SEAL, False, field="seal.key", problem="no_publisher")
    else:
        good = checking.signature_is_good(bytes.fromhex(seal.key), seal.message(), bytes.fromhex(seal.signature))
        checking.say(Code.SEAL, good, field="seal.signature", problem="signature")
    altered = seal.altered(file)
    for path in altered:
        checking.say(Code.ALTERED, False, field=path)
    if not altered:
        checking.say(Code.ALTERED, True)


def _subject(found: Read | None) -> Args:
    if found is None:
        return {}
    file = found.file
    if isinstance(file, BatchFile):
        manifest = file.manifest
        return {
            "kind": BATCH,
            "draw": manifest.draw_id,
            "seq": manifest.seq,
            "campaign": manifest.campaign,
            "entrants": manifest.entrants,
            "tickets": manifest.tickets,
            "fingerprint": fingerprint(manifest.hash()),
        }
    lease = file.lease
    return {
        "kind": WHEEL,
        "lease": lease.lease_id,
        "campaign": lease.campaign,
        "terminal": lease.terminal,
        "slots": lease.size,
        "fingerprint": fingerprint(lease.hash()),
    }
