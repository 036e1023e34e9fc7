"""Hand one message to an SMTP server, and know afterwards whether it was taken, refused, or nobody can tell."""

from __future__ import annotations

import contextlib
import os
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage

from ...base.settings import Mail

PASSWORD = "BERICHT_SMTP_PASSWORT"  # noqa: S105 - the name of the variable, not its value
SERVER = "BERICHT_SMTP_SERVER"  # whose password it is; else whoever writes bericht.toml could have it sent anywhere

_PORTS = {"starttls": 587, "tls": 465, "keine": 25}


class NotNow(Exception):
    """The message was certainly not taken, and later it may be: no connection, server busy, greylisting."""


class Refused(Exception):
    """The message was certainly not taken, and trying again will not help."""


class Unclear(Exception):
    """The connection broke after the text was on its way: the message may have been taken or not."""


@dataclass(frozen=True)
class Server:
    """A mail server and how to talk to it; seconds to wait for an answer, and for the last one."""

    host: str
    port: int
    security: str
    user: str = ""
    password: str = field(default="", repr=False)
    seconds: float = 30
    seconds_at_end: float = 300
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)


def server(settings: Mail, password: str) -> Server:
    """Return the server that the settings name."""
    port = settings.port or _PORTS[settings.sicherheit]
    return Server(settings.server, port, settings.sicherheit, settings.benutzer, password)


def missing(settings: Mail, password: str, recipients: Sequence[str]) -> tuple[str, ...]:
    """Return in German what keeps anything from being sent."""
    own = os.environ.get(SERVER, "")
    is_safe = settings.sicherheit != "keine" or settings.server in ("localhost", "127.0.0.1", "::1")
    requirements = (
        (settings.server, "Es fehlt der Postausgangsserver: [post] server in bericht.toml."),
        (settings.absender, "Es fehlt die Adresse des Absenders: [post] absender in bericht.toml."),
        (
            recipients,
            "Es fehlt, wer die Nachricht bekommen soll: [post] vorstand oder geschaeftsstelle in bericht.toml.",
        ),
        (password or not settings.benutzer, f"Es fehlt das Kennwort für „{settings.benutzer}“: {PASSWORD}."),
        (
            own in ("", settings.server) or not settings.benutzer,
            f"Das Kennwort gilt für „{own}“ ({SERVER}); [post] server in bericht.toml nennt einen anderen Server.",
        ),
        (
            is_safe or not settings.benutzer,
            "Unverschlüsselt geht kein Kennwort hinaus: [post] sicherheit in bericht.toml muss starttls oder tls sein.",
        ),
    )
    return tuple(sentence for met, sentence in requirements if not met)


@dataclass(frozen=True)
class Taken:
    """What the server did with the recipients: whom it took, whom it wants to be asked about later, whom it refused."""

    sent_to: tuple[str, ...]
    later: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)


def send(
    message: EmailMessage, recipients: Sequence[str], to: Server, on_its_way: Callable[[], object] = lambda: None
) -> Taken:
    """Send the message to the recipients.

    `on_its_way` is called after the server has agreed to take the message and before its text is sent: only what
    happens between that moment and the server's last answer can be unclear. Raise `NotNow`, `Refused` or `Unclear`.
    """
    with _understood(to):
        smtp = _connect(to)
    with contextlib.closing(smtp):
        with _understood(to):
            taken = _envelope(smtp, message["From"].addresses[0].addr_spec, recipients)
        on_its_way()
        if smtp.sock:
            smtp.sock.settimeout(to.seconds_at_end)
        try:
            answer: tuple[int, bytes | str] = smtp.data(message.as_bytes())
        except smtplib.SMTPDataError as error:  # the server did not want to hear the text
            answer = (error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            raise Unclear(f"Die Verbindung brach beim Senden ab ({_why(error)}).") from error
        _expect(*answer)
        with contextlib.suppress(OSError, smtplib.SMTPException):  # it has the message, whatever it says in parting
            smtp.quit()
    return taken


def _connect(to: Server) -> smtplib.SMTP:
    """Return a connection that is encrypted and logged in as wanted."""
    if to.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(to.host, to.port, timeout=to.seconds, context=to.context)
    else:
        smtp = smtplib.SMTP(to.host, to.port, timeout=to.seconds)
    try:
        if to.security == "starttls":
            smtp.starttls(context=to.context)
        smtp.ehlo_or_helo_if_needed()
        if to.user:
            smtp.login(to.user, to.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _envelope(smtp: smtplib.SMTP, sender: str, recipients: Sequence[str]) -> Taken:
    """Name sender and recipients and return whom the server will take the message for; at least one."""
    _expect(*smtp.mail(sender))
    answers = {recipient: smtp.rcpt(recipient) for recipient in recipients}
    sent_to = tuple(recipient for recipient, (code, _) in answers.items() if code < 300)
    later = tuple(recipient for recipient, (code, _) in answers.items() if 300 <= code < 500)
    refused = {name: f"{code} {_text(words)}" for name, (code, words) in answers.items() if code >= 500}
    if not sent_to:
        _expect(*answers[later[0] if later else recipients[0]])
    return Taken(sent_to, later, refused)


@contextlib.contextmanager
def _understood(to: Server) -> Iterator[None]:
    """Turn what may go wrong before the text is sent into `NotNow` or `Refused`."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise Refused(f"Das Zertifikat von „{to.host}“ ist nicht gültig ({error.verify_message}).") from error
    except smtplib.SMTPNotSupportedError as error:
        what = (
            "bietet keine Anmeldung an" if to.security != "starttls" else "bietet STARTTLS oder die Anmeldung nicht an"
        )
        raise Refused(f"Der Server „{to.host}“ {what}; bitte [post] in bericht.toml prüfen.") from error
    except smtplib.SMTPResponseException as error:  # greeting, encryption or login
        _expect(error.smtp_code, error.smtp_error)
    except ssl.SSLError as error:
        if isinstance(error, ssl.SSLEOFError):
            raise NotNow(f"Der Server „{to.host}“ brach die Verschlüsselung ab.") from error
        what = f"„{to.host}“, Port {to.port}, verschlüsselt nicht wie eingestellt"
        raise Refused(f"Der Server {what}; bitte sicherheit und port in [post] prüfen.") from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotNow(f"Der Server „{to.host}“ ist nicht zu erreichen ({_why(error)}).") from error


def _expect(code: int, words: bytes | str) -> None:
    """Raise what an answer means that is not a yes."""
    if 200 <= code < 300:
        return
    reason = f"Der Server sagt: {code} {_text(words)}"
    if code == 535:
        raise Refused(f"Anmeldename oder Kennwort stimmen nicht. {reason}")
    raise (NotNow if code < 500 else Refused)(reason)


def _text(words: bytes | str) -> str:
    return " ".join((words.decode(errors="replace") if isinstance(words, bytes) else words).split())


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "keine Antwort"
    if isinstance(error, socket.gaierror):
        return "der Name ist unbekannt"
    if isinstance(error, ConnectionRefusedError):
        return "dort antwortet niemand"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "die Verbindung wurde getrennt"
    return type(error).__name__
