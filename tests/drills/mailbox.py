"""A mail server that keeps what comes; it can be told to stop its clients in the middle."""

import asyncio
import re
import threading
from collections.abc import Callable

KEY = re.compile(rb"^Message-ID: (.+?)\r?$", re.MULTILINE | re.IGNORECASE)


class Mailbox:
    """Listens on a port of 127.0.0.1; `mails` are pairs of Message-ID and receiver.

    `before_answer` is called with the number of each mail before its receipt is confirmed.
    """

    def __init__(self, before_answer: Callable = lambda number: None):
        self.mails, self.before_answer = [], before_answer
        self.is_up = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self.listen()), daemon=True).start()
        self.is_up.wait()

    async def listen(self) -> None:
        server = await asyncio.start_server(self.talk, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self.is_up.set()
        await server.serve_forever()

    async def talk(self, reader, writer) -> None:
        """Speak SMTP with one client until it goes or is gone."""
        receiver = ""
        writer.write(b"220 drills\r\n")
        while line := await reader.readline():
            word = line[:4].upper()
            if word == b"RCPT":
                receiver = line.decode().partition("<")[2].partition(">")[0]
            if word == b"DATA":
                writer.write(b"354 go on\r\n")
                mail = await reader.readuntil(b"\r\n.\r\n")
                self.mails.append((KEY.search(mail)[1].decode(), receiver))
                self.before_answer(len(self.mails))
            writer.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")
        writer.close()
