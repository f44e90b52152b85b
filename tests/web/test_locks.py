"""Nobody but this page, in this browser, reaches anything: over a raw socket, byte by byte."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web import hostile
from tests.web.running import Running
from tests.web.visitor import Visitor
from unforced.web import locks

REFUSED = (0, 400, 403, 405, 411, 413, 415, 421)
TITLE = "<title>"


def cookies_of(visitor: Visitor) -> str:
    """The cookies of somebody who is inside."""
    return "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())


def test_there_are_more_than_sixty_ways_to_ask_wrongly(running: Running) -> None:
    assert len(list(hostile.every(running.port, ""))) >= 60


def test_no_hostile_request_reaches_a_view(running: Running, visitor: Visitor) -> None:
    through = []
    for sent in hostile.every(running.port, cookies_of(visitor)):
        status, body = hostile.ask(running.port, sent.raw)
        forged = sent.name == "a form without its token"  # the framework's own check, and its calm page
        if status not in REFUSED or (TITLE in body and not forged):
            through.append((sent.name, status))
    assert not through


def test_an_honest_request_is_served(running: Running, visitor: Visitor) -> None:
    honest = hostile.own(running.port, cookies_of(visitor))
    get = hostile.request("GET", "/", hostile.without(honest, "Origin", "Content-Type"))
    assert hostile.ask(running.port, get)[0] == 200
    token = visitor.form.hidden["csrfmiddlewaretoken"]
    body = f"csrfmiddlewaretoken={token}&{hostile.BODY}"
    assert hostile.ask(running.port, hostile.request("POST", "/visits", honest, body))[0] == 303


def test_a_link_from_elsewhere_opens_the_first_page_and_help_and_nothing_more(running: Running) -> None:
    linked = [
        ("Host", f"127.0.0.1:{running.port}"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
    ]
    answers = {path: hostile.ask(running.port, hostile.request("GET", path, linked))[0] for path in ("/", "/help")}
    assert answers == {"/": 200, "/help": 200}
    assert hostile.ask(running.port, hostile.request("GET", "/visits/abc", linked))[0] == 403


def reached(environ: dict[str, Any], start: Any) -> list[bytes]:
    """A view that says it was reached."""
    start("200 OK", [])
    return [b"reached"]


@pytest.mark.parametrize("rule", range(len(locks.RULES)))
def test_without_any_one_rule_something_hostile_would_get_in(rule: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: every rule is needed."""
    fewer = tuple(kept for number, kept in enumerate(locks.RULES) if number != rule)
    stopped = [environ for environ in ENVIRONS if status_of(environ) != "200 OK"]
    monkeypatch.setattr(locks, "RULES", fewer)
    assert any(status_of(environ) == "200 OK" for environ in stopped)


def status_of(environ: dict[str, Any]) -> str:
    """What the locks answer."""
    got: list[str] = []
    list(locks.locked(reached, "127.0.0.1:8000", "no", "long")(environ, lambda status, headers: got.append(status)))
    return got[0]


OWN = {
    "REQUEST_METHOD": "POST",
    "PATH_INFO": "/visits",
    "HTTP_HOST": "127.0.0.1:8000",
    "HTTP_ORIGIN": "http://127.0.0.1:8000",
    "HTTP_SEC_FETCH_SITE": "same-origin",
    "CONTENT_TYPE": locks.FORM,
    "CONTENT_LENGTH": "10",
}
READ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/visits/abc", "HTTP_HOST": "127.0.0.1:8000"}
ENVIRONS: list[dict[str, Any]] = [
    {**OWN, "HTTP_HOST": "rebound.example.com:8000"},
    {**READ, "REQUEST_METHOD": "OPTIONS"},
    {**READ, "HTTP_SEC_FETCH_DEST": "iframe"},
    {**READ, "HTTP_ORIGIN": "http://rebound.example.com"},
    {**READ, "HTTP_SEC_FETCH_SITE": "same-site"},
    {**OWN, "HTTP_SEC_FETCH_SITE": "same-site"},
    {**OWN, "HTTP_ORIGIN": ""},
    {**OWN, "CONTENT_TYPE": "text/plain"},
    {**OWN, "CONTENT_LENGTH": ""},
    {**OWN, "CONTENT_LENGTH": str(locks.MOST_BODY + 1)},
]


def test_the_honest_ones_pass_the_locks() -> None:
    assert status_of(OWN) == "200 OK"
    assert status_of(READ) == "200 OK"
