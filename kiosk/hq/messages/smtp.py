"""The mail gateway: SMTP (RFC 5321) with STARTTLS or TLS, by the standard library."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from collections.abc import Mapping
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from kiosk.domain.time import Clock, instant
from kiosk.hq.messages.gateways import Answer, Down, Later, Letter, Never, Sent
from kiosk.hq.messages.settings import MailSettings

_LONG_MS = 10 * 60_000
"""After what a person has to mend: a password, a certificate, a sender that is not allowed."""
_GREYLISTED_MS = 5 * 60_000
"""Servers that put off strangers want them back after some minutes (RFC 6647, section 5); sooner is refused again."""


class SmtpGateway:
    """One mail server. A connection a letter: a welcome is not urgent, and a line that is kept open breaks unseen."""

    def __init__(self, settings: MailSettings, secret: str, clock: Clock, name: str = "") -> None:
        """`secret`: the password. `name`: what stands before the sender's address where the settings say nothing."""
        self._settings, self._secret, self._clock = settings, secret, clock
        self._name = settings.name or name

    def send(self, letter: Letter) -> Answer:
        """See Gateway."""
        try:
            message = self._message(letter)
        except ValueError:  # a line end, or what no header can hold
            return Never("malformed")
        try:
            line = self._connected()
        except smtplib.SMTPAuthenticationError as error:
            return Down("login", None if 400 <= error.smtp_code < 500 else _LONG_MS)
        except smtplib.SMTPNotSupportedError:
            return Down("no_tls_or_login", _LONG_MS)
        except ssl.SSLError:
            return Down("certificate", _LONG_MS)
        except (smtplib.SMTPException, OSError) as error:
            # the standard library says of a silence that the connection was closed
            late = isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)
            return Down("timeout" if late else "unreachable")
        try:
            return self._handed(line, message)
        finally:
            # it is over either way: what goes wrong with the farewell changes nothing
            with contextlib.suppress(smtplib.SMTPException, OSError):
                line.quit()
            line.close()

    def _connected(self) -> smtplib.SMTP:
        said = self._settings
        # without it the standard library asks the network for our name, which may take seconds
        mine = said.sender.rpartition("@")[2]
        context = ssl.create_default_context(cadata=said.ca or None)
        if said.tls == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                said.host, said.port, local_hostname=mine, timeout=said.timeout_s, context=context
            )
        else:
            line = smtplib.SMTP(said.host, said.port, local_hostname=mine, timeout=said.timeout_s)
        try:
            if said.tls == "starttls":
                line.starttls(context=context)
            if said.user:
                line.login(said.user, self._secret)
        except BaseException:
            line.close()
            raise
        return line

    def _handed(self, line: smtplib.SMTP, message: EmailMessage) -> Answer:
        try:
            line.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            return _refused(error.recipients)
        except smtplib.SMTPSenderRefused as error:
            # the letter has nothing to do with it, but for its size (552, RFC 1870)
            if error.smtp_code == 552:
                return Never("smtp_552")
            return Down(f"smtp_{error.smtp_code}", None if error.smtp_code < 500 else _LONG_MS)
        except smtplib.SMTPNotSupportedError:  # an address with letters that this server does not take (RFC 6531)
            return Never("smtputf8")
        except smtplib.SMTPResponseException as error:
            return _said(error.smtp_code)
        except (smtplib.SMTPException, OSError):
            # It may have it. Tried again under the same Message-ID, which mail boxes show once.
            return Later("no_answer")
        return Sent()

    def _message(self, letter: Letter) -> EmailMessage:
        said = self._settings
        message = EmailMessage(policy=SMTP)
        user, _, domain = said.sender.rpartition("@")
        message["From"] = Address(self._name, user, domain)
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(instant(self._clock.now_ms()))
        message["Message-ID"] = f"<{letter.id}@{domain}>"
        if said.reply_to:
            message["Reply-To"] = said.reply_to
        # nobody's out-of-office note is wanted (RFC 3834)
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        return message


def _refused(recipients: Mapping[str, tuple[int, bytes]]) -> Answer:
    """The answer about the one recipient that a letter has."""
    return _said(next(iter(recipients.values()))[0])


def _said(code: int) -> Answer:
    """What a status means (RFC 5321, section 4.2.1)."""
    if code == 421:  # it closes: nobody gets anything through now
        return Down("smtp_421")
    if 400 <= code < 500:
        return Later(f"smtp_{code}", _GREYLISTED_MS if code in (450, 451) else None)
    return Never(f"smtp_{code}")
