"""Somebody who keeps visits on the pages, as prose: saying something, keeping it, coming back to it."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from tests.web.running import Running
from tests.web.visitor import Answer, Form, Visitor

MINE = "four grey herons waiting"
NEXT = "a boat under the willow"
SAID = "It says I have to earn it first."
BOUNDARY = "----------a-boundary-of-a-test"
CODE = re.compile(r'class="recovery"[^>]*>(.*?)</p>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


class Person(Visitor):
    """Somebody in front of the pages. Each deed returns them, so that a test can be one sentence."""

    code = ""

    def begins(self, words: str = SAID) -> Self:
        """At the doors, then one answer in their own words; where the chips come once more, on without one."""
        self.go("/")
        self.press("Something in me says no")
        self.press("Go on", words=words)
        if self.form.chips:
            self.press("Go on")
        return self

    def stops(self) -> Self:
        """The visit is over, and it is asked whether it is kept."""
        self.press("Stop")
        return self

    def sees_the_code(self, passphrase: str = MINE) -> Self:
        """From "could somebody see this" to the recovery code."""
        self.press("No")
        self.press("That’s the passphrase", passphrase=passphrase, again=passphrase)
        self.code = code_in(self.answer)
        return self

    def keeps_for_the_first_time(self, passphrase: str = MINE) -> Self:
        """All the steps, from the question at the end."""
        self.press("Keep this visit")
        self.sees_the_code(passphrase)
        self.press("I wrote it down", code=self.code)
        return self

    def has_kept(self, words: str = SAID) -> Self:
        """A first visit with these words, kept."""
        return self.begins(words).stops().keeps_for_the_first_time()

    def unlocks(self, passphrase: str = MINE) -> Self:
        """The passphrase, typed."""
        if self.at != "/unlock":
            self.go("/unlock")
        self.press("Unlock", passphrase=passphrase)
        return self

    def locks(self) -> Self:
        """By hand."""
        self.go("/past")
        self.press("Lock")
        return self

    def opens_the_first(self) -> Self:
        """The newest kept visit."""
        self.go("/past")
        self.go(self.kept()[0])
        return self

    def goes_on(self) -> Self:
        """With the newest kept visit."""
        self.opens_the_first()
        self.press("Go on with it")
        return self

    def kept(self) -> list[str]:
        """The addresses of what is kept, on the page that lists it."""
        return re.findall(r'href="(/past/[0-9a-f]{32})"', self.answer.text)

    def types(self, words: str) -> Answer:
        """What the page sends by itself while somebody is typing; the page stays as it is."""
        fields = [(name, value) for name, value in self.fields("", words=words) if name != "choice"]
        return self.asks_with(f"{self.form.action}/draft", dict(fields))

    def asks_with(self, path: str, fields: dict[str, str]) -> Answer:
        """A form posted, and not gone after."""
        from urllib.parse import urlencode  # noqa: PLC0415

        return self.ask("POST", path, urlencode(fields), self.own_headers())

    def token(self) -> str:
        """The token of the forms of this page."""
        return self.form.hidden["csrfmiddlewaretoken"]

    def takes(self, label: str) -> tuple[Answer, bytes]:
        """A file taken home, from the page for it."""
        self.go("/home")
        fields = self.fields(self.form.buttons[label])
        headers = {**self.own_headers(), "Cookie": cookies_of(self)}
        asking = http.client.HTTPConnection("127.0.0.1", self.running.port, timeout=30)
        asking.request("POST", "/home/take", "&".join(f"{name}={value}" for name, value in fields), headers)
        got = asking.getresponse()
        body = got.read()
        asking.close()
        return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, ""), body

    def brings(self, file: bytes, passphrase: str = "") -> Answer:
        """A file brought back, from the page for it."""
        self.go("/home")
        parts = {"csrfmiddlewaretoken": self.token().encode(), "passphrase": passphrase.encode()}
        body = b"".join(_part(name, value) for name, value in parts.items()) + _part("file", file, "a file.bin")
        headers = {**self.own_headers(), "Cookie": cookies_of(self)}
        headers["Content-Type"] = f"multipart/form-data; boundary={BOUNDARY}"
        asking = http.client.HTTPConnection("127.0.0.1", self.running.port, timeout=60)
        asking.request("POST", "/home/bring", body + f"--{BOUNDARY}--\r\n".encode(), headers)
        got = asking.getresponse()
        self.answer = Answer(got.status, dict(got.getheaders()), got.read().decode("utf-8", "replace"))
        self.form = Form(self.answer.text)
        asking.close()
        return self.go(got.headers["location"]) if got.status == 303 else self.answer


def _part(name: str, value: bytes, filename: str = "") -> bytes:
    named = f'; filename="{filename}"\r\nContent-Type: application/octet-stream' if filename else ""
    return f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'.encode() + value + b"\r\n"


def code_in(answer: Answer) -> str:
    """The recovery code that a page shows."""
    found = CODE.search(answer.text)
    assert found, f"no code on {TAG.sub(' ', answer.text)[:400]}"
    return " ".join(TAG.sub(" ", found[1]).split())


def cookies_of(somebody: Visitor) -> str:
    """Their cookies, as a header."""
    return "; ".join(f"{name}={value}" for name, value in somebody.cookies.items())


def somebody(running: Running) -> Person:
    """Somebody who has just come in."""
    person = Person(running)
    person.come_in()
    return person


def files_in(folder: Path) -> list[str]:
    """Every file in a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@contextmanager
def started_anew(after: Running) -> Iterator[Running]:
    """The program, killed as a power cut does and started over the same home."""
    after.kill()
    with Running(folder=after.folder, home=after.home) as running:
        yield running
