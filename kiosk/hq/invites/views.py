"""What the invite's page shows at each step: `page` has the parts, this says which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from html import escape
from zoneinfo import ZoneInfo

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.documents.cleaning import clean, personal
from kiosk.domain.members.masking import mask_name
from kiosk.domain.registration.newcomers import Typed, Wrong
from kiosk.domain.registration.policy import RegistrationPolicy
from kiosk.domain.time import instant
from kiosk.hq.documents import phone as p
from kiosk.hq.documents.phone import Frame
from kiosk.hq.documents.symbols import symbol
from kiosk.hq.invites import offer, page, words
from kiosk.hq.invites.forms import Filled
from kiosk.hq.invites.invitation import Invitation, Worth
from kiosk.hq.invites.joining import Joined
from kiosk.hq.invites.page import Input
from kiosk.hq.newest import Newest

_SIDE = 232
"""CSS pixels of a symbol: it fits on the narrowest phone, and a scanner reads it from the glass."""
_Says = Callable[[str], str]
"""What is wrong with a field, in words."""
_MOST_SYMBOLS = 3
"""Coupons whose codes stand open; the others are told of, and are found at the checkout by the phone."""


def invitation(
    frame: Frame,
    invited: Invitation,
    policy: RegistrationPolicy,
    filled: Filled,
    hidden: Mapping[str, str],
    wrongs: Sequence[Wrong] = (),
    notice: str = "",
) -> bytes:
    """What the invitation is about, and the form."""
    assert invited.campaign is not None
    campaign, language = invited.campaign, frame.language
    title = clean(campaign.name.get(language))
    form = _form(frame, policy, filled, hidden, wrongs, notice)
    about = _about(frame, invited)
    rules = p.card(_rules(frame, invited))
    # whoever has something to mend sees it first
    return p.whole(frame, title, form, about, rules) if wrongs or notice else p.whole(frame, title, about, form, rules)


def _about(frame: Frame, invited: Invitation) -> str:
    campaign, language = invited.campaign, frame.language
    assert campaign is not None
    if invited.referrer:
        name = personal(invited.name)
        said = words.say(words.INVITES, language, name=name) or words.FRIEND_INVITES.get(language)
        who = p.paragraph(said, "from")
    else:
        who = p.paragraph(words.REFERRER_GONE.get(language), "pale")
    mine, theirs = offer.gifts_for_newcomers(campaign, language), offer.gifts_for_referrers(campaign, language)
    parts = [
        who,
        p.heading(clean(campaign.name.get(language)), 1),
        p.paragraph(clean(campaign.summary.get(language))),
        _days(frame, campaign),
    ]
    found = [p.card(*parts)]
    if mine:
        found.append(p.card(p.heading(words.FOR_YOU.get(language)), p.bullets(mine)))
    found.append(p.jump("join", words.JOIN.get(language)))
    if theirs and invited.referrer:
        thanks = (p.bullets(theirs), p.paragraph(words.WHEN_BOUGHT.get(language), "pale"))
        found.append(p.card(p.fold(words.FOR_FRIEND.get(language), *thanks)))
    return "".join(found)


def _days(frame: Frame, campaign: Campaign) -> str:
    """From when until when; no day is broken in two."""
    days = " – ".join(f"<span class=day>{escape(day)}</span>" for day in offer.days(campaign, frame.language))
    return f"<p class=pale>{frame.say(words.PERIOD)} {days}</p>"


_RULES: Newest[tuple[Campaign, str]] = Newest(64)
"""Rules as markup, of the campaigns and languages that were asked for last: they never change."""


def _rules(frame: Frame, invited: Invitation) -> str:
    campaign, language = invited.campaign, frame.language
    assert campaign is not None
    name = f"{id(campaign)}/{language}"  # what is kept holds the campaign, so that nothing else gets its number
    known = _RULES.get(name)
    if known is not None and known[0] is campaign:
        return known[1]
    said = "".join(
        p.heading(title, 3) + "".join(p.paragraph(line) for line in lines)
        for title, lines in offer.rules(campaign, language)
    )
    made = p.fold(words.RULES.get(language), said, p.paragraph(words.FIXED.get(language), "pale"))
    _RULES.put(name, (campaign, made))
    return made


# -- the form ---------------------------------------------------------------------------------------------------------


def _form(
    frame: Frame,
    policy: RegistrationPolicy,
    filled: Filled,
    hidden: Mapping[str, str],
    wrongs: Sequence[Wrong],
    notice: str,
) -> str:
    language, typed = frame.language, filled.typed
    said = {one.field + ("-" + one.purpose if one.purpose else ""): one for one in wrongs}

    def wrong(name: str) -> str:
        one = said.get(name)
        return "" if one is None else words.wrong(one.field, one.code, language)

    parts = [p.heading(words.JOIN.get(language))]
    if notice:
        parts.append(page.alert(notice))
    if wrongs:
        listed = [
            (_first_input(policy, name), words.wrong(one.field, one.code, language)) for name, one in said.items()
        ]
        parts.append(page.alert(words.CHECK_FORM.get(language), listed))
    parts.append(
        page.field(
            Input(
                "phone", words.PHONE.get(language), typed.phone, "tel", wrong("phone"),
                words.PHONE_HINT.get(language), "tel", needed=True, longest=60, extra=" inputmode=tel",
            )
        )
    )  # fmt: skip
    parts.append(
        page.field(
            Input("name", words.NAME.get(language), typed.name, wrong=wrong("name"), complete="name", needed=True)
        )
    )
    if policy.ask_birthday:
        parts.append(_birthday(frame, typed, wrong("birthday")))
    if policy.ask_email:
        parts.append(
            page.field(
                Input(
                    "email", words.EMAIL.get(language), typed.email, "email", wrong("email"), complete="email",
                    longest=254,
                )
            )
        )  # fmt: skip
    if policy.guardian_below > 0:
        parts.append(_age(frame, policy, filled, wrong))
    parts.append(_consents(frame, policy, typed, wrong))
    parts.append(page.button(words.SEND_CODE.get(language), "details"))
    return p.card(page.form(frame, hidden, *parts), name="join")


def _first_input(policy: RegistrationPolicy, name: str) -> str:
    """The id of what is touched to mend a field."""
    for number, text in enumerate(policy.consents):
        if name == f"consent-{text.purpose}":
            return f"consent{number}"
    return {"birthday": "month", "guardian": "child", "age": "adult"}.get(name, name)


def _birthday(frame: Frame, typed: Typed, wrong: str) -> str:
    language = frame.language
    month, _, day = typed.birthday.partition("-")
    months = [("", "–"), *((f"{one:02d}", str(one)) for one in range(1, 13))]
    days = [("", "–"), *((f"{one:02d}", str(one)) for one in range(1, 32))]
    bad = "birthday-wrong" if wrong else ""
    return (
        f"<fieldset><legend>{frame.say(words.BIRTHDAY)}</legend><div class=two>"
        f"{page.options('month', words.MONTH.get(language), months, month, bad=bad)}"
        f"{page.options('day', words.DAY.get(language), days, day, bad=bad)}</div>"
        f"{page.problem('birthday', wrong)}</fieldset>"
    )


def _age(frame: Frame, policy: RegistrationPolicy, filled: Filled, wrong: _Says) -> str:
    typed = filled.typed
    language, age = frame.language, str(policy.guardian_below)
    missing = wrong("age") or wrong("guardian")
    about = "age-wrong" if missing else ""
    adult = page.choice(
        "radio", "who", "adult", words.say(words.ADULT, language, age=age), id_="adult",
        on=filled.age == "adult", about=about,
    )  # fmt: skip
    child = page.choice(
        "radio",
        "who",
        "child",
        words.say(words.CHILD, language, age=age),
        id_="child",
        on=filled.age == "child",
        about=about,
    )
    guardian = "".join(
        page.field(one)
        for one in (
            Input(
                "guardian_name", words.GUARDIAN_NAME.get(language), typed.guardian_name, wrong=wrong("guardian_name")
            ),
            Input(
                "guardian_phone", words.GUARDIAN_PHONE.get(language), typed.guardian_phone, "tel",
                wrong("guardian_phone"), longest=60, extra=" inputmode=tel",
            ),
            Input("guardian_relation", words.RELATION.get(language), typed.guardian_relation, longest=60),
        )
    )  # fmt: skip
    return (
        f"<fieldset><legend>{frame.say(words.WHO)}</legend>{adult}{child}{page.problem('age', missing)}"
        f"<div class='guardian inner'>{guardian}</div></fieldset>"
    )


def _consents(frame: Frame, policy: RegistrationPolicy, typed: Typed, wrong: _Says) -> str:
    language = frame.language
    given = {(one.purpose, one.version) for one in typed.consents if one.given}
    said = ""
    for number, text in enumerate(policy.consents):
        bad = wrong(f"consent-{text.purpose}")
        tag = (words.NEEDED if text.required else words.AS_YOU_LIKE).get(language)
        said += page.choice(
            "checkbox", f"consent.{text.purpose}", text.version, clean(text.text.get(language)), id_=f"consent{number}",
            on=(text.purpose, text.version) in given, tag=tag, about=f"consent-{number}-wrong" if bad else "",
        ) + page.problem(f"consent-{number}", bad)  # fmt: skip
    return f"<fieldset><legend>{frame.say(words.CONSENTS)}</legend>{said}</fieldset>"


# -- the code ---------------------------------------------------------------------------------------------------------


def code(frame: Frame, shown: str, hidden: Mapping[str, str], wrong: str = "", *, again: bool = True) -> bytes:
    """The code is on its way, or what was wrong with it. `shown`: the phone as people write it."""
    language = frame.language
    title = words.ENTER_CODE.get(language)
    asked = Input(
        "code", words.CODE.get(language), "", wrong=wrong, complete="one-time-code", needed=True, longest=12,
        extra=' inputmode=numeric class=code',
    )  # fmt: skip
    entered = page.form(frame, hidden, page.field(asked), page.button(words.CONFIRM.get(language), "code"))
    sent = p.paragraph(words.say(words.CODE_SENT, language, phone=shown))
    more = page.form(
        frame,
        hidden,
        p.heading(words.NOT_COME.get(language)),
        p.paragraph(words.AGAIN_AFTER.get(language), "pale"),
        page.button(words.AGAIN.get(language), "again", second=True) if again else "",
        "<div class=field></div>",
        page.button(words.CHANGE.get(language), "change", second=True),
    )
    return p.whole(frame, title, p.card(p.heading(title, 1), sent, entered), p.card(more))


# -- done -------------------------------------------------------------------------------------------------------------


def welcome(frame: Frame, invited: Invitation, done: Joined, member_pass: str, until_ms: int) -> bytes:
    """The new member's pass and first coupons."""
    language = frame.language
    title = words.say(words.WELCOME, language, name=personal(mask_name(done.row.name))) or words.JOIN.get(language)
    zone = ZoneInfo(invited.zone)
    until = f"{instant(until_ms).astimezone(zone):%H:%M}"
    card = p.card(
        p.heading(title, 1),
        p.heading(words.PASS.get(language)),
        f"<figure>{symbol(member_pass, _SIDE)}<figcaption>{escape(words.say(words.PASS_UNTIL, language, time=until))}"
        "</figcaption></figure>",
        p.paragraph(words.CARD.get(language), "hint"),
        p.paragraph(_in_fours(done.row.card_no), "big"),
    )
    gifts = p.card(p.heading(words.GIFTS.get(language)), *_gifts(frame, invited, done))
    return p.whole(frame, title, card, gifts, p.card(*_referral(frame, invited, done)))


def _in_fours(number: str) -> str:
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def _gifts(frame: Frame, invited: Invitation, done: Joined) -> Iterator[str]:
    language, zone = frame.language, ZoneInfo(invited.zone)
    for row, template in done.coupons[:_MOST_SYMBOLS]:
        last = (row.coupon.expires - timedelta(seconds=1)).astimezone(zone)
        until = words.say(words.COUPON_UNTIL, language, day=offer.day(last, language))
        caption = f"{words.COUPON_SHOW.get(language)} · {until}"
        yield p.heading(clean(template.name.get(language)), 3)
        yield f"<figure>{symbol(row.token, _SIDE)}<figcaption>{escape(caption)}</figcaption></figure>"
    others = [clean(template.name.get(language)) for _row, template in done.coupons[_MOST_SYMBOLS:]]
    others += [text for reward in done.rewards if (text := _other(invited, reward, language))]
    yield p.bullets(others)
    yield p.paragraph((words.KEEP if done.coupons or others else words.NO_GIFTS).get(language), "pale")


def _other(invited: Invitation, reward: Reward, language: str) -> str:
    if reward.kind is RewardKind.COUPON or invited.campaign is None:
        return ""
    return offer.reward_words(invited.campaign, reward, language)


def _referral(frame: Frame, invited: Invitation, done: Joined) -> Iterator[str]:
    language = frame.language
    name = personal(invited.name) or words.FRIEND_INVITES.get(language)
    if done.part:
        why = words.WHY.get(done.part)
        yield p.paragraph(words.NOT_COUNTED.get(language))
        yield p.paragraph("" if why is None else why.get(language), "pale")
    elif done.held:
        yield p.paragraph(words.say(words.HELD, language, name=name))
    else:
        yield p.paragraph(words.say(words.COUNTS, language, name=name))
        yield p.paragraph(words.WHEN_BOUGHT.get(language), "pale")


def already(frame: Frame) -> bytes:
    """Whoever proved a phone that belongs to a member."""
    title = words.ALREADY.get(frame.language)
    return p.whole(frame, title, p.card(p.heading(title, 1), p.paragraph(words.ALREADY_SAYS.get(frame.language))))


# -- not this way -----------------------------------------------------------------------------------------------------


def no_use(frame: Frame, invited: Invitation) -> bytes:
    """An invitation that is worth nothing, or not yet: why, and what to do."""
    language = frame.language
    title, says = (text.get(language) for text in words.TITLES[invited.worth])
    name = clean(invited.campaign.name.get(language)) if invited.campaign is not None else ""
    if invited.worth is Worth.NOT_YET and invited.campaign is not None:
        says = says.replace("{day}", offer.day(invited.campaign.starts, language))
    parts = [p.paragraph(name, "pale")] if name else []
    return p.whole(frame, title, p.card(*parts, p.heading(title, 1), p.paragraph(says)))


def in_store(frame: Frame, invited: Invitation, says: str) -> bytes:
    """Not here at the moment: the invitation to be shown in a store."""
    language = frame.language
    title = words.JOIN.get(language)
    shown = f"<figure>{symbol(invited.token, _SIDE)}<figcaption>{frame.say(words.IN_A_STORE)}</figcaption></figure>"
    return p.whole(frame, title, p.card(p.heading(title, 1), p.paragraph(says), shown))


def strange(frame: Frame) -> bytes:
    """A form that is not ours."""
    title = words.STRANGE.get(frame.language)
    return p.whole(frame, title, p.card(p.heading(title, 1), p.paragraph(words.STRANGE_SAYS.get(frame.language))))
