"""How the chain registers: one row for all terminals, and every text of a consent that was ever asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from kiosk.domain.journal.fit import fit_text
from kiosk.domain.registration.policy import SERVICE, ConsentText, RegistrationPolicy, Review
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.hq.context import Context
from kiosk.hq.members.reviews import POLICY, policy
from kiosk.hq.messages.settings import read, write
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.store.database import Tx
from kiosk.protocol.rows import REGISTRATION_ID

_TEXTS = "registration/texts"
_MOST_TEXT = 2_000
_MOST_CONSENTS = 6
_KEY_BYTES = 32


class PolicyFault(ValueError):
    """It cannot be the policy; the text says why, to a person."""


class _Consent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    purpose: str
    version: str
    text: dict[str, str]
    required: bool = False


class _Most(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    referrer: int | None = None
    clerk: int | None = None
    device: int | None = None


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file: what it does not name stays as it is."""

    consents: list[_Consent] | None = None
    guardian_below: int | None = None
    countries: list[str] | None = None
    review: Review | None = None
    most_an_hour: _Most | None = None
    code_needed: bool | None = None
    ask_birthday: bool | None = None
    ask_email: bool | None = None


def begin(context: Context, tx: Tx) -> RegistrationPolicy:
    """The policy, with a key for households that is made once and never changes: the same phone gives the same hash for
    as long as the chain lives."""
    found = policy(tx)
    if not found.household_key:
        found = replace(found, household_key=context.random.bytes(_KEY_BYTES).hex())
        _put(context, tx, found, "")
    return found


def put(context: Context, tx: Tx, said: object, by: str) -> RegistrationPolicy:
    """Another policy, from what a file says. Raises PolicyFault."""
    try:
        given = msgspec.convert(said, _Said)
    except msgspec.ValidationError as error:
        raise PolicyFault(str(error)) from error
    before = begin(context, tx)
    changes: dict[str, Any] = {
        name: value
        for name in ("guardian_below", "review", "code_needed", "ask_birthday", "ask_email")
        if (value := getattr(given, name)) is not None
    }
    if given.countries is not None:
        changes["countries"] = tuple(dict.fromkeys(given.countries))
    if given.most_an_hour is not None:
        most = {name: value for name in ("referrer", "clerk", "device") if (value := getattr(given.most_an_hour, name))}
        changes["most_an_hour"] = replace(before.most_an_hour, **most)
    if given.consents is not None:
        changes["consents"] = tuple(_consent(one) for one in given.consents)
    made = replace(before, **changes)
    _check(made)
    _check_texts(tx, made)
    _put(context, tx, made, by)
    return made


def texts_ever(tx: Tx) -> dict[str, LocalText]:
    """Every text that was ever asked for, by "purpose/version": what somebody agreed to can be shown for good."""
    kept = read(tx, _TEXTS)
    found = {} if kept is None else msgspec.json.decode(kept, type=dict[str, LocalText])
    return found | {_name(one): one.text for one in policy(tx).consents}


def _put(context: Context, tx: Tx, made: RegistrationPolicy, by: str) -> None:
    write(context, tx, _TEXTS, msgspec.json.encode(texts_ever(tx)).decode(), by)
    publish(tx, [RowChange(POLICY, REGISTRATION_ID, made)], context.clock.now_ms())


def _name(one: ConsentText) -> str:
    return f"{one.purpose}/{one.version}"


def _consent(said: _Consent) -> ConsentText:
    if sorted(said.text) != sorted(LANGUAGES):
        raise PolicyFault(f"{said.purpose}: a text in each of {', '.join(LANGUAGES)}")
    for language, text in said.text.items():
        plain = text.replace("\n", "")
        if not plain.strip() or not plain.isprintable() or not fit_text(text, _MOST_TEXT):
            raise PolicyFault(f"{said.purpose} in {language}: 1 to {_MOST_TEXT} printable characters")
    for name in (said.purpose, said.version):
        if not (name.isprintable() and name.strip() and fit_text(name, 32) and "/" not in name):
            raise PolicyFault("a purpose and a version have 1 to 32 characters, without '/'")
    return ConsentText(said.purpose, said.version, LocalText(**said.text), said.required)


def _check(made: RegistrationPolicy) -> None:
    purposes = [one.purpose for one in made.consents]
    if len(set(purposes)) != len(purposes) or not 0 < len(purposes) <= _MOST_CONSENTS:
        raise PolicyFault(f"1 to {_MOST_CONSENTS} consents, each for another purpose")
    if made.text_of(SERVICE) is None:
        raise PolicyFault(f"without the consent '{SERVICE}' nobody can be served")
    if any(one.required for one in made.consents if one.purpose != SERVICE):
        raise PolicyFault(f"nobody has to agree to more than '{SERVICE}' to be a member")
    if not 0 <= made.guardian_below <= 21:
        raise PolicyFault("guardian_below is an age of 0 to 21")
    import phonenumbers  # its tables take a moment

    unknown = [one for one in made.countries if one not in phonenumbers.SUPPORTED_REGIONS]
    if unknown or not 0 < len(made.countries) <= 20:
        raise PolicyFault(f"countries are 1 to 20 codes such as TW; unknown: {', '.join(unknown)[:80] or 'none'}")
    most = made.most_an_hour
    if min(most.referrer, most.clerk, most.device) < 1 or max(most.referrer, most.clerk, most.device) > 10_000:
        raise PolicyFault("most_an_hour are numbers of 1 to 10000")


def _check_texts(tx: Tx, made: RegistrationPolicy) -> None:
    """What somebody agreed to is never given other words under the same version."""
    known = texts_ever(tx)
    for one in made.consents:
        if known.get(_name(one), one.text) != one.text:
            raise PolicyFault(f"{one.purpose} has other words: give them another version than {one.version}")


def as_plain(made: RegistrationPolicy) -> dict[str, Any]:
    """The policy as a file would say it; the key of households is nobody's to see."""
    said: dict[str, Any] = msgspec.to_builtins(made)
    del said["household_key"]
    return said
