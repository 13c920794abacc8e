"""The words of a fault: what happened, and what to do about it. Found by the fault's stable code."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.ui.i18n import translate

UNEXPECTED = "unexpected"
CONFIG_ERROR = "config_error"

FAULT_CODES = (
    "disk_full",
    "ledger_read_only",
    "ledger_locked",
    "ledger_wrong_key",
    "ledger_damaged",
    "ledger_too_new",
    "sqlite_too_old",
    "ledger_fault",
    "key_store_fault",
    "key_store_unavailable",
    "key_store_locked",
    "key_store_damaged",
    "key_store_wrong_passphrase",
    "key_store_passphrase_needed",
    "key_store_secret_missing",
    CONFIG_ERROR,
    UNEXPECTED,
)


@dataclass(frozen=True, slots=True)
class FaultWords:
    """What happened, and what to do about it, in the language in use."""

    title: str
    text: str
    steps: tuple[str, ...]


def fault_words(code: str) -> FaultWords:
    """Title, text and steps for a fault code; those of an unexpected fault for a code that is not known."""
    words = {
        "disk_full": lambda: FaultWords(
            translate("Fault", "The disk of this terminal is full"),
            translate("Fault", "Nothing was redeemed just now. Everything redeemed before is safe."),
            (
                translate("Fault", "Free some space: empty the recycle bin, remove old downloads."),
                translate("Fault", "Then press “Try again”. The journal itself must not be deleted."),
            ),
        ),
        "ledger_read_only": lambda: FaultWords(
            translate("Fault", "The journal cannot be written"),
            translate("Fault", "Its folder is read-only, so no redemption can be recorded. Everything before is safe."),
            (
                translate("Fault", "Ask IT to give this user account the right to write in the data folder."),
                translate("Fault", "Then press “Try again”."),
            ),
        ),
        "ledger_locked": lambda: FaultWords(
            translate("Fault", "The program is running already"),
            translate("Fault", "Another window of it owns the journal on this computer."),
            (
                translate("Fault", "Go on in the window that is open already."),
                translate("Fault", "If there is none, restart the computer."),
            ),
        ),
        "ledger_wrong_key": lambda: FaultWords(
            translate("Fault", "The journal cannot be opened"),
            translate(
                "Fault", "Its key on this computer does not fit. This happens after a move to another user or computer."
            ),
            (
                translate("Fault", "Sign in to this computer as the user who set the terminal up."),
                translate("Fault", "If that is not possible, call IT: they restore the key or a backup."),
            ),
        ),
        "ledger_damaged": lambda: FaultWords(
            translate("Fault", "The journal is damaged"),
            translate("Fault", "To protect what was redeemed, nothing more is recorded on this terminal."),
            (
                translate("Fault", "Use another till, or paper slips, until it is repaired."),
                translate(
                    "Fault",
                    "Call IT: they verify the journal and restore the last backup. HQ has everything sent so far.",
                ),
            ),
        ),
        "ledger_too_new": lambda: FaultWords(
            translate("Fault", "This program is too old for its journal"),
            translate("Fault", "A newer version worked here before. Nothing is lost."),
            (translate("Fault", "Start the newer version, or ask IT to install it."),),
        ),
        "sqlite_too_old": lambda: FaultWords(
            translate("Fault", "A part of the program is out of date"),
            translate("Fault", "The database library has a known fault that can lose data, so it is not used."),
            (translate("Fault", "Ask IT to install the program again from its original package."),),
        ),
        "ledger_fault": lambda: FaultWords(
            translate("Fault", "The journal does not answer"),
            translate("Fault", "The last step was not recorded. Everything before is safe."),
            (
                translate("Fault", "Press “Try again”."),
                translate("Fault", "If this page comes back, restart the computer, then call IT."),
            ),
        ),
        "key_store_fault": lambda: FaultWords(
            translate("Fault", "The key of the journal cannot be fetched"),
            translate("Fault", "The key store of this computer gave an error, so the journal stays closed."),
            (
                translate("Fault", "Press “Try again”."),
                translate("Fault", "If this page comes back, restart the computer, then call IT."),
            ),
        ),
        "key_store_unavailable": lambda: FaultWords(
            translate("Fault", "The key store of this computer does not answer"),
            translate("Fault", "The journal’s key is kept there, so the journal stays closed. Nothing is lost."),
            (
                translate("Fault", "Sign out of this computer and in again, then start the program."),
                translate("Fault", "If this page comes back, call IT: the key store was removed or switched off."),
            ),
        ),
        "key_store_locked": lambda: FaultWords(
            translate("Fault", "The key store of this computer is locked"),
            translate("Fault", "The journal’s key is kept there, so the journal stays closed. Nothing is lost."),
            (
                translate("Fault", "Unlock the key store with the password of this computer’s user."),
                translate("Fault", "Then press “Try again”."),
            ),
        ),
        "key_store_damaged": lambda: FaultWords(
            translate("Fault", "The key of the journal is damaged"),
            translate("Fault", "What the key store holds is not what was put there, so the journal stays closed."),
            (
                translate("Fault", "Use another till, or paper slips, until it is repaired."),
                translate("Fault", "Call IT: they restore the key from its copy. Delete nothing meanwhile."),
            ),
        ),
        "key_store_wrong_passphrase": lambda: FaultWords(
            translate("Fault", "The passphrase of the key file is wrong"),
            translate(
                "Fault", "The journal’s key lies in a file under a passphrase, and the one given does not open it."
            ),
            (
                translate("Fault", "Ask IT to put the right passphrase into the settings."),
                translate("Fault", "Then press “Try again”."),
            ),
        ),
        "key_store_passphrase_needed": lambda: FaultWords(
            translate("Fault", "The key file wants its passphrase"),
            translate("Fault", "The journal’s key lies in a file under a passphrase, and none was given."),
            (
                translate("Fault", "Ask IT to start the program with the passphrase of the key file."),
                translate("Fault", "Then press “Try again”."),
            ),
        ),
        "key_store_secret_missing": lambda: FaultWords(
            translate("Fault", "The key file is from another computer"),
            translate(
                "Fault", "The secret that belongs to it is not on this computer: data was copied, or it was deleted."
            ),
            (
                translate("Fault", "Sign in to this computer as the user who set the terminal up."),
                translate("Fault", "If that is not possible, call IT: they restore the key or a backup."),
            ),
        ),
        CONFIG_ERROR: lambda: FaultWords(
            translate("Fault", "The settings cannot be read"),
            translate("Fault", "The program does not start with settings it does not understand. Nothing is lost."),
            (
                translate("Fault", "Give IT the line below: it names the file and the place in it."),
                translate("Fault", "When it is put right, press “Try again”."),
            ),
        ),
    }
    if code in words:
        return words[code]()
    return FaultWords(
        translate("Fault", "Something unexpected happened"),
        translate("Fault", "The last step may not have been carried out. Everything recorded before is safe."),
        (
            translate("Fault", "Press “Try again” and look at “Recent” to see whether the last sale is there."),
            translate("Fault", "If this page comes back, copy the details and send them to IT."),
        ),
    )
