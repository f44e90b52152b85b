"""Somebody with parts on their map and visits kept over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from unforced.app.inner_map import change, kept_map, meet_on_map
from unforced.app.kept import KeptVisit, keep
from unforced.domain.answers import UNKNOWN, Answers, Level
from unforced.domain.deeds.turning_toward import FEAR, HOPE, JOB
from unforced.domain.map_changes import tie
from unforced.domain.part import Part
from unforced.domain.ties import Between, Tie
from unforced.domain.visit import Said, Visit
from unforced.domain.words import Words
from unforced.ports import Inside

FIRST = datetime(2026, 3, 1, 21, 30, tzinfo=UTC)
TODAY = FIRST.toordinal()
FOREMAN = Part(name=Words("the foreman"), look="wire", place="jaw")
REST = Part(name=Words("one who wants a rest"))


def visit_of(
    key: int, firmness: Level = UNKNOWN, blend: Level = UNKNOWN, soften: Level = UNKNOWN, **words: str
) -> Visit:
    """A visit that met this part as the one that says no. ``words``: called, job, hope, fear, own."""
    keys = {"job": JOB, "hope": HOPE, "fear": FEAR, "own": "words", "to_it": "said_to_it"}
    said = tuple(Said(keys[name], Words(text)) for name, text in words.items() if text and name in keys)
    return Visit(
        answers=Answers(firmness=firmness, blend=blend, toward=1, distress=4),
        said=(Said("kinds", ("critic_voice",)), *said),
        called=Words.from_raw(words.get("called", "")),
        soften_to_it=soften,
        found=True,
        on_map=(key, 0, 0),
    )


def sides_of(one: int, other: int, levels: Sequence[tuple[Level, Level]], names: tuple[str, str] = ("", "")) -> Visit:
    """A visit that met these as two sides, the first of them first: how firm each is, and how the person feels."""
    said = []
    for side, (firmness, toward) in zip(("one", "other"), levels, strict=True):
        asked = {"firmness": firmness, "toward": toward}
        said += [Said(f"sides_{key}_{side}", level) for key, level in asked.items() if level is not UNKNOWN]
        said += [Said(f"sides_wants_{side}", Words(f"wants of {side}"))]
    called = (Words.from_raw(names[0]), Words.from_raw(names[1]))
    return Visit(said=tuple(said), names=called, on_map=(0, one, other))


def keeps(inside: Inside, visit: Visit, after: int) -> str:
    """Keeps a visit that began so many days after FIRST; the name of its page."""
    began = FIRST + timedelta(days=after)
    return keep(KeptVisit(visit, began, began), inside, began).name


def somebody(inside: Inside) -> tuple[int, int]:
    """Two parts that pull against each other are on the map; their keys."""
    one, other = meet_on_map(inside, FOREMAN, TODAY), meet_on_map(inside, REST, TODAY)
    change(inside, lambda found: tie(found, Between.POLARISED, one, other, TODAY))
    return one, other


def tie_between(inside: Inside) -> Tie:
    """The one tie on their map."""
    return kept_map(inside).ties[0]


def with_names(visit: Visit, called: str) -> Visit:
    """The same visit, where it was called something."""
    return replace(visit, called=Words(called))
