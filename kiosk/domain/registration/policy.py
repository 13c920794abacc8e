"""How the chain registers: what is asked, what newcomers agree to, when a referral looks wrong.

The row `chain/registration`; a default stands where HQ has published none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.registration.phones import COUNTRIES
from kiosk.domain.texts import LANGUAGES, LocalText

GUARDIAN_BELOW = 14
"""Below it a parent or guardian decides (个人信息保护法, article 31)."""


SERVICE, MARKETING = "service", "marketing"
"""What consents are for. Stable; written into facts. A chain may ask for others beside them."""


class Review(StrEnum):
    """Which registrations a person at HQ looks at."""

    NONE = "none"
    SUSPICIOUS = "suspicious"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One consent, asked for by itself. `version`: of its words, written into facts; `required`: without it nobody can
    be a member. Raises ValueError for a text that says nothing in one of the languages."""

    purpose: str
    version: str
    text: LocalText
    required: bool = False

    def __post_init__(self) -> None:
        if not self.version or not all(self.text.get(language).strip() for language in LANGUAGES):
            raise ValueError("nobody agrees to nothing")


@dataclass(frozen=True, slots=True)
class MostAnHour:
    """Referred newcomers an hour, by one referrer, one clerk, one self-service device: what comes beyond is held."""

    referrer: int = 5
    clerk: int = 20
    device: int = 20


SERVICE_TEXT = LocalText(
    "我同意貴公司為提供會員服務（集點、優惠券、售後聯繫）保存並使用我填寫的姓名、電話及選填資料。我可隨時查詢、更正或要求刪除。",
    "我同意贵公司为提供会员服务（积分、优惠券、售后联系）保存并使用我填写的姓名、电话及选填信息。我可随时查询、更正或要求删除。",
    "I agree that the company keeps and uses my name, phone and what else I fill in to serve me as a member: points, "
    "coupons, questions about my purchases. I may see, correct or have it deleted at any time.",
)
MARKETING_TEXT = LocalText(
    "我同意以簡訊或電子郵件接收優惠與活動訊息。我可隨時取消，不影響會員權益。",
    "我同意以短信或电子邮件接收优惠与活动信息。我可随时取消，不影响会员权益。",
    "I would like to hear of offers and events by text message or e-mail. I can stop this at any time and stay a "
    "member.",
)
DEFAULT_CONSENTS = (
    ConsentText(SERVICE, "1", SERVICE_TEXT, required=True),
    ConsentText(MARKETING, "1", MARKETING_TEXT),
)


@dataclass(frozen=True, slots=True)
class RegistrationPolicy:
    """The chain's. `household_key`: hex; the key of `person.phone_keys`; `countries`: tried in this order for a phone
    without a country's code; `code_needed`: nobody is registered with an unproved phone while HQ can send codes;
    `ask_birthday`, `ask_email`: whether the question is asked at all (it never has to be answered)."""

    consents: tuple[ConsentText, ...] = DEFAULT_CONSENTS
    guardian_below: int = GUARDIAN_BELOW
    household_key: str = field(default="", repr=False)
    countries: tuple[str, ...] = COUNTRIES
    review: Review = Review.SUSPICIOUS
    most_an_hour: MostAnHour = MostAnHour()
    code_needed: bool = False
    ask_birthday: bool = True
    ask_email: bool = True

    @property
    def key(self) -> bytes:
        """The key of `person.phone_keys`; empty where there is none, or none that can be read."""
        try:
            return bytes.fromhex(self.household_key)
        except ValueError:
            return b""

    def text_of(self, purpose: str) -> ConsentText | None:
        """The consent that is asked for a purpose now."""
        return next((one for one in self.consents if one.purpose == purpose), None)


DEFAULT_POLICY = RegistrationPolicy()
