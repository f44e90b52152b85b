"""Replies that no screen has: refused as one of our errors with nothing changed, or taken to where MOVES allows."""

from __future__ import annotations

import pytest

from tests.people import some_way_in
from unforced.adapters.library import FileLibrary
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import OutOfPlaceError, UnforcedError
from unforced.domain.visit import MOVES, Deed, Phase, Reply, Visit
from unforced.domain.words import Words

LIBRARY = FileLibrary()
FORGED: tuple[object, ...] = (
    None,
    True,
    -3,
    0,
    1,
    99,
    1.0,
    "",
    "yes",
    "says_no",
    "breath",
    "far_away",
    "../../etc/passwd",
    "{a}",
    UNKNOWN,
    b"\xff",
    (),
    ("critic_voice", "memory"),
    ("breath", "hand_off"),
    ["numb"],
    (None,),
    {"a": 1},
    Words("words where a value belongs"),
    "leave.close_now",
    "help.open_help",
    "ask.listen",
    "sides.both_sides",
    "breath.one_minute",
    "note.one_word",
    "sad_or_hurt",
    "let_down",
    "rest.doing_nothing",
)


def every_screen() -> dict[str, Visit]:
    """A visit on every screen, and some that are further in."""
    visits = some_way_in(LIBRARY.shelf)
    offers = visits["curious"]
    one_tap = [(Reply(deed),) for deed in (Deed.LOOK, Deed.HELP, Deed.BOUNDS, Deed.CHIPS, Deed.STAY, Deed.SAY)]
    one_tap.append((Reply(Deed.WHY),))
    take = Reply(Deed.TAKE, "contact.feet_on_floor")
    for taps in (*one_tap, (take,), (take, Reply(Deed.FINISH))):
        visit = offers
        for reply in taps:
            visit = respond(visit, reply, LIBRARY)
        visits[f"on_{visit.phase}"] = visit
    doors = respond(Visit(), Reply(Deed.OPEN_DOOR, "says_no"), LIBRARY)
    visits["on_body"] = respond(doors, Reply(Deed.CHOOSE, ()), LIBRARY)
    return visits


SCREENS = every_screen()


def test_a_visit_on_every_screen_is_among_these() -> None:
    assert {visit.phase for visit in SCREENS.values()} == set(Phase)


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("name", SCREENS)
def test_a_forged_reply_is_refused_or_leads_where_it_may(name: str, deed: Deed) -> None:
    visit = SCREENS[name]
    for value in FORGED:
        try:
            after = respond(visit, Reply(deed, value), LIBRARY)
        except OutOfPlaceError:
            continue
        except UnforcedError:
            assert deed in MOVES[visit.phase]
            continue
        assert after.phase in MOVES[visit.phase][deed], (deed, value, after.phase)
        view = show(after, LIBRARY)
        assert view.said or view.question
