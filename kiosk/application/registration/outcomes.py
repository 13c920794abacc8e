"""What registration asks for and answers, as it may be shown: names and phones masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.application.campaigns.outcomes import RewardView
from kiosk.domain.registration.policy import ConsentText
from kiosk.domain.registration.referral import How, Verdict
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class RegistrationDesk:
    """What a page of registration needs before anybody types. `country`: the store's (ISO 3166-1, "" unknown);
    `countries`: tried for a phone without a country's code; `codes`: HQ can be asked to send codes now;
    `code_needed`: while it can, nobody is registered without one. `registration`: a fresh name for what is registered
    next; handing it back in `NewMember` makes a second press of the button do nothing new."""

    consents: tuple[ConsentText, ...]
    countries: tuple[str, ...]
    country: str
    guardian_below: int
    ask_birthday: bool
    ask_email: bool
    codes: bool
    code_needed: bool
    registration: str


@dataclass(frozen=True, slots=True)
class Referrer:
    """Who recommends. `here`: a member of this store's list; `campaign`: of the invite."""

    member: str
    masked_name: str
    how: How
    campaign: str = ""
    here: bool = True


@dataclass(frozen=True, slots=True)
class KnownHere:
    """Somebody who has a phone already. `home`: their store (id); `here`: on this store's list."""

    member: str
    masked_name: str
    masked_phone: str
    home: str
    here: bool = True


@dataclass(frozen=True, slots=True)
class CodeSent:
    """A one-time code is on its way. `op`: names it; good `until`; another may be asked for at `resend_after`."""

    op: str
    until: datetime
    resend_after: datetime


@dataclass(frozen=True, slots=True)
class CodeGiven:
    """What the customer read from their phone, for the code that `op` names."""

    op: str
    digits: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Agreed:
    """An answer to one consent, in the version that was shown."""

    purpose: str
    version: str
    given: bool


@dataclass(frozen=True, slots=True)
class GuardianGiven:
    """Who signs for a child, as typed."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    relation: str = ""


@dataclass(frozen=True, slots=True)
class PaperForm:
    """The paper form that is keyed in: its number, and the day that was written on it."""

    number: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FormsPrinted:
    """A set of numbered forms, to be printed. `consents`: in the words that stand on them."""

    set_id: str
    numbers: tuple[str, ...]
    consents: tuple[ConsentText, ...]


@dataclass(frozen=True, slots=True)
class FormNamed:
    """A form that can be keyed in: its number, and the set it is of."""

    number: str
    set_id: str


@dataclass(frozen=True, slots=True)
class NewMember:
    """Who wants to be a member, as typed. `birthday`: "MM-DD"; `language`: of messages to them; `consents`: an answer
    to each that was asked; `child`: they are below the policy's age, and `guardian` signs; `registration`: of the
    `RegistrationDesk`."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    consents: tuple[Agreed, ...]
    birthday: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    language: str = "zh_TW"
    child: bool = False
    guardian: GuardianGiven | None = None
    referrer: Referrer | None = None
    code: CodeGiven | None = None
    form: PaperForm | None = None
    registration: str = ""


@dataclass(frozen=True, slots=True)
class ReferralOutcome:
    """What becomes of a recommendation. `reasons`: codes of `domain.registration.referral` (words:
    `ui.words.registration.reason_words`), the first the weightiest; `referrer`: masked name."""

    verdict: Verdict = Verdict.NONE
    reasons: tuple[str, ...] = ()
    referrer: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """A new member. `card_no`: printed on the welcome slip; `pass_token`: their pass, good for minutes, "" where this
    terminal cannot sign; `gifts`: what they got at once; `provisional`: points are held until the phone is proved or
    HQ has looked; `again`: it was registered before, by the same form or the same press of the button."""

    member: str
    masked_name: str
    card_no: str
    pass_token: str
    gifts: tuple[RewardView, ...]
    referral: ReferralOutcome
    provisional: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class AlreadyMember:
    """The phone is a member's: show them instead. `referral`: why the recommendation does not count, if there was
    one."""

    known: KnownHere
    referral: ReferralOutcome = ReferralOutcome()


@dataclass(frozen=True, slots=True)
class Proved:
    """The phone is theirs."""

    member: str


@dataclass(frozen=True, slots=True)
class Consented:
    """A consent was given or withdrawn. `ends`: without it they cannot stay a member, and HQ is asked to erase them."""

    member: str
    purpose: str
    version: str
    given: bool
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation to hand on. `token`: KI1…; `link`: the same as an address for a phone's camera, "" where HQ's
    address is not known."""

    token: str
    link: str
    until: datetime
    campaign: str
    campaign_name: LocalText


class ReferralStage(StrEnum):
    """How far a friend is."""

    REGISTERED = "registered"
    BOUGHT = "bought"
    SETTLED = "settled"  # bought, and what it gave cannot be taken back any more
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ReferralView:
    """A friend, masked. `reasons`: why it is held or refused; `gifts`: what the referrer got for it."""

    friend: str
    masked_name: str
    stage: ReferralStage
    since: datetime
    reasons: tuple[str, ...] = ()
    gifts: tuple[RewardView, ...] = ()


@dataclass(frozen=True, slots=True)
class LadderStep:
    """A step of a ladder (1, 3, 5, 10 friends): `have` of `need`; `gifts`: what it gives; `bought`: friends count when
    they have bought, else when they have registered."""

    campaign: LocalText
    rule: LocalText
    have: int
    need: int
    bought: bool
    gifts: tuple[RewardView, ...]

    @property
    def reached(self) -> bool:
        """Whether it was."""
        return self.have >= self.need


@dataclass(frozen=True, slots=True)
class Referrals:
    """A member's friends, newest first, and the ladders they climb, nearest step first."""

    friends: tuple[ReferralView, ...] = ()
    ladder: tuple[LadderStep, ...] = ()
    invited_by: str = ""
    """Masked name of who recommended them."""


class ReviewState(StrEnum):
    """What HQ thinks of a registration."""

    NONE = "none"  # nothing to look at
    WAITING = "waiting"
    ASKED = "asked"  # a question is open; `reason` says which
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ConsentState:
    """A consent as it stands."""

    purpose: str
    version: str
    given: bool
    at: datetime
    current: bool = True
    """The version is the one that is asked for now."""


@dataclass(frozen=True, slots=True)
class RegistrationState:
    """Where a member's registration stands, as far as this terminal knows. `registered_at` None: before the journals;
    `merged_into`: the member who stays; `told`: HQ has the person."""

    member: str
    registered_at: datetime | None = None
    proved: bool = False
    review: ReviewState = ReviewState.NONE
    reason: str = ""
    referral: ReferralOutcome = ReferralOutcome()
    merged_into: str = ""
    erased: bool = False
    told: bool = True
    consents: Sequence[ConsentState] = ()
