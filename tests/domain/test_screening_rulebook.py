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


ROLE = {"name": "lamp", "says": "(light|lit) .. (lamp|<lights>)", "catches": ["a", "b"], "leaves": ["c"]}
WHY = {"name": "why", "rules": "", "here": "lamp", "near": "lamp", "unless": "", "quiets": [], "keeps": []}


def with_role(**changes: Any) -> dict[str, Any]:
    return {**table(), "sets": {"lights": "candle torch"}, "role": [{**ROLE, **changes}]}


def test_a_role_is_heard_in_each_of_its_ways_and_over_a_few_words() -> None:
    rules = rules_from(with_role(says="(light|lit) .. (lamp|<lights>)\n\nthe (big |)lamp"))
    for told in ("I lit the lamp", "light my own little torch", "lit candle", "the big lamp", "the lamp"):
        assert rules.vocabulary.hears(f" {told.lower()} ") == {"lamp"}
    for told in ("I lit the way", "lit one two three four lamp", "a lamp", "not lit a lamp", "never the lamp"):
        assert rules.vocabulary.hears(f" {told.lower()} ") == frozenset()


def test_a_role_that_says_so_is_heard_after_a_denial_and_not_beside_another() -> None:
    rows = [{**ROLE, "denied": True, "unless": "sun"}, {**ROLE, "name": "sun", "says": "the sun"}]
    rules = rules_from({**with_role(), "role": rows})
    assert rules.vocabulary.hears(" not lit a lamp ") == {"lamp"}
    assert rules.vocabulary.hears(" lit a lamp in the sun ") == {"sun"}


def test_a_sentence_made_to_be_slow_is_given_up_on() -> None:
    rules = rules_from(with_role(says="a .. a .. a .. a .. a .. a .. b\na b"))
    assert rules.vocabulary.hears(" " + "a " * 400 + "c ") == frozenset()
    assert rules.vocabulary.hears(" " + "c " * 400 + "a b ") == {"lamp"}


@pytest.mark.parametrize(
    "changes",
    [
        {"says": ""},
        {"catches": ["a"]},
        {"leaves": []},
        {"says": ".. lamp"},
        {"says": "(a|)"},
        {"says": "<moons>"},
        {"says": "Lamp"},
        {"name": "", "says": ""},
    ],
    ids=str,
)
def test_a_role_that_cannot_be_read_is_refused_by_name(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"rule (lamp|without a name)"):
        rules_from(with_role(**changes))


def test_an_explanation_names_roles_that_are_there() -> None:
    assert rules_from({**with_role(), "explanation": [WHY]}).explanations[0].name == "why"
    with pytest.raises(ValueError, match="rule why: no such role: dark"):
        rules_from({**with_role(), "explanation": [{**WHY, "unless": "dark"}]})
