"""Over time: each visit has its place, every step is drawn alike, and nothing is made of them but that."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.ribbons import TODAY, keeps, sides_of, somebody, tie_between, visit_of
from tests.app.walks import LIBRARY
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.app.inner_map import change, kept_map, meet_on_map
from unforced.app.map_names import Names
from unforced.app.over_time import MOST, folded, over_time, polarity, said_of
from unforced.app.over_time_list import lead_of, lead_of_two
from unforced.app.ribbon import LEFT, WIDE, Mark, Ribbon, Strip, drawn
from unforced.app.stretches import Stretch, of_line, of_part, of_sides
from unforced.domain.answers import UNKNOWN, Level
from unforced.domain.errors import LockedError, NoLongerThereError
from unforced.domain.map_changes import join, let_go, loosen, tie
from unforced.domain.part import Part
from unforced.domain.ties import Between
from unforced.domain.visit import Said
from unforced.domain.words import Words
from unforced.ports import Inside

LEVELS: tuple[Level, ...] = (UNKNOWN, 0, 1, 2, 3, 4)
NUMBERS = re.compile(r"[0-9%]")
TRENDS = re.compile(
    r"\b(average|mean|trend|progress|improv\w*|better|worse than|decline\w*|goal|target|score|total|level)\b", re.I
)
STEP = st.none() | st.integers(0, 4)


def part_over_time(inside: Inside, key: int, back: int = 0, plain: bool = False) -> Stretch:
    """One part over time, as a surface has it."""
    found = kept_map(inside)
    return of_part(over_time(inside, found).of_part(key, back), Names(found, LIBRARY, plain), LIBRARY)


def sides_over_time(inside: Inside, back: int = 0) -> Stretch:
    """The two that pull against each other over time."""
    found, between = kept_map(inside), tie_between(inside)
    both = over_time(inside, found).of_tie(between, back)
    return of_sides(both, between, Names(found, LIBRARY, False), LIBRARY)


def ribbon_of(stretch: Stretch, place: int = 0) -> Ribbon:
    """One of its ribbons, drawn."""
    name, strips = stretch.ribbons[place]
    return drawn(strips, name, stretch.told)


def taken(stretch: Stretch, place: int = 0) -> list[tuple[int | None, ...]]:
    """The step of each visit, row by row."""
    return [strip.taken for strip in stretch.ribbons[place][1]]


# Each visit has its place


def test_every_kept_visit_that_met_it_has_one_place_in_the_order_in_which_they_began(inside: Inside) -> None:
    one, other = somebody(inside)
    for after, firmness in ((400, 1), (0, 4), (3, 3)):
        keeps(inside, visit_of(one, firmness, 2, 0), after)
    keeps(inside, visit_of(other, 0), 1)
    keeps(inside, replace(visit_of(one, 0), on_map=(0, 0, 0)), 2)
    assert taken(part_over_time(inside, one)) == [(4, 3, 1), (2, 2, 2), (2, 2, 2)]
    assert taken(part_over_time(inside, other)) == [(0,), (None,), (None,)]


def test_a_gap_leaves_no_mark(inside: Inside) -> None:
    one, other = somebody(inside)
    for after, key in ((0, one), (1, one), (2000, one), (0, other), (1, other), (2, other)):
        keeps(inside, visit_of(key, 2), after)
    assert ribbon_of(part_over_time(inside, one)).rows == ribbon_of(part_over_time(inside, other)).rows


def test_forgetting_a_visit_forgets_its_place_and_taking_it_back_gives_it_back(inside: Inside) -> None:
    one, _ = somebody(inside)
    names = [keeps(inside, visit_of(one, firmness), firmness) for firmness in (0, 1, 2)]
    inside.forget(names[1])
    assert taken(part_over_time(inside, one))[0] == (0, 2)
    inside.take_back(names[1])
    assert taken(part_over_time(inside, one))[0] == (0, 1, 2)
    inside.forget_now(names[0])
    assert [line.page for line in part_over_time(inside, one).lines] == names[1:]


def test_a_part_that_was_joined_has_the_visits_of_both_and_one_let_go_of_has_none(inside: Inside) -> None:
    one, other = somebody(inside)
    keeps(inside, visit_of(one, 1), 0)
    keeps(inside, visit_of(other, 4), 1)
    change(inside, lambda found: join(found, one, other, TODAY))
    assert taken(part_over_time(inside, one))[0] == (1, 4)
    change(inside, lambda found: let_go(found, one, TODAY))
    assert over_time(inside, kept_map(inside)).of_part(one).shown == ()


def test_one_that_was_met_twice_in_a_visit_has_two_places(inside: Inside) -> None:
    one, other = somebody(inside)
    both = sides_of(one, other, [(1, 0), (2, 0)])
    keeps(inside, replace(both, answers=visit_of(one, 4).answers, on_map=(one, one, other)), 0)
    assert taken(part_over_time(inside, one))[0] == (4, 1)


def test_locked_nothing_is_read(vault: SealedVault) -> None:
    inside = vault.inside
    one, _ = somebody(inside)
    keeps(inside, visit_of(one, 1), 0)
    found = kept_map(inside)
    assert over_time(inside, found).of_part(one).shown, "the control"
    vault.lock()
    with pytest.raises(LockedError):
        over_time(inside, found)


# Drawn alike


def area(mark: Mark) -> float:
    """How much ink a mark has."""
    return round(mark.width * mark.height, 6)


def unalike(ribbon: Ribbon) -> bool:
    """Whether some step has more ink, or more length, than another."""
    marks = [mark for row in ribbon.rows for mark in row.marks if not mark.open]
    return len({(area(mark), mark.width, mark.height) for mark in marks}) > 1


@pytest.mark.parametrize("count", [5, 12, MOST])
def test_harder_and_the_same_always_have_as_much_ink_as_easier(count: int, inside: Inside) -> None:
    one, _ = somebody(inside)
    for after in range(count):
        keeps(inside, visit_of(one, after % 5, after % 5, after % 5 - 2), after)
    ribbon = ribbon_of(part_over_time(inside, one))
    assert {mark.y for mark in ribbon.rows[2].marks} == {word.y - 2.5 for word in ribbon.rows[2].words}
    assert not unalike(ribbon)
    larger = ribbon.rows[2].marks[-1]._replace(height=9)
    control = ribbon.rows[2]._replace(marks=(*ribbon.rows[2].marks[:-1], larger))
    assert unalike(ribbon._replace(rows=(*ribbon.rows[:2], control))), "the control"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(STEP, STEP), min_size=1, max_size=MOST), st.data())
def test_a_mark_stands_where_its_own_step_is_whatever_came_before_and_after(
    steps: list[tuple[int | None, int | None]], data: st.DataObject
) -> None:
    def strips(pairs: list[tuple[int | None, int | None]]) -> list[Strip]:
        words = ("a", "b", "c", "d", "e")
        return [Strip("one", words, tuple(p[0] for p in pairs)), Strip("other", words, tuple(p[1] for p in pairs))]

    ribbon = drawn(strips(steps), "", "")
    place = data.draw(st.integers(0, len(steps) - 1))
    other = drawn(strips([*steps[:place], (data.draw(STEP), data.draw(STEP)), *steps[place + 1 :]]), "", "")
    for row, changed in zip(ribbon.rows, other.rows, strict=True):
        rest = [
            (mine, theirs)
            for at, (mine, theirs) in enumerate(zip(row.marks, changed.marks, strict=True))
            if at != place
        ]
        assert all(mine == theirs for mine, theirs in rest)
        gaps = {round(b.x - a.x, 1) for a, b in zip(row.marks, row.marks[1:], strict=False)}
        assert max(gaps, default=0) - min(gaps, default=0) <= 0.11, "evenly spaced"
        assert all(mark.x >= LEFT and mark.x + mark.width <= WIDE for mark in row.marks)


def test_what_was_not_said_is_an_open_place_and_no_low_one(inside: Inside) -> None:
    one, _ = somebody(inside)
    for after, level in enumerate(LEVELS):
        keeps(inside, visit_of(one, level), after)
    stretch = part_over_time(inside, one)
    row = ribbon_of(stretch).rows[0]
    assert [mark.open for mark in row.marks] == [True, False, False, False, False, False]
    assert row.marks[0].y <= row.marks[1].y and row.marks[0].height >= row.words[-1].y - row.words[0].y
    assert "A dotted frame stands where nothing was said." in stretch.told
    assert stretch.lines[0].steps == (("", "It was met. Nothing more was said of it."),)
    said = part_over_time(inside, one).lines[1].steps[0][1]
    assert said == "The no: none right now. It was: not said. Afterwards: not said."


def test_with_everything_said_no_frame_is_spoken_of(inside: Inside) -> None:
    one, _ = somebody(inside)
    keeps(inside, visit_of(one, 1, 2, 0), 0)
    assert "frame" not in part_over_time(inside, one).told


# In words


def text_of(stretch: Stretch) -> str:
    """Everything on the page before anything is opened, the person's own words left out."""
    labels = [strip.label for _, strips in stretch.ribbons for strip in strips]
    steps = [step for _, strips in stretch.ribbons for strip in strips for step in strip.steps]
    return " ".join(
        [stretch.told, stretch.none, *labels, *steps, *(text for line in stretch.lines for _, text in line.steps)]
    )


def test_no_number_no_percentage_and_no_word_of_a_trend_is_ever_said(inside: Inside) -> None:
    one, other = somebody(inside)
    for after in range(30):
        keeps(inside, visit_of(one, LEVELS[after % 6], LEVELS[after % 5], after % 5 - 2), after)
        keeps(inside, sides_of(one, other, [(after % 5, after % 7 - 3), (UNKNOWN, UNKNOWN)]), after)
        change(inside, lambda found, day=TODAY + after: loosen(found, one, other, day % 5, day))  # type: ignore[misc]
    between = tie_between(inside)
    names = Names(kept_map(inside), LIBRARY, False)
    text = " ".join(
        [
            text_of(part_over_time(inside, one)),
            text_of(sides_over_time(inside)),
            text_of(of_line(said_of(between), names)),
            *(LIBRARY.phrases.all()[key] for key in LIBRARY.phrases.all() if ".over_time." in key),
        ]
    )
    assert not NUMBERS.search(text) and not TRENDS.search(text)
    assert NUMBERS.search("softened in 60 %") and TRENDS.search("a trend"), "the control"


def test_the_list_says_what_the_drawing_shows_in_the_persons_words_and_a_day_only_when_opened(inside: Inside) -> None:
    one, _ = somebody(inside)
    own = "It says I have to earn it first."
    told = visit_of(one, 2, 4, -2, called="that drill sergeant", job="drives on", fear="that it stops", own=own)
    keeps(inside, replace(told, said=(*told.said, Said("said_to_it", Words("not in that tone"))), place="jaw"), 0)
    (line,) = part_over_time(inside, one).lines
    said = "The no: clear. It was: that's the plain truth. Afterwards: much harder."
    assert line.steps == (("that drill sergeant", said),) and "2026" not in said
    assert line.when == "1 March 2026, 21:30"
    assert dict(line.said) == {
        "Where it is": "Jaw",
        "Its job": "drives on",
        "What it fears": "that it stops",
        "In your words": own,
        "You said to it": "not in that tone",
    }


def test_what_it_looked_like_then_is_told_and_words_of_ten_thousand_letters_stand_whole(inside: Inside) -> None:
    one, _ = somebody(inside)
    long = "a herring " * 1_000
    keeps(inside, replace(visit_of(one, 0, hope=long), look="fog"), 0)
    said = dict(part_over_time(inside, one).lines[0].said)
    assert said["What it looks like"] == "Like fog" and said["What it hopes for"] == long


def test_nothing_yet_is_told_plainly(inside: Inside) -> None:
    one, _ = somebody(inside)
    names = Names(kept_map(inside), LIBRARY, False)
    assert part_over_time(inside, one).none.startswith("No kept visit is beside this one.")
    assert sides_over_time(inside).none == "No kept visit met both of them yet."
    assert of_line(said_of(tie_between(inside)), names).none == "How taut the line is wasn't said yet."
    assert ribbon_of(part_over_time(inside, one)).rows[0].marks == () and drawn((), "", "").height == 1


def test_the_word_part_is_never_said_here(inside: Inside) -> None:
    texts = [text for key, text in LIBRARY.phrases.all().items() if ".over_time." in key]
    assert texts and not re.search(r"\bparts?\b", " ".join(texts), re.I)


# Two that pull against each other


def test_each_side_has_its_own_rows_whichever_was_named_first(inside: Inside) -> None:
    one, other = somebody(inside)
    keeps(inside, sides_of(one, other, [(2, -1), (0, 3)]), 0)
    keeps(inside, sides_of(other, one, [(4, -3), (1, UNKNOWN)]), 9)
    keeps(inside, visit_of(one, 4), 3)
    stretch = sides_over_time(inside)
    assert [name for name, _ in stretch.ribbons] == ["the foreman", "one who wants a rest"]
    assert taken(stretch, 0) == [(2, 1), (2, None)] and taken(stretch, 1) == [(0, 4), (6, 0)]
    assert stretch.lines[1].steps == (
        ("the foreman", "The no: slight. Toward it: not said."),
        ("one who wants a rest", "The no: absolute. Toward it: I want it gone."),
    )
    assert ("the foreman: what it hopes for", "wants of one") in stretch.lines[0].said


def test_a_visit_with_another_second_side_is_none_of_these_two(inside: Inside) -> None:
    one, _ = somebody(inside)
    third = meet_on_map(inside, Part(name=Words("fog")), TODAY)
    keeps(inside, sides_of(one, third, [(2, 0), (2, 0)]), 0)
    assert sides_over_time(inside).lines == () and len(part_over_time(inside, one).lines) == 1


def test_how_taut_it_was_is_told_for_each_day_on_which_it_was_said(inside: Inside) -> None:
    one, other = somebody(inside)
    for after, taut in ((0, 4), (400, 4), (401, 0)):
        change(inside, lambda found, a=after, t=taut: loosen(found, one, other, t, TODAY + a))  # type: ignore[misc]
    found = kept_map(inside)
    names = Names(found, LIBRARY, False)
    stretch = of_line(said_of(polarity(f"polarised-{one}-{other}", found)), names)
    assert taken(stretch) == [(4, 4, 0)] and stretch.asked == "days"
    assert [(line.steps[0][1], line.when) for line in stretch.lines][::2] == [
        ("Very taut", "1 March 2026"),
        ("Slack", "6 April 2027"),
    ]
    assert lead_of(one, names) == "the foreman, over time"
    assert lead_of_two(found.ties[0], names) == "the foreman and one who wants a rest, over time"


def test_only_a_polarity_that_is_on_the_map_has_a_line_over_time(inside: Inside) -> None:
    one, other = somebody(inside)
    change(inside, lambda found: tie(found, Between.PROTECTS, one, other, TODAY))
    assert polarity(f"polarised-{one}-{other}", kept_map(inside)), "the control"
    for token in (f"protects-{one}-{other}", "polarised-1-2", "", "polarised"):
        with pytest.raises(NoLongerThereError):
            polarity(token, kept_map(inside))


# Hundreds of visits


def test_the_latest_are_shown_and_every_other_is_some_steps_earlier() -> None:
    for count in (0, 1, MOST, MOST + 1, 2 * MOST, 301):
        every = list(range(count))
        pages = [folded(every, back) for back in range(max(count - 1, 0) // MOST + 1)]
        assert sorted(number for page in pages for number in page.shown) == every
        assert pages[0].shown == tuple(every[-MOST:]) and not pages[0].later and not pages[-1].earlier
        assert all(page.earlier for page in pages[:-1]) and all(page.later for page in pages[1:])
        assert folded(every, 10**9) == pages[-1] and folded(every, -3) == pages[0]


def test_earlier_visits_of_a_part_and_of_two_are_a_step_away(inside: Inside) -> None:
    one, other = somebody(inside)
    for after in range(MOST + 1):
        keeps(inside, sides_of(one, other, [(0 if after == 0 else 4, 0), (1, 0)]), after)
    for stretch in (part_over_time(inside, one, 1), sides_over_time(inside, 1)):
        assert taken(stretch)[0] == (0,) and stretch.later and not stretch.earlier and stretch.back == 1
