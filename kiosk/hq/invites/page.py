"""Forms on the invite's page: fields that say what is wrong with them, each text of others escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from kiosk.hq.documents.phone import LANG, Frame


def form(frame: Frame, hidden: Mapping[str, str], *parts: str) -> str:
    """A form that comes back to the page."""
    kept = "".join(f'<input type=hidden name="{name}" value="{escape(value)}">' for name, value in hidden.items())
    where = f'action="?lang={LANG[frame.language]}" accept-charset="utf-8"'
    return f"<form method=post {where} novalidate>{kept}{''.join(parts)}</form>"


def button(text: str, step: str, *, second: bool = False) -> str:
    """What sends the form."""
    return f"<button name=step value={step}{' class=second' if second else ''}>{escape(text)}</button>"


@dataclass(frozen=True, slots=True)
class Input:
    """A field. `value`: what was typed; `wrong`: what is wrong with it, in words; `hint`: beside its label."""

    name: str
    label: str
    value: str = ""
    kind: str = "text"
    wrong: str = ""
    hint: str = ""
    complete: str = "off"
    needed: bool = False
    longest: int = 600
    extra: str = ""


def field(one: Input) -> str:
    """Label, hint, input and what is wrong, tied together for who hears the page."""
    about = [f"{one.name}-{what}" for what, text in (("hint", one.hint), ("wrong", one.wrong)) if text]
    hint = f"<p class=hint id={one.name}-hint>{escape(one.hint)}</p>" if one.hint else ""
    state = f' aria-describedby="{" ".join(about)}"' if about else ""
    state += " aria-invalid=true" if one.wrong else ""
    state += " aria-required=true" if one.needed else ""
    return (
        f"<div class=field><label for={one.name}>{escape(one.label)}</label>{hint}"
        f'<input id={one.name} name={one.name} type={one.kind} value="{escape(one.value)}"'
        f' autocomplete="{one.complete}"'
        f" maxlength={one.longest}{state}{one.extra}>{problem(one.name, one.wrong)}</div>"
    )


def problem(name: str, wrong: str) -> str:
    """What is wrong with a field, below it."""
    return f"<p class=wrong id={name}-wrong>{escape(wrong)}</p>" if wrong else ""


def alert(title: str, wrongs: Iterable[tuple[str, str]] = ()) -> str:
    """What has to be looked at, before everything else: (id of the field, words)."""
    items = "".join(f'<li><a href="#{name}">{escape(text)}</a></li>' for name, text in wrongs)
    return f"<div class=alert role=alert><p>{escape(title)}</p>{f'<ul>{items}</ul>' if items else ''}</div>"


def options(name: str, label: str, choices: Iterable[tuple[str, str]], chosen: str, *, bad: str = "") -> str:
    """A list to choose one of: (value, words)."""
    said = "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{escape(text)}</option>'
        for value, text in choices
    )
    state = f' aria-invalid=true aria-describedby="{bad}"' if bad else ""
    return f"<div><label for={name}>{escape(label)}</label><select id={name} name={name}{state}>{said}</select></div>"


def choice(kind: str, name: str, value: str, label: str, *, id_: str, on: bool, tag: str = "", about: str = "") -> str:
    """A tick or one of several, with its whole label to touch."""
    state = f' aria-describedby="{about}" aria-invalid=true' if about else ""
    tagged = f" <span class=tag>{escape(tag)}</span>" if tag else ""
    return (
        f'<label class=choice for={id_}><input type={kind} id={id_} name="{escape(name)}" value="{escape(value)}"'
        f"{' checked' if on else ''}{state}><span>{escape(label)}{tagged}</span></label>"
    )
