"""Whatever comes, the visit goes on or says calmly what happened, and what was typed stays on the screen."""

from __future__ import annotations

import html
from urllib.parse import urlencode

import pytest

from tests.web.running import Running
from tests.web.visitor import Visitor

TYPED = "It says <b>no</b> & \"why would you\" — 'always'"
EARLIER = "That was from an earlier screen. Nothing changed."


def at_the_chips(visitor: Visitor) -> Visitor:
    """On the screen with the chips and a place to write."""
    visitor.press("Something in me says no")
    return visitor


def test_what_is_typed_comes_back_as_it_was_typed(visitor: Visitor) -> None:
    at_the_chips(visitor).press("Go on", words=TYPED)
    assert html.escape(TYPED, quote=True).replace("&#x27;", "&#x27;") in visitor.answer.text
    assert "<b>no</b>" not in visitor.answer.text


def test_a_double_tap_is_one_turn_and_nothing_is_said_about_it(visitor: Visitor) -> None:
    at_the_chips(visitor)
    fields, action = visitor.fields("send", words=TYPED), visitor.form.action
    visitor.send(action, fields)
    heading = visitor.form.heading
    visitor.send(action, fields)
    assert visitor.form.heading == heading
    assert EARLIER not in visitor.answer.text


def test_a_screen_from_before_changes_nothing_and_keeps_what_was_typed(visitor: Visitor) -> None:
    at_the_chips(visitor)
    fields, action = visitor.fields("send", words=TYPED), visitor.form.action
    visitor.press("Go on")
    visitor.press("About right")
    heading = visitor.form.heading
    visitor.send(action, fields)
    assert visitor.form.heading == heading
    assert EARLIER in visitor.answer.text
    assert visitor.form.written == TYPED


def test_back_and_forward_show_the_present_screen(visitor: Visitor) -> None:
    at_the_chips(visitor).press("Go on")
    heading = visitor.form.heading
    visitor.go("/")
    visitor.go(visitor.form.action if visitor.form.action != "/visits" else "/help")
    assert visitor.answer.status == 200
    assert heading


def test_two_tabs_are_two_visits(running: Running, inside: dict[str, str]) -> None:
    one, other = Visitor(running), Visitor(running)
    for tab in (one, other):
        tab.cookies = dict(inside)
        tab.go("/")
        tab.press("Something in me says no")
    one.press("Go on", words="the first tab")
    other.press("Go on", words="the second tab")
    assert one.at != other.at
    assert "the second tab" not in one.go(one.at).text
    assert "the first tab" not in other.go(other.at).text


def test_two_tabs_on_one_visit_lose_nothing(visitor: Visitor) -> None:
    at_the_chips(visitor)
    late = visitor.fields("send", words=TYPED), visitor.form.action
    visitor.press("Go on", words="from this tab")
    visitor.send(late[1], late[0])
    assert "from this tab" in visitor.answer.text
    assert visitor.form.written == TYPED


@pytest.mark.parametrize("choice", ["", "nothing_like_it", "answer:99", "take:../../etc", "send:x", "set_bounds:x"])
def test_an_answer_that_isnt_one_keeps_the_screen_and_the_words(choice: str, visitor: Visitor) -> None:
    at_the_chips(visitor)
    heading = visitor.form.heading
    visitor.send(visitor.form.action, visitor.fields(choice, words=TYPED, chips=("It braces, it locks",)))
    assert visitor.form.heading == heading
    assert visitor.form.written == TYPED
    assert visitor.form.checked == [visitor.form.chips["It braces, it locks"]]
    assert "one of the answers here" in visitor.answer.text


@pytest.mark.parametrize("turn", ["", "x", "-1", "9" * 400, "٣"])
def test_a_screen_that_never_was(turn: str, visitor: Visitor) -> None:
    at_the_chips(visitor)
    fields = [(name, turn if name == "turn" else value) for name, value in visitor.fields("send", words=TYPED)]
    visitor.send(visitor.form.action, fields)
    assert visitor.form.written == TYPED
    assert EARLIER in visitor.answer.text


def test_help_keeps_what_was_typed_and_ticked(visitor: Visitor) -> None:
    at_the_chips(visitor)
    help_token = visitor.form.buttons["Help"]
    visitor.send(visitor.form.action, visitor.fields(help_token, words=TYPED, chips=("It braces, it locks",)))
    assert "999" in visitor.answer.text
    visitor.press("No, continue")
    assert visitor.form.written == TYPED
    assert len(visitor.form.checked) == 1


def test_a_megabyte_stays_in_the_box(visitor: Visitor) -> None:
    at_the_chips(visitor)
    heading, text = visitor.form.heading, "long words " * 95_000
    answer = visitor.press("Go on", words=text)
    assert answer.status == 413
    assert visitor.form.heading == heading
    assert visitor.form.written == text
    assert "more than fits in one go" in answer.text


def test_far_more_than_that_is_refused_before_it_is_read(visitor: Visitor) -> None:
    headers = {**visitor.own_headers(), "Content-Length": str(50 * 1024 * 1024)}
    answer = visitor.ask("POST", "/visits", "turn=0", headers)
    assert answer.status == 413
    assert "more than this page can take" in answer.text


def test_a_quarter_of_a_megabyte_is_read_whole_for_safety(visitor: Visitor) -> None:
    at_the_chips(visitor)
    visitor.press("Go on", words="word " * 50_000 + ". I am going to kill myself tonight.")
    assert "ending your life" in visitor.answer.text


def test_a_visit_that_isnt_there_says_so_and_keeps_what_was_typed(visitor: Visitor) -> None:
    at_the_chips(visitor)
    visitor.send("/visits/never-was", visitor.fields("send", words=TYPED))
    assert visitor.answer.status == 404
    assert visitor.form.heading == "That visit is over."
    assert visitor.form.written == TYPED


def test_a_visit_belongs_to_the_browser_that_began_it(running: Running, visitor: Visitor) -> None:
    at_the_chips(visitor).press("Go on", words=TYPED)
    stranger = Visitor(running).come_in()
    assert stranger.go(visitor.at).status == 404


def test_help_without_any_session(running: Running) -> None:
    somebody = Visitor(running)
    assert somebody.go("/help").status == 200
    assert "Nobody is monitoring this" in somebody.answer.text
    assert "17" in somebody.go("/help?region=FR").text
    assert somebody.go("/help?region=%00%ff").status == 200
    assert somebody.send("/visits/gone", [("choice", "help")]).status == 403  # no form of ours: says so, and has Help
    assert 'href="/help"' in somebody.answer.text


def test_cookies_refused_is_said_calmly(running: Running) -> None:
    somebody = Visitor(running)
    somebody.keeps_cookies = False
    somebody.go("/")
    answer = somebody.send("/start", [*somebody.form.hidden.items(), ("key", "ABCD-EFGH")])
    assert somebody.form.heading == "One cookie is needed while this page is open."
    assert answer.status == 403


def test_closing_forgets_at_once_and_says_so(visitor: Visitor) -> None:
    at_the_chips(visitor).press("Go on", words=TYPED)
    visitor.press("Stop")
    visitor.press("Let it go")
    assert "What you said is gone from here." in visitor.answer.text
    assert html.escape(TYPED) not in visitor.go(visitor.at).text
    visitor.press("Begin again")
    assert visitor.form.heading.startswith("What happens when you reach")
    assert not visitor.form.checked


def test_leaving_forgets_everything_and_shows_nothing(running: Running) -> None:
    somebody = Visitor(running).come_in()
    somebody.press("Something in me says no")
    at = somebody.at
    somebody.send("/leave", [("csrfmiddlewaretoken", somebody.form.hidden["csrfmiddlewaretoken"])])
    assert somebody.at == "/blank"
    assert somebody.go(at).status == 404


def test_a_path_that_climbs_leads_nowhere(running: Running) -> None:
    climbing = ["/static/../configured.py", "/static/%2e%2e/configured.py", "/why/..%2f..%2fwiring", "//help", "/help/"]
    for path in climbing:
        assert Visitor(running).go(path).status in (400, 403, 404)


@pytest.mark.parametrize("body", ["a" * 300, "&" * 3000, "%ff%fe=%00", "words=%ED%A0%80&turn=0", "=", "turn=0&turn=1"])
def test_a_form_that_is_no_form(body: str, visitor: Visitor) -> None:
    token = urlencode({"csrfmiddlewaretoken": visitor.form.hidden["csrfmiddlewaretoken"]})
    answer = visitor.ask("POST", "/visits", f"{token}&{body}", visitor.own_headers())
    assert answer.status in (303, 400)
