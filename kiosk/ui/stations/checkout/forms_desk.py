"""Registration forms on paper at the till: keyed in one after the other, printed by a manager."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.routing import route
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.forms import is_form_code, square_code
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.newcomers import Newcomers
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.application.registration.outcomes import Registered
    from kiosk.ui.stations.checkout.forms_sheet import FormsMemory, FormsSheet

Printed = tuple[int, Queued | NotPrinted] | Refusal


class FormsDesk(QObject):
    """Opens the sheet, hands each form to the sheet of new members, and comes back for the next."""

    def __init__(
        self,
        shell: Shell,
        api: CheckoutApi,
        newcomers: Newcomers,
        actor: Callable[[], Staff | None],
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__()
        self._shell, self._api, self._newcomers = shell, api, newcomers
        self._actor, self._around = actor, around
        self._memory: FormsMemory | None = None
        self._terminal: TerminalInfo | None = None
        newcomers.form_registered.connect(self._on_registered)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is, for what is printed."""
        self._terminal = terminal

    def forget(self) -> None:
        """Somebody else works."""
        self._memory = None

    def takes(self, event: ScanEvent) -> bool:
        """Whether a code is a form's."""
        return is_form_code(event.text)

    def take(self, event: ScanEvent) -> None:
        """A form was scanned at the till."""
        sheet = self._open()
        if sheet is not None:
            sheet.take(event)

    def open(self) -> None:
        """F6 among paper slips."""
        self._open()

    def _open(self) -> FormsSheet | None:
        from kiosk.ui.stations.checkout.forms_sheet import FormsMemory, FormsSheet

        actor, shell = self._actor(), self._shell
        if actor is None:
            return None
        if not actor.may(Permission.KEY_IN_SLIPS):
            self._say_no(Refusal(RefusalCode.NOT_PERMITTED))
            return None
        self._memory = self._memory or FormsMemory()
        today = shell.ui.i18n.local(instant(shell.clock.now_ms())).date()
        sheet = FormsSheet(shell.ui, self._api, shell.tasks, today, self._memory, self._around)
        sheet.form_named.connect(self._newcomers.open_form)
        sheet.print_wanted.connect(self._on_print_wanted)
        sheet.refused.connect(self._on_refused)
        sheet.attention.connect(self._on_attention)
        sheet.faulted.connect(shell.messages.fault)
        shell.overlay.open(sheet)
        return sheet

    def _on_registered(self, made: Registered) -> None:
        """It is durable: the next one."""
        if self._memory is None:
            return
        self._memory.count += 0 if made.again else 1
        self._open()
        name = made.masked_name
        self._shell.messages.notice(lambda: spaced(translate("Forms", "{name} is registered.").format(name=name)))

    # --- printing ----------------------------------------------------------------------------------------------------

    def _on_print_wanted(self, count: int) -> None:
        actor, terminal = self._actor(), self._terminal
        if route(self._shell.printing.desk.setup, DocumentKind.REGISTRATION_FORM) is None:
            self._say_no_printer()
        elif actor is not None and terminal is not None:
            work = partial(_print, self._api, count, actor, terminal, self._shell.ui.i18n.language)
            self._shell.tasks.run(work, self._on_printed)

    def _on_printed(self, answer: Printed) -> None:
        if isinstance(answer, Refusal):
            self._say_no(answer)
            return
        count, queued = answer
        if isinstance(queued, NotPrinted):
            self._say_no_printer()
            return
        words = translate("Forms", "%n form(s) go to {printer}.", None, count).format(printer=queued.printer)
        self._shell.messages.notice(lambda: spaced(words))
        self._shell.printing.look_soon()

    def _say_no_printer(self) -> None:
        self._shell.messages.notice(
            lambda: translate("Forms", "No printer is set up for forms: a manager does it (Ctrl F9)."), Level.ATTENTION
        )

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _on_attention(self) -> None:
        self._shell.sounds.play(Sound.ATTENTION)

    def _say_no(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)
        self._shell.messages.notice(lambda: in_a_sentence(refusal_words(refusal, self._around())), Level.ATTENTION)


def _print(api: CheckoutApi, count: int, actor: Staff, terminal: TerminalInfo, language: str) -> Printed:
    """A set, form by form into the queue."""
    from kiosk.domain.documents.registration_form import PaperConsent, RegistrationForm, lay_out
    from kiosk.ui.words.documents.members import registration_form_words

    made = api.print_forms(count, actor)
    if isinstance(made, Refusal):
        return made
    words = registration_form_words(language, terminal.currency)
    consents = tuple(PaperConsent(one.text, one.version, one.required) for one in made.consents)
    last: Queued | NotPrinted | None = None
    for number in made.numbers:
        form = RegistrationForm(terminal.store_name, terminal.campaign, consents, number, square_code(number))
        last = api.queue_document(lay_out(form, words, terminal.brand), actor, about=number)
        if isinstance(last, NotPrinted):
            break
    assert last is not None
    return count, last
