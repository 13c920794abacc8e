"""What can be wrong with the ledger."""

from __future__ import annotations


class LedgerFault(Exception):
    """The ledger cannot do its work. `code` is stable; ui/shell/messages.py has the words.

    LedgerFault
    ├── LedgerFull        no room on the disk
    ├── LedgerReadOnly    folder or file cannot be written
    ├── LedgerLocked      another process owns the ledger
    ├── WrongKey          the key does not open the file (or the file is no ledger)
    ├── LedgerDamaged     the file is corrupt, or the chain is broken
    ├── LedgerTooNew      written by a newer program
    └── SqliteTooOld      the SQLite library lacks the WAL-reset fix
    """

    code = "ledger_fault"


class LedgerClosed(RuntimeError):
    """The ledger was closed, or the program ends and its thread takes nothing any more. No fault: whoever works in the
    background ends."""


class LedgerFull(LedgerFault):
    """No room on the disk."""

    code = "disk_full"


class LedgerReadOnly(LedgerFault):
    """Folder or file cannot be written."""

    code = "ledger_read_only"


class LedgerLocked(LedgerFault):
    """Another process owns the ledger."""

    code = "ledger_locked"


class WrongKey(LedgerFault):
    """The key does not open the file."""

    code = "ledger_wrong_key"


class LedgerDamaged(LedgerFault):
    """The file is corrupt or the chain is broken."""

    code = "ledger_damaged"


class LedgerTooNew(LedgerFault):
    """Written by a newer program."""

    code = "ledger_too_new"


class SqliteTooOld(LedgerFault):
    """The SQLite library lacks the WAL-reset fix (3.51.3 or later is needed)."""

    code = "sqlite_too_old"
