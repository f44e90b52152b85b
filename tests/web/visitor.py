"""Somebody's browser, as little of one as a test needs: cookies, forms, and the headers a browser sends by itself."""

from __future__ import annotations

import http.client
import re
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlencode, urljoin, urlsplit

from tests.web.running import Running


class Answer(NamedTuple):
    """What came back. Header names are lower case."""

    status: int
    headers: dict[str, str]
    text: str


class Form(HTMLParser):
    """The turn form of a page: its action, its hidden fields, its buttons by label, and what is in its field."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.action = ""
        self.hidden: dict[str, str] = {}
        self.buttons: dict[str, str] = {}
        self.actions: dict[str, str] = {}
        self.chips: dict[str, str] = {}
        self.checked: list[str] = []
        self.written = ""
        self.heading = ""
        self.title = ""
        self._in = ""
        self._value = ""
        self._text = ""
        self._leads = ""
        self._around = ""
        self.feed(text)
        self.actions = {name: leads or self.action for name, leads in self.actions.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form" and named.get("id") == "turn":
            self.action = named["action"]
        if tag == "form":
            self._around = named.get("action", "")
        if tag == "input" and named.get("type") == "hidden":
            self.hidden[named["name"]] = named["value"]
        if tag == "input" and named.get("type") == "checkbox":
            self._in, self._value, self._text = "chip", named.get("value", "on"), ""
            if "checked" in named:
                self.checked.append(named["value"])
        elif tag == "button" and "hidden" not in named:
            self._in, self._value, self._text = "button", named.get("value", ""), ""
            self._leads = named.get("formaction", "" if named.get("form") == "turn" else self._around)
        elif tag in ("textarea", "h1", "title"):
            self._in, self._text = tag, ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        text = " ".join(self._text.split())
        if tag == "button" and self._in == "button":
            self.buttons[text] = self._value
            self.actions[text] = self._leads
        elif tag == "label" and self._in == "chip":
            self.chips[text] = self._value
        elif tag == "textarea" and self._in == "textarea":
            self.written = self._text.removeprefix("\n")
        elif tag == "h1" and self._in == "h1":
            self.heading = text
        elif tag == "title" and self._in == "title":
            self.title = text
        if tag in (self._in, "label"):
            self._in = ""


class Visitor:
    """One browser without JavaScript."""

    def __init__(self, running: Running) -> None:
        self.running = running
        self.cookies: dict[str, str] = {}
        self.at = "/"
        self.form = Form("")
        self.answer = Answer(0, {}, "")
        self.keeps_cookies = True

    def ask(self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None) -> Answer:
        """One request, exactly as given, with the cookies."""
        asking = http.client.HTTPConnection("127.0.0.1", self.running.port, timeout=30)
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), **(headers or {})}
        asking.request(method, path, body.encode() if body is not None else None, sent)
        got = asking.getresponse()
        text = got.read().decode("utf-8", "replace")
        for name, value in got.getheaders():
            if name.lower() == "set-cookie" and self.keeps_cookies:
                self._keep(value.strip())
        asking.close()
        return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, text)

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.partition(";")[0].partition("=")
        if re.search(r"max-age=0", cookie, re.IGNORECASE):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def go(self, path: str) -> Answer:
        """A page, by the address bar."""
        self.answer = self.ask("GET", path, headers={"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"})
        self.at, self.form = path, Form(self.answer.text)
        return self.answer

    def send(self, path: str, fields: list[tuple[str, str]]) -> Answer:
        """A form, as a browser posts it, and on to where it leads."""
        answer = self.ask("POST", path, urlencode(fields), self.own_headers())
        if answer.status in (302, 303):
            return self.go(urlsplit(urljoin(self.running.origin, answer.headers["location"])).path)
        self.answer, self.form = answer, Form(answer.text)
        return answer

    def own_headers(self) -> dict[str, str]:
        """What a browser says of a form on this very page."""
        return {
            "Origin": self.running.origin,
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Mode": "navigate",
            "Sec-Fetch-Dest": "document",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def come_in(self) -> Visitor:
        """In, with the code that the program prints."""
        self.go("/")
        self.send("/start", [*self.form.hidden.items(), ("key", self.running.code)])
        self.running.next_code()
        self.go("/")
        return self

    def press(self, label: str, words: str | None = None, chips: tuple[str, ...] = (), **typed: str) -> Answer:
        """A button of the page by what stands on it, with what is typed and ticked; ``typed`` in fields by name."""
        ways = sorted(self.form.buttons, key=lambda name: name != label)
        found = next((name for name in ways if name.startswith(label)), None)
        assert found is not None, f"no button {label!r} among {list(self.form.buttons)}"
        fields = [*self.fields(self.form.buttons[found], words, chips), *typed.items()]
        return self.send(self.form.actions[found] or self.at, fields)

    def fields(self, choice: str, words: str | None = None, chips: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        """The fields of the turn form as it stands."""
        fields = [*self.form.hidden.items(), ("choice", choice)]
        fields += [("pick", self.form.chips[chip]) for chip in chips]
        return fields + ([("words", words)] if words is not None else [])
