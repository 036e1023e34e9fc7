"""A real mail server for tests."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller

from pipeline.outputs.mail.smtp import Server


class Mailbox:
    """A mail server's inside: keeps what arrives and answers as a test wants it to."""

    def __init__(self) -> None:
        self.got: list[tuple[list[str], bytes]] = []
        self.answers: list[str] = []  # to the text, one per attempt; then yes
        self.rcpt: dict[str, list[str]] = {}
        self.at_data: Callable[[], None] = lambda: None

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        said = self.rcpt.get(address)
        if said:
            return said.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.at_data()
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250") or answer == "silence":
            self.got.append((list(envelope.rcpt_tos), envelope.content))
        if answer == "silence":
            server.transport.abort()
        return answer


@contextmanager
def running(box: Mailbox, **options: Any) -> Iterator[Server]:
    security = options.pop("security", "keine")
    controller = Controller(box, hostname="127.0.0.1", port=0, **options)
    # Controller connects to itself at the start and so must know its port.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        controller.port = free.getsockname()[1]
    controller.start()
    try:
        yield Server("127.0.0.1", controller.port, security, seconds=30, seconds_at_end=30)
    finally:
        controller.stop()
