"""What one person taught: few, theirs, forgotten together, and joined without loss to what is here."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unforced.domain.lessons import MOST, Learnt, Lessons, possible
from unforced.domain.reading import LONGEST_LESSON, Lesson
from unforced.domain.resistance import Kind
from unforced.domain.words import Words

WALL = Lesson(Words("a wall comes up"), Kind.TENSE)
FOG = Lesson(Words("only fog"), Kind.NUMB)
LESSON = st.builds(Lesson, st.sampled_from([Words(f"words {n}") for n in range(60)]), st.sampled_from([*Kind][:3]))
TAUGHT = st.lists(LESSON, max_size=70).map(lambda many: Lessons().with_more(many))


def test_the_same_thing_taught_twice_is_the_newest_once() -> None:
    assert Lessons().with_more([WALL, FOG, WALL]).staying == (WALL, FOG)
    assert Lessons().with_more([WALL, FOG]).with_more([WALL]).staying == (FOG, WALL)


def test_of_too_many_the_oldest_go() -> None:
    many = [Lesson(Words(f"words {n}"), Kind.EDGE) for n in range(MOST + 5)]
    assert Lessons().with_more(many).staying == tuple(many[5:])


def test_forgotten_they_count_no_more_and_can_be_taken_back_until_their_day() -> None:
    gone = Lessons().with_more([WALL]).forgotten(107)
    assert gone.staying == () and gone.goes == 107
    assert gone.on(106).taken_back().staying == (WALL,)
    assert gone.on(107) == Lessons() and Lessons().goes == 0


def test_what_goes_earlier_still_does_when_the_rest_is_forgotten() -> None:
    later = Lessons().with_more([WALL]).forgotten(107).with_more([FOG]).forgotten(110)
    assert later.on(107).all == (Learnt(*FOG, 110),)


def test_what_is_taught_again_after_it_was_forgotten_stays() -> None:
    assert Lessons().with_more([WALL]).forgotten(107).with_more([WALL]).on(200).staying == (WALL,)


@given(TAUGHT, TAUGHT)
def test_joined_nothing_here_is_lost_and_twice_is_the_same_as_once(here: Lessons, other: Lessons) -> None:
    both = here.joined(other)
    assert both.all[len(both.all) - len(here.all) :] == here.all
    assert both.joined(other) == both and possible(both)


def test_what_nobody_could_have_taught_is_not_possible() -> None:
    assert possible(Lessons((Learnt(*WALL),)))
    assert not possible(Lessons((Learnt(*WALL), Learnt(*WALL))))
    assert not possible(Lessons((Learnt(*WALL, -1),)))
    assert not possible(Lessons((Learnt(Words("x" * (LONGEST_LESSON + 1)), Kind.EDGE),)))
    assert not possible(Lessons(tuple(Learnt(Words(f"{n}"), Kind.EDGE) for n in range(MOST + 1))))
