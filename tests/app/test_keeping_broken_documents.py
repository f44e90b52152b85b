"""Documents that are broken: a visit of the same types that a person could go on with, or PageDamagedError."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.test_documents import EVERYTHING, WRITTEN_BY_FORM_1, exactly, through_json
from tests.app.walks import LIBRARY, some_way_in_once, walked
from unforced.app.documents import document_of, visit_of
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.domain.errors import PageDamagedError, UnforcedError
from unforced.domain.resting import LATER, goes_on, on_shelf
from unforced.domain.visit import Visit

WHOLE: list[Any] = [document_of(visit) for visit in (*EVERYTHING, *some_way_in_once().values(), *walked()[::29])]
WHOLE.append(json.loads(WRITTEN_BY_FORM_1))
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 3, 7, 99, -(10**40), 10**40, 0.5, "", "x", "numb", "unknown", "practice", "help"),
    *([], [None], ["x"], [[]], [["numb"]], {}, {"words": "x"}, {"words": ""}, {"words": 1}, {"words": "\x1b[2J"}),
    *({"answer": "unknown"}, {"answer": "mixed"}, {"answer": []}, {"answer": "unknown", "x": 1}, {"key": "words"}),
    *(
        {"words": "\ud800"},
        {"words": " \n"},
        {"key": "x", "value": 1},
        {"key": "toward", "value": 1},
        "asking",
        "after",
    ),
)


def mutated(document: Any, draw: Callable[[int], int]) -> Any:
    """A document with something else at one place of it. ``draw`` gives a number below the one it is asked for."""
    broken = copy.deepcopy(document)
    holder: Any = {"": broken}
    inner: Any = ""
    while isinstance(holder[inner], (dict, list)) and holder[inner] and draw(4):
        holder = holder[inner]
        inner = list(holder)[draw(len(holder))] if isinstance(holder, dict) else draw(len(holder))
    how = draw(8)
    if how == 0 and isinstance(holder, (dict, list)) and inner != "":
        del holder[inner]
    elif how == 1 and isinstance(holder[inner], dict):
        names = [name for other in WHOLE[:60] for name in other]
        holder[inner][names[draw(len(names))]] = ODD[draw(len(ODD))]
    elif how == 2 and isinstance(holder[inner], list) and holder[inner]:
        holder[inner].append(copy.deepcopy(holder[inner][draw(len(holder[inner]))]))
    elif how == 3 and isinstance(holder[inner], (int, str)):
        holder[inner] = -holder[inner] - 1 if isinstance(holder[inner], int) else holder[inner][1:]
    else:
        holder[inner] = copy.deepcopy(ODD[draw(len(ODD))])
    return broken


def opens_or_is_damaged(document: object) -> Visit | None:
    """The visit, which then has to be whole: the same types, shown on every screen, and gone on with. None: damaged."""
    try:
        visit = visit_of(document)
    except PageDamagedError:
        return None
    assert exactly(through_json(visit), visit)
    for minutes in (0.0, LATER):
        goes_on_without_a_fault(on_shelf(goes_on(visit, minutes), LIBRARY.shelf))
    return visit


def goes_on_without_a_fault(visit: Visit) -> None:
    """Its screen shows, and whatever is on it can be tapped and shows the next. Whatever else it does is raised."""
    view = show(visit, LIBRARY)
    for choice in view.every()[:: max(1, len(view.every()) // 8)]:
        try:
            after = respond(visit, choice.reply, LIBRARY)
        except UnforcedError:
            continue
        show(after, LIBRARY)


@settings(max_examples=400)
@given(st.data())
def test_a_broken_document_never_makes_half_a_visit_or_another_error(data: st.DataObject) -> None:
    document = WHOLE[data.draw(st.integers(0, len(WHOLE) - 1))]
    for _ in range(data.draw(st.integers(1, 3))):
        document = mutated(document, lambda below: data.draw(st.integers(0, below - 1)))
    opens_or_is_damaged(document)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_ten_thousand_broken_documents_never_do(seed: int) -> None:
    dice = Random(seed)
    found = []
    for _ in range(1_250):
        document = dice.choice(WHOLE)
        for _ in range(dice.randint(1, 3)):
            document = mutated(document, dice.randrange)
        found.append(opens_or_is_damaged(document) is None)
    assert 200 < sum(found) < 1_100, "some open and some don't, or the test shows nothing"
