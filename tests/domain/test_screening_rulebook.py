"""A table of signs that can't be used is refused by name, before anybody is listened to."""

from __future__ import annotations

from typing import Any

import pytest

from unforced.domain.screening import Concern, Heard, rules_from, screen

SPELLING = {"disguised": "", "light": "the to", "exact": "", "glue": "", "lookalikes": "", "spoken": {}}
MOON = {"name": "moon", "hears": ["to the moon"], "guards": [], "catches": ["to the moon", "off to the moon"]}
BAG = {"name": "bag", "hears": ["packed (?:a|the) bag"], "guards": [], "catches": ["packed a bag", "I packed the bag"]}
BOTH = {
    "name": "off",
    "kind": "veiled",
    "signs": ["moon bag"],
    "quieted_by": "",
    "catches": ["a", "b", "c"],
    "leaves": ["d", "e"],
}


def table(sign: dict[str, Any] | None = None, together: dict[str, Any] | None = None) -> dict[str, Any]:
    signs = [{"leaves": ["no"], **MOON, **(sign or {})}, {"leaves": ["no"], **BAG}]
    return {
        "shorthand": {"small": "(?:tiny|[a-z]{1,3})"},
        "guard": [],
        "rule": [],
        "sign": signs,
        "together": [{**BOTH, **(together or {})}],
        "spelling": SPELLING,
    }


def test_two_signs_side_by_side_are_heard() -> None:
    rules = rules_from(table())
    assert screen("I packed a bag. Off to the moon.", rules) == Heard(Concern.TENDER, ("off",))
    assert screen("I packed a bag.", rules).because == ()  # the control


def test_a_sign_that_may_begin_with_any_word_says_what_it_listens_for() -> None:
    anywhere = {"hears": ["<small> (?:old )?moon", "(?:very ){2}far", "x{2,3}(?! y)"]}
    with pytest.raises(ValueError, match="rule moon: may begin with any word"):
        rules_from(table(anywhere))
    rules = rules_from(table({**anywhere, "listens_for": "moon far"}))
    assert screen("I packed a bag, golden moon.", rules).because == ()
    assert screen("I packed a bag for an old moon.", rules).because == ("off",)


@pytest.mark.parametrize(
    "together",
    [{"kind": "moody"}, {"signs": ["moon sun"]}, {"quieted_by": "rain"}, {"catches": []}, {"name": ""}],
    ids=["kind", "sign", "quiet", "examples", "nameless"],
)
def test_what_stands_together_wrongly_is_refused_by_name(together: dict[str, Any]) -> None:
    changed = {**together, **({"kind": "moody"} if "name" in together else {})}
    with pytest.raises(ValueError, match=r"rule (off|without a name)"):
        rules_from(table(together=changed))
