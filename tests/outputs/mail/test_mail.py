"""Letters against a real mail server: taken, refused, later, unclear – and never sent twice."""

import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from pipeline.base.fingerprint import ROOT
from pipeline.base.problems import Problem, Severity
from pipeline.base.settings import Mail, OwnOrganisation, Settings
from pipeline.outputs.mail import letters, outbox, smtp
from pipeline.outputs.mail.smtp import Server
from tests.outputs.mail.mailbox import Mailbox, running

WHEN = datetime(2018, 3, 1, 12, tzinfo=UTC)
SETTINGS = Settings(
    OwnOrganisation("Verein für Dörfer e. V.", "VfD"),
    post=Mail(
        server="127.0.0.1",
        absender="bericht@verein.example",
        vorstand=("a@verein.example", "b@verein.example"),
        geschaeftsstelle=("c@verein.example",),
    ),
)


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(box: Mailbox) -> Iterator[Server]:
    with running(box) as server:
        yield server


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "Taetigkeitsbericht-2017.pdf"
    path.write_bytes(b"%PDF-1.7 " + bytes(range(256)) * 40)
    return path


@pytest.fixture
def letter(pdf: Path) -> EmailMessage:
    return letters.release(SETTINGS, pdf, 2017, 1, WHEN)


def states(outputs: Path) -> list[str]:
    return [letter.state for letter in outbox.letters(outputs)]


def parsed(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=policy.default)  # type: ignore[return-value]


# --- what goes out --------------------------------------------------------------------------------------------


def test_the_board_gets_the_report(
    tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage, pdf: Path
) -> None:
    assert outbox.submit(tmp_path, "freigabe-2017-1", letter)
    (sent,) = outbox.deliver(tmp_path, server)
    assert (sent.state, sent.sent_to) == ("gesendet", ("a@verein.example", "b@verein.example"))
    ((recipients, content),) = box.got
    assert recipients == ["a@verein.example", "b@verein.example"]
    message = parsed(content)
    assert message["Subject"] == "Tätigkeitsbericht 2017, Freigabe 1: VfD"
    assert message["From"].addresses[0].display_name == "Verein für Dörfer e. V."
    assert message["Message-ID"] == sent.message_id
    assert content.isascii(), "every server takes it"
    body = message.get_body()
    assert body
    text = body.get_content()
    assert (
        "„Tätigkeitsbericht 2017“ (Verein für Dörfer e. V.) ist freigegeben und liegt dieser Nachricht als PDF bei."
        in text
    )
    assert "Freigabe 1 vom 1. März 2018" in text.replace("\u00a0", " ")
    (attached,) = message.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == (pdf.name, pdf.read_bytes())
    assert list((tmp_path / ".post").glob("*.eml")) == [], "what is sent is not kept"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("", "Ausgangsordner der Berichte:\n2017/freigabe-1/Taetigkeitsbericht-2017.pdf"),
        (
            "https://wolke.example/berichte/",
            "https://wolke.example/berichte/2017/freigabe-1/Taetigkeitsbericht-2017.pdf",
        ),
        ("\\\\server\\berichte", "\\\\server\\berichte\\2017\\freigabe-1\\Taetigkeitsbericht-2017.pdf"),
    ],
)
def test_a_large_report_goes_as_a_reference(pdf: Path, link: str, said: str) -> None:
    post = replace(SETTINGS.post, hoechstens_mb=0.005, link=link)
    message = letters.release(replace(SETTINGS, post=post), pdf, 2017, 1, WHEN)
    assert list(message.iter_attachments()) == []
    assert said in message.get_content()


def found(severity: Severity, value: str = "x", row: int = 3) -> Problem:
    return Problem("c", severity, "a.xlsx", "2017", f"B{row}", row, value, "Der Tag fehlt.", "Bitte ergänzen.")


@pytest.mark.parametrize(("blocked", "said"), [(True, "nicht entstehen kann"), (False, "der Bericht ist erstellt")])
def test_the_office_gets_the_protocol(tmp_path: Path, blocked: bool, said: str) -> None:
    page = tmp_path / "Pruefprotokoll.html"
    page.write_text("<p>ä</p>")
    problems = [found(Severity.NOTE), found(Severity.WARNING), found(Severity.ERROR)]
    message = letters.protocol(SETTINGS, problems, page, "pruefung-2017-1-ab", 2017, WHEN, blocked=blocked)
    body = message.get_body()
    assert body
    text = body.get_content()
    assert said in text
    assert text.index("FEHLER: a.xlsx, Blatt „2017“, Zelle B3\n  Der Tag fehlt.\n  → Bitte") < text.index("WARNUNG")
    assert "HINWEIS" not in text
    assert [part.get_filename() for part in message.iter_attachments()] == ["Pruefprotokoll.html"]


def test_a_large_protocol_goes_as_a_reference(tmp_path: Path) -> None:
    page = tmp_path / "Pruefprotokoll.html"
    page.write_text("<p>ä</p>" * 2000)
    post = replace(SETTINGS.post, hoechstens_mb=0.005, link="https://wolke.example/berichte")
    settings = replace(SETTINGS, post=post)
    message = letters.protocol(settings, [found(Severity.ERROR)], page, "x", 2017, WHEN, blocked=True)
    assert list(message.iter_attachments()) == []
    text = message.get_content()
    assert "https://wolke.example/berichte/2017/Pruefprotokoll.html" in text
    assert "beiliegt" not in text


def test_the_same_problems_are_known_again() -> None:
    first = letters.digest([found(Severity.ERROR)])
    assert letters.digest([found(Severity.ERROR, row=9), found(Severity.NOTE)]) == first
    assert letters.digest([found(Severity.ERROR, "y")]) != first
    assert letters.digest([found(Severity.NOTE)]) == ""


def test_a_name_cannot_forge_headers(pdf: Path) -> None:
    organisation = OwnOrganisation("Verein\nBcc: boese@example.org", "V\r\nX: y")
    message = letters.release(replace(SETTINGS, organisation=organisation), pdf, 2017, 1, WHEN)
    assert "Bcc" not in parsed(message.as_bytes())
    assert "X" not in parsed(message.as_bytes())


@pytest.mark.parametrize(
    ("changed", "password", "said"),
    [
        ({}, "", []),
        ({"server": ""}, "", ["Es fehlt der Postausgangsserver"]),
        ({"absender": ""}, "", ["Es fehlt die Adresse des Absenders"]),
        ({"benutzer": "ich"}, "", ["Es fehlt das Kennwort für „ich“: BERICHT_SMTP_PASSWORT."]),
        ({"benutzer": "ich"}, "geheim", []),
        ({"vorstand": ()}, "", ["Es fehlt, wer die Nachricht bekommen soll"]),
        (
            {"benutzer": "ich", "sicherheit": "keine", "server": "smtp.beispiel.de"},
            "geheim",
            ["Unverschlüsselt geht kein"],
        ),
        ({"benutzer": "ich", "sicherheit": "keine", "server": "127.0.0.1"}, "geheim", []),
        ({"sicherheit": "keine", "server": "smtp.beispiel.de"}, "", []),
    ],
)
def test_what_is_missing_is_told(changed: dict[str, Any], password: str, said: list[str]) -> None:
    post = replace(SETTINGS.post, **changed)
    sentences = smtp.missing(post, password, post.vorstand)
    assert len(sentences) == len(said)
    assert all(sentence.startswith(start) for sentence, start in zip(sentences, said, strict=True))


def test_the_password_goes_to_its_own_server_only(monkeypatch: pytest.MonkeyPatch) -> None:
    post = replace(SETTINGS.post, benutzer="ich", server="smtp.beispiel.de")
    monkeypatch.setenv(smtp.SERVER, "smtp.beispiel.de")
    assert smtp.missing(post, "geheim", post.vorstand) == ()
    (said,) = smtp.missing(replace(post, server="smtp.anderswo.example"), "geheim", post.vorstand)
    assert said.startswith("Das Kennwort gilt für „smtp.beispiel.de“")
    assert smtp.missing(replace(post, server="smtp.anderswo.example", benutzer=""), "", post.vorstand) == ()


def test_the_password_is_never_shown() -> None:
    assert "geheim" not in repr(smtp.server(replace(SETTINGS.post, benutzer="ich"), "geheim"))


# --- what the server makes of it ------------------------------------------------------------------------------


def test_a_letter_goes_out_once(tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage) -> None:
    assert outbox.submit(tmp_path, "freigabe-2017-1", letter)
    outbox.deliver(tmp_path, server)
    assert not outbox.submit(tmp_path, "freigabe-2017-1", letter)
    assert outbox.deliver(tmp_path, server) == ()
    assert len(box.got) == 1


@pytest.mark.parametrize(
    ("answers", "state", "arrived", "attempts"),
    [
        (["451 später"], "gesendet", 1, 2),
        (["451 a", "452 b"], "gesendet", 1, 3),
        (["451 a", "451 b", "451 c"], "wartet", 0, 3),
        (["554 nein"], "abgelehnt", 0, 1),
        (["552 zu groß"], "abgelehnt", 0, 1),
        (["silence"], "unklar", 1, 1),
    ],
)
def test_only_what_can_help_is_tried_again(
    tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage,
    answers: list[str], state: str, arrived: int, attempts: int,
) -> None:  # fmt: skip
    box.answers = answers
    outbox.submit(tmp_path, "x", letter)
    (after,) = outbox.deliver(tmp_path, server, pauses=(0, 0))
    assert (after.state, len(box.got), after.attempts) == (state, arrived, attempts)


def test_a_note_with_more_in_it_is_read(tmp_path: Path, letter: EmailMessage) -> None:
    outbox.submit(tmp_path, "x", letter)
    note = tmp_path / ".post" / "x.json"
    (before,) = outbox.letters(tmp_path)
    note.write_text(json.dumps(json.loads(note.read_text()) | {"of a later version": 1}))
    assert outbox.letters(tmp_path) == (before,)


@pytest.mark.parametrize("harmed", ["", '{"key": "x"', "{}", "[]"])
def test_a_letter_whose_note_was_harmed_is_held_and_can_be_settled(
    tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage, harmed: str
) -> None:
    outbox.submit(tmp_path, "x", letter)
    (tmp_path / ".post" / "x.json").write_text(harmed)
    assert outbox.deliver(tmp_path, server) == ()
    (held,) = outbox.letters(tmp_path)
    assert (held.state, held.reason.startswith("Der Vermerk „x.json“ ist beschädigt")) == ("unklar", True)
    outbox.settle(tmp_path, "x", arrived=False)
    (sent,) = outbox.deliver(tmp_path, server)
    assert (sent.state, sent.sent_to) == ("gesendet", SETTINGS.post.vorstand)


def test_what_waits_goes_with_the_next_run(tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage) -> None:
    box.answers = ["451 später"]
    outbox.submit(tmp_path, "x", letter)
    assert [sent.state for sent in outbox.deliver(tmp_path, server, pauses=())] == ["wartet"]
    assert [sent.state for sent in outbox.deliver(tmp_path, server, pauses=())] == ["gesendet"]
    assert len(box.got) == 1


def test_recipients_are_refused_one_by_one(tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage) -> None:
    box.rcpt = {"a@verein.example": ["550 unbekannt"]}
    outbox.submit(tmp_path, "x", letter)
    (after,) = outbox.deliver(tmp_path, server)
    assert (after.state, after.sent_to, dict(after.refused)) == (
        "gesendet", ("b@verein.example",), {"a@verein.example": "550 unbekannt"},
    )  # fmt: skip


def test_who_is_to_be_asked_later_gets_it_later_and_nobody_twice(
    tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage
) -> None:
    box.rcpt = {"a@verein.example": ["450 später"]}
    outbox.submit(tmp_path, "x", letter)
    (after,) = outbox.deliver(tmp_path, server, pauses=(0,))
    assert after.state == "gesendet"
    assert [recipients for recipients, _ in box.got] == [["b@verein.example"], ["a@verein.example"]]


@pytest.mark.parametrize(("code", "state"), [("550 nein", "abgelehnt"), ("450 später", "wartet")])
def test_nobody_is_taken(
    tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage, code: str, state: str
) -> None:
    box.rcpt = {"a@verein.example": [code], "b@verein.example": [code]}
    outbox.submit(tmp_path, "x", letter)
    (after,) = outbox.deliver(tmp_path, server, pauses=())
    assert (after.state, after.reason, box.got) == (state, f"Der Server sagt: {code}", [])


def test_nobody_answers(tmp_path: Path, letter: EmailMessage) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        outbox.submit(tmp_path, "x", letter)
        (after,) = outbox.deliver(tmp_path, Server("127.0.0.1", port, "keine", seconds=1), pauses=(0,))
    assert (after.state, after.attempts) == ("wartet", 2)
    assert "dort antwortet niemand" in after.reason


def test_a_server_that_says_nothing_is_given_up(tmp_path: Path, letter: EmailMessage) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server = Server("127.0.0.1", silent.getsockname()[1], "keine", seconds=0.2)
        outbox.submit(tmp_path, "x", letter)
        (after,) = outbox.deliver(tmp_path, server, pauses=())
    assert (after.state, "keine Antwort" in after.reason) == ("wartet", True)


def test_no_answer_to_the_text_is_unclear(tmp_path: Path, box: Mailbox, letter: EmailMessage) -> None:
    gate = threading.Event()
    box.at_data = lambda: gate.wait(5)  # type: ignore[assignment,return-value]
    outbox.submit(tmp_path, "x", letter)
    with running(box) as server:
        (after,) = outbox.deliver(tmp_path, replace(server, seconds_at_end=0.2), pauses=(0, 0))
        gate.set()
    assert after.state == "unklar"
    assert "keine Antwort" in after.reason


# --- encryption and login -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with a key and a certificate for 127.0.0.1 that only those trust who are told to."""
    import ipaddress

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(alternative, critical=False).sign(key, hashes.SHA256())
    )  # fmt: skip
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def theirs(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def authenticated(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"ich", b"geheim")
    return AuthResult(success=good, handled=good)


@pytest.mark.parametrize(("password", "state"), [("geheim", "gesendet"), ("falsch", "abgelehnt")])
def test_starttls_with_login(
    tmp_path: Path, box: Mailbox, letter: EmailMessage, theirs: ssl.SSLContext, trusting: ssl.SSLContext,
    password: str, state: str,
) -> None:  # fmt: skip
    outbox.submit(tmp_path, "x", letter)
    options = {"tls_context": theirs, "require_starttls": True, "authenticator": authenticated, "auth_required": True}
    with running(box, security="starttls", **options) as server:
        (after,) = outbox.deliver(
            tmp_path, replace(server, context=trusting, user="ich", password=password), pauses=(0,)
        )
    assert (after.state, len(box.got), after.attempts) == (state, int(state == "gesendet"), 1)
    assert ("Anmeldename oder Kennwort stimmen nicht" in after.reason) == (state == "abgelehnt")
    assert "falsch" not in (tmp_path / ".post" / "x.json").read_text()


def test_tls_from_the_first_byte(
    tmp_path: Path, box: Mailbox, letter: EmailMessage, theirs: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    outbox.submit(tmp_path, "x", letter)
    with running(box, security="tls", ssl_context=theirs) as server:
        (after,) = outbox.deliver(tmp_path, replace(server, context=trusting), pauses=())
    assert (after.state, len(box.got)) == ("gesendet", 1)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_an_unknown_certificate_is_refused(
    tmp_path: Path, box: Mailbox, letter: EmailMessage, theirs: ssl.SSLContext, security: str
) -> None:
    outbox.submit(tmp_path, "x", letter)
    with running(
        box, security=security, **{"tls_context" if security == "starttls" else "ssl_context": theirs}
    ) as server:
        (after,) = outbox.deliver(tmp_path, server, pauses=(0,))
    assert (after.state, "Zertifikat" in after.reason, box.got) == ("abgelehnt", True, [])


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_nothing_goes_out_unencrypted_by_mistake(
    tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage, security: str
) -> None:
    outbox.submit(tmp_path, "x", letter)
    (after,) = outbox.deliver(tmp_path, replace(server, security=security), pauses=())
    assert (after.state, box.got) == ("abgelehnt", [])
    assert "[post]" in after.reason


# --- crashes --------------------------------------------------------------------------------------------------

_CHILD = """
import os, signal, sys
from pathlib import Path
from pipeline.outputs.mail import outbox, smtp
outputs, port, when = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
if when == "before":
    outbox.send = die
if when == "on its way":
    whole = outbox.send
    outbox.send = lambda message, to, server, note: whole(message, to, server, lambda: (note(), die()))
if when == "after":
    outbox._after = die
outbox.deliver(outputs, smtp.Server("127.0.0.1", port, "keine"))
"""


@pytest.mark.parametrize(
    ("when", "arrived", "noted", "next_run", "in_the_end"),
    [
        ("before", 0, "wartet", "gesendet", 1),
        ("on its way", 0, "unterwegs", "unklar", 0),
        ("after", 1, "unterwegs", "unklar", 1),
    ],
)
def test_killed_while_sending(
    tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage,
    when: str, arrived: int, noted: str, next_run: str, in_the_end: int,
) -> None:  # fmt: skip
    outbox.submit(tmp_path, "x", letter)
    child = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path), str(server.port), when], cwd=ROOT, check=False, timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert child.returncode == -signal.SIGKILL
    assert (states(tmp_path), len(box.got)) == ([noted], arrived)
    outbox.deliver(tmp_path, server)
    outbox.deliver(tmp_path, server)
    assert (states(tmp_path), len(box.got)) == ([next_run], in_the_end)


def test_a_person_settles_what_is_unclear(tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage) -> None:
    box.answers = ["silence", "250 OK"]
    outbox.submit(tmp_path, "x", letter)
    outbox.deliver(tmp_path, server)
    outbox.settle(tmp_path, "x", arrived=False)
    outbox.deliver(tmp_path, server)
    assert states(tmp_path) == ["gesendet"]
    first, second = (parsed(content)["Message-ID"] for _, content in box.got)
    assert first == second, "a mailbox can tell that it is the same letter"
    with pytest.raises(ValueError, match="gesendet"):
        outbox.settle(tmp_path, "x", arrived=False)


def test_what_has_arrived_is_not_sent_again(tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage) -> None:
    box.answers = ["silence"]
    outbox.submit(tmp_path, "x", letter)
    outbox.deliver(tmp_path, server)
    outbox.settle(tmp_path, "x", arrived=True)
    assert outbox.deliver(tmp_path, server) == ()
    assert (states(tmp_path), len(box.got)) == (["erledigt"], 1)


def test_a_full_disk_sends_nothing(
    tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox.submit(tmp_path, "x", letter)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(outbox, "_write", full)
    with pytest.raises(OSError, match="No space"):
        outbox.deliver(tmp_path, server)
    assert box.got == []


def test_the_note_can_be_read_by_others(tmp_path: Path, letter: EmailMessage) -> None:
    outbox.submit(tmp_path, "freigabe-2017-1", letter)
    note = tmp_path / ".post" / "freigabe-2017-1.json"
    said = json.loads(note.read_text())
    assert (said["state"], said["to"]) == ("wartet", ["a@verein.example", "b@verein.example"])
    assert note.stat().st_mode & 0o077 == 0, "addresses are nobody else's business"


def test_two_runs_send_one_letter(tmp_path: Path, box: Mailbox, server: Server, letter: EmailMessage) -> None:
    outbox.submit(tmp_path, "x", letter)
    both = [threading.Thread(target=outbox.deliver, args=(tmp_path, server)) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert (states(tmp_path), len(box.got)) == (["gesendet"], 1)
