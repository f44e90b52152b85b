"""The door of small moments: a few of each kind first, all of them by kind, and one's own (method step 4)."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest

from tests.app.conftest import Screen
from tests.people import URGENT, Person
from unforced.adapters.library import FileLibrary
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.showing.small import A_FEW
from unforced.app.view import View
from unforced.domain.deeds.moments import OWN
from unforced.domain.practice import MOMENTS, Family
from unforced.domain.resistance import Kind
from unforced.domain.timeline import timeline
from unforced.domain.visit import Deed, Phase, Reply, Visit

MINE = "stand at the back door"


@pytest.fixture
def at_the_door(person: Person) -> Person:
    """Somebody behind the door of small moments."""
    return person.does(Deed.OPEN_DOOR, "moment")


def lying_there(view: View) -> list[str]:
    """The moments on the screen."""
    return [str(one.reply.value) for one in view.choices if one.reply.deed is Deed.TAKE]


def test_a_few_of_each_kind_lie_there_first_under_four_labels(at_the_door: Person, screen: Screen) -> None:
    view = screen(at_the_door)
    groups = {label: len(list(found)) for label, found in groupby(view.choices, lambda one: one.group)}
    assert groups == {
        "A short break": A_FEW,
        "A feeling, by its name": A_FEW,
        "Doing what can be done": A_FEW,
        "Other small things": A_FEW,
    }
    assert [at_the_door.shelf.get(name).of for name in lying_there(view)] == [kind for kind in MOMENTS for _ in "ab"]


def test_twenty_seconds_at_most_is_true_of_every_one_of_them(at_the_door: Person, screen: Screen) -> None:
    while names := lying_there(screen(at_the_door)):
        assert screen(at_the_door).question.startswith("Small ones. Twenty seconds at most")
        for name in names:
            assert timeline(at_the_door.shelf.get(name)).seconds <= 20
            at_the_door.tries(name)
    assert len(at_the_door.visit.memory.used) > 40, "what was done made room for the next, and no screen was too long"


def test_what_was_done_or_put_away_in_this_visit_makes_room_for_another(at_the_door: Person, screen: Screen) -> None:
    before = lying_there(screen(at_the_door))
    at_the_door.tries(before[0])
    for _ in range(2):
        at_the_door.gets_worse_with(before[2])
    after = lying_there(screen(at_the_door))
    assert len(after) == len(before) and not {before[0], before[2]} & set(after)


def test_the_same_ones_lie_there_whenever_the_door_is_opened(at_the_door: Person, screen: Screen) -> None:
    assert screen(at_the_door).choices == screen(Person(at_the_door.shelf).does(Deed.OPEN_DOOR, "moment")).choices


def test_to_whom_phrases_ring_hollow_those_without_one_lie_there(person: Person, library: FileLibrary) -> None:
    person.says_no("fake").body("about_right").does(Deed.SOMETHING_ELSE)
    at_the_door = Person(person.shelf, Visit(answers=person.visit.answers)).does(Deed.OPEN_DOOR, "moment")
    assert Kind.FAKE in at_the_door.visit.answers.kinds
    names = lying_there(show(at_the_door.visit, library))
    assert names and not [name for name in names if person.shelf.get(name).phrase]


def test_all_of_them_come_by_kind_with_the_small_ones_first(at_the_door: Person, screen: Screen) -> None:
    view = screen(at_the_door.does(Deed.LOOK))
    labels = [label for label, _ in groupby(view.choices, lambda one: one.group)]
    assert labels[:4] == [
        "Small moments: a short break",
        "Small moments: a feeling, by its name",
        "Small moments: doing what can be done",
        "Small moments: other small things",
    ]
    assert len(labels) == len(set(labels)), "every group stands in one place"
    assert set(lying_there(view)) >= {p.id for p in at_the_door.shelf.family(Family.MOMENT)}
    assert view.field and view.aside


def test_behind_the_other_door_small_ones_come_after_what_settles_and_nothing_is_written(
    person: Person, screen: Screen
) -> None:
    view = screen(person.does(Deed.OPEN_DOOR, "settle").does(Deed.LOOK))
    labels = [label for label, _ in groupby(view.choices, lambda one: one.group)]
    assert labels.index("Floor, chair, bed") < labels.index("Small moments: a short break")
    assert len(labels) == len(set(labels)) and not view.field and view.send is None


def test_somebody_writes_one_and_reads_it_without_a_clock(at_the_door: Person, library: FileLibrary) -> None:
    visit = respond(at_the_door.visit, Reply(Deed.WRITE), library, raw=f"  {MINE}\n")
    view = show(visit, library)
    assert (view.phase, view.said, view.playing) == (Phase.PRACTICE, (MINE,), None)
    assert [one.reply.deed for one in view.choices] == [Deed.FINISH, Deed.WORSE]
    visit = respond(visit, Reply(Deed.FINISH), library)
    visit = respond(visit, Reply(Deed.ANSWER, 0), library)
    again = show(visit, library)
    (mine,) = [one for one in again.choices if one.group == "Your own, from this visit"]
    assert (mine.label, mine.token) == (MINE, "write:0")
    assert again.earlier[0] == ("Your own", MINE)
    assert again.said == (library.shelf.get(OWN).same,)


def test_one_in_the_head_is_said_in_time_like_any_other(at_the_door: Person, screen: Screen) -> None:
    view = screen(at_the_door.does(Deed.WRITE))
    assert view.playing is not None and view.playing.id == OWN


@pytest.mark.parametrize("safety", [0, 1])
def test_where_somebody_could_see_it_nothing_is_written(at_the_door: Person, library: FileLibrary, safety: int) -> None:
    at_the_door.does(Deed.WRITE, words=MINE).does(Deed.FINISH).answers()
    visit = at_the_door.visit
    seen = replace(visit, phase=Phase.SHELF, answers=visit.answers.told("safety", safety))
    view = show(seen, library)
    assert not view.field and view.send is None
    assert bool(view.find("write:0")) is (safety == 1)


def test_what_sounded_like_danger_is_listed_nowhere(at_the_door: Person, screen: Screen) -> None:
    at_the_door.does(Deed.WRITE, words="go away for good", heard=URGENT).does(Deed.CONTINUE)
    view = screen(at_the_door)
    assert view.playing is not None and view.playing.id == OWN
    view = screen(at_the_door.does(Deed.FINISH).answers())
    assert view.find("write:0") is None


def test_whoever_plays_muscles_can_leave_out_what_they_work(person: Person, screen: Screen) -> None:
    person.does(Deed.OPEN_DOOR, "settle").takes("muscles_full.toes_to_face")
    view = screen(person)
    assert view.playing is not None
    assert view.playing.areas[0].label == "Feet" and not any(one.chosen for one in view.playing.areas)
    after = screen(person.does(Deed.LEAVE_OUT, ("feet", "face")))
    assert after.playing is not None and after.playing.timeline.seconds < view.playing.timeline.seconds
    assert [one.label for one in after.playing.areas if one.chosen] == ["Feet", "Face"]
    assert after.find("leave_out:feet") is not None


def test_where_nothing_is_worked_nothing_is_left_out(at_the_door: Person, screen: Screen) -> None:
    view = screen(at_the_door.takes("moment.short_break"))
    assert view.playing is not None and view.playing.areas == ()
