"""No form around the vault from anywhere but its own page, with its token, does anything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.keeping import MINE, SAID, Person, somebody
from tests.web.running import Running


@pytest.fixture(scope="module")
def kept_here() -> Iterator[Running]:
    """A program in whose home one visit is kept."""
    with Running() as running:
        yield running


@pytest.fixture
def keeper(kept_here: Running) -> Person:
    """Somebody with one visit kept, and it open."""
    person = somebody(kept_here)
    person.go("/everything")
    person.press("Forget everything")
    return person.has_kept()


@pytest.mark.parametrize(
    ("path", "choice"),
    [
        ("/unlock", "unlock"),
        ("/recover", ""),
        ("/passphrase", ""),
        ("/lock", ""),
        ("/everything", "everything"),
        ("/home/take", "json"),
        ("/past/mend", ""),
    ],
)
def test_no_form_from_elsewhere_or_without_its_token_does_anything(path: str, choice: str, keeper: Person) -> None:
    page = keeper.opens_the_first().at
    token = {"csrfmiddlewaretoken": keeper.token()}
    fields = {"choice": choice, "passphrase": MINE}
    assert keeper.asks_with(path, fields).status == 403
    body = f"csrfmiddlewaretoken={token['csrfmiddlewaretoken']}&choice={choice}&passphrase={MINE.replace(' ', '+')}"
    for bent in ({"Origin": "http://127.0.0.1:1"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "null"}):
        assert keeper.ask("POST", path, body, {**keeper.own_headers(), **bent}).status == 403
    assert SAID in keeper.go(page).text
    assert keeper.asks_with(path, {**token, **fields}).status != 403 or path == "/passphrase"  # the control


@pytest.mark.parametrize("choice", ["keep", "let_go", "rest", "forget", "stay_kept"])
def test_no_form_from_elsewhere_decides_about_a_visit(choice: str, keeper: Person) -> None:
    at = keeper.begins("still being decided").stops().at
    for path in (f"{at}/decide", f"{at}/draft", f"/keep/{at.rpartition('/')[2]}"):
        assert keeper.asks_with(path, {"choice": choice}).status == 403
        bent = {**keeper.own_headers(), "Sec-Fetch-Site": "cross-site"}
        assert keeper.ask("POST", path, f"choice={choice}", bent).status == 403
    keeper.go(at)
    assert keeper.form.buttons.keys() >= {"Keep this visit", "Let it go"}
