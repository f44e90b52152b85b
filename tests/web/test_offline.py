"""What a browser may keep for when the program is stopped: an exact list, the same for all, with no words on it."""

from __future__ import annotations

import json
import re

import pytest

from tests.web.running import Running
from tests.web.test_headers import check
from tests.web.visitor import Visitor

HASH = re.compile(r"\.[0-9a-f]{12}(?=[./])")
PAGES = [
    "/offline/help?region=GB",
    "/offline/settle/orient.three_things",
    "/offline/settle/contact.feet_on_floor",
    "/offline/settle/object.a_thing_nearby",
]
FILES = [
    "/static/css/choosing.css",
    "/static/css/help.css",
    "/static/css/keeping.css",
    "/static/css/page.css",
    "/static/css/parts.css",
    "/static/css/player.css",
    "/static/css/tokens.css",
    "/static/css/visit.css",
    "/static/fonts/atkinson-next-latin-ext.woff2",
    "/static/fonts/atkinson-next-latin.woff2",
    "/static/fonts/literata-latin-ext.woff2",
    "/static/fonts/literata-latin.woff2",
    "/static/js/leaving.js",
    "/static/mark.svg",
]
SAID = "it says I have to earn it first"


def told(script: str, name: str) -> list[str]:
    """What stands before the worker under a name."""
    found = re.search(rf"^const {name} = (.*);$", script, re.MULTILINE)
    assert found
    return list(json.loads(found[1]))


def test_the_list_is_this_one_and_no_other(visitor: Visitor) -> None:
    script = visitor.go("/worker.js?region=GB").text
    assert told(script, "PAGES") == PAGES
    assert [HASH.sub("", name) for name in told(script, "FILES")] == FILES


def test_every_address_on_it_is_there_without_a_session_and_carries_the_policy(running: Running) -> None:
    stranger = Visitor(running)
    script = stranger.go("/worker.js?region=GB").text
    for address in [*told(script, "PAGES"), *told(script, "FILES")]:
        answer = stranger.ask("GET", address)
        assert answer.status == 200, address
        check(answer)
    assert not stranger.cookies, "a page that sets a cookie isn't the same for everybody"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_on_it_never_depends_on_who_asks(page: str, running: Running, visitor: Visitor) -> None:
    visitor.press("Something in me says no")
    visitor.press("Go on", words=SAID)
    mine = visitor.ask("GET", page).text
    assert mine == Visitor(running).ask("GET", page).text
    assert SAID not in mine
    assert SAID in visitor.go(visitor.at).text  # the control: a page of the visit does


def test_the_worker_is_script_never_stored_and_has_the_policy(visitor: Visitor) -> None:
    answer = visitor.go("/worker.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-store"
    check(answer)


def test_another_region_is_another_version_and_an_unknown_one_is_none(visitor: Visitor) -> None:
    versions = {region: visitor.go(f"/worker.js?region={region}").text for region in ("GB", "FR", "", "ZZ", "%22;x")}
    assert versions["GB"] != versions["FR"]
    assert versions["ZZ"] == versions[""] == versions["%22;x"]


def test_help_as_it_is_kept_has_the_same_numbers_and_lines(visitor: Visitor) -> None:
    dialled = re.compile(r'href="((?:tel|sms):[^"]+)"')
    paths = ("/offline/help?region=GB", "/help?region=GB")
    kept, live = (visitor.go(path).text.partition("<h1")[2] for path in paths)
    assert dialled.findall(kept) == dialled.findall(live) != []


@pytest.mark.parametrize("page", PAGES)
def test_each_has_leaving_and_help_in_their_places(page: str, visitor: Visitor) -> None:
    text = visitor.go(page).text
    assert text.index('id="leave"') < text.index('class="edge help" href="/help"')
    assert visitor.form.title == "Notes"


def test_a_practice_that_isnt_kept_has_no_such_page(visitor: Visitor) -> None:
    assert visitor.go("/offline/settle/warmth.rung_5").status == 404


def test_installed_it_is_called_as_every_window_is(visitor: Visitor) -> None:
    answer = visitor.go("/notes.webmanifest")
    told_of = json.loads(answer.text)
    assert answer.headers["content-type"] == "application/manifest+json"
    assert told_of["name"] == told_of["short_name"] == "Notes"
    assert told_of["start_url"] == "/"
    assert "unforced" not in answer.text
    check(answer)


def test_help_offers_it_and_says_that_it_is_a_trace(visitor: Visitor) -> None:
    text = visitor.go("/help?region=FR").text
    assert "/worker.js?region=" in text
    assert "It is a trace" in text


def test_what_cant_be_hidden_is_said_on_a_page_of_its_own_that_help_leads_to(running: Running) -> None:
    stranger = Visitor(running)
    assert 'href="/traces"' in stranger.go("/help").text
    text = stranger.go("/traces").text
    for thing in ("history", "running programs", "records the screen", "Spyware", "swap", "the shell", "downloads"):
        assert thing in text, thing
    check(stranger.answer)
