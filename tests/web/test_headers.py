"""Every answer carries the headers, whatever made it."""

from __future__ import annotations

import re

import pytest

from tests.web.running import Running
from tests.web.visitor import Answer, Visitor

ROUTES = ["/", "/help", "/help?region=FR", "/blank", "/alive", "/visits/nothing", "/why/nothing", "/nowhere", "/start"]


def check(answer: Answer) -> None:
    """What safety.md asks of every answer."""
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    for name in ("frame-ancestors", "base-uri"):
        assert f"{name} 'none'" in policy
    for name in ("script", "style", "img", "font", "media", "manifest", "worker", "connect"):
        assert f"{name}-src 'self'" in policy
    assert "form-action 'self'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]


@pytest.mark.parametrize("path", ROUTES)
def test_every_route_has_them_and_is_never_stored(path: str, visitor: Visitor) -> None:
    answer = visitor.go(path)
    check(answer)
    assert answer.headers["cache-control"] == "no-store"


def test_a_visit_has_them(visitor: Visitor) -> None:
    answer = visitor.press("Something in me says no")
    check(answer)
    assert answer.headers["cache-control"] == "no-store"


def test_a_refusal_has_them(running: Running) -> None:
    answer = Visitor(running).ask("PUT", "/")
    assert answer.status == 405
    check(answer)


def test_only_what_is_hashed_may_be_kept(visitor: Visitor) -> None:
    files = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', visitor.answer.text))
    assert len(files) > 6
    for path in files:
        answer = visitor.ask("GET", path)
        assert answer.status == 200
        check(answer)
        assert "immutable" in answer.headers["cache-control"]
        assert re.search(r"\.[0-9a-f]{12}\.", path)


def test_the_fonts_that_the_style_names_are_there(visitor: Visitor) -> None:
    style = re.search(r"/static/css/tokens[^\"]+", visitor.answer.text)
    assert style
    fonts = re.findall(r"\.\./(fonts/[^\"]+woff2)", visitor.ask("GET", style[0]).text)
    assert len(fonts) == 4
    for font in fonts:
        answer = visitor.ask("GET", f"/static/{font}")
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", [*ROUTES, "/visits/abc"])
def test_a_get_changes_nothing(path: str, visitor: Visitor) -> None:
    visitor.press("Something in me says no")
    before, at = visitor.answer.text, visitor.at
    visitor.ask("GET", path)
    visitor.ask("GET", f"{at}?choice=stop&turn=1")
    assert without_token(visitor.go(at).text) == without_token(before)


def without_token(text: str) -> str:
    """A page without what is masked anew each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)


def test_cookies_hold_no_words_and_stay_with_this_site(running: Running) -> None:
    somebody = Visitor(running)
    somebody.go("/")
    answer = somebody.ask("GET", "/")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=strict" in answer.headers["set-cookie"].lower()
    assert "max-age" not in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("path", ROUTES[:4])
def test_the_title_is_the_same_everywhere(path: str, visitor: Visitor) -> None:
    visitor.go(path)
    assert visitor.form.title == "Notes"
    visitor.go("/")
    visitor.press("Something in me says no")
    assert visitor.form.title == "Notes"


def test_nothing_is_inline(visitor: Visitor) -> None:
    for path in ROUTES[:4]:
        text = visitor.go(path).text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
        assert all(" src=" in tag for tag in re.findall(r"<script[^>]*>", text))
