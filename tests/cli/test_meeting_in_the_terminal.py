"""The one that says no, in the terminal: found, named, spoken to, and read about, by numbers and in own words."""

from __future__ import annotations

from tests.cli.terminal import visit
from tests.people import CALM, Person
from unforced.adapters.library import FileLibrary
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.domain.answers import UNKNOWN
from unforced.domain.visit import Deed, Reply, Visit

LIBRARY = FileLibrary()


def typed(*replies: Reply | str, at: Visit | None = None) -> list[str]:
    """What somebody types for these deeds, with words as they are."""
    lines, now = [], at or Visit()
    for each in replies:
        view = show(now, LIBRARY)
        if isinstance(each, str):
            lines.append(each)
            assert view.send is not None
            now = respond(now, view.send, LIBRARY, raw=each)
            continue
        numbered = [choice.reply for choice in view.choices + view.beside]
        lines.append(str(numbered.index(each) + view.first_number))
        now = respond(now, each, LIBRARY)
    return lines


def answers(*keys: str) -> list[Reply]:
    """Calm answers to these questions."""
    return [Reply(Deed.ANSWER, CALM[key]) for key in keys]


TO_THE_BODY = [Reply(Deed.OPEN_DOOR, "says_no"), Reply(Deed.CHOOSE, ("critic_voice",))]
TO_THE_PLACE = [
    *TO_THE_BODY,
    Reply(Deed.ANSWER, "about_right"),
    Reply(Deed.STAY),
    *answers("distress", "firmness", "blend"),
]


def printed(*replies: Reply | str) -> str:
    """What is printed after these deeds, as one line."""
    return " ".join(visit(*typed(*replies), "q").split())


def test_it_is_found_and_named_in_their_own_words() -> None:
    out = printed(*TO_THE_PLACE, Reply(Deed.ANSWER, "chest"), "the bouncer")
    assert "Where do you notice that voice, in your body or around it?" in out
    assert "How do you feel toward the bouncer right now?" in out
    assert "Bored with it" in out


def test_it_is_left_unnamed_by_a_number() -> None:
    skipped = (Reply(Deed.ANSWER, "nowhere"), Reply(Deed.ANSWER, UNKNOWN))
    assert "How do you feel toward that voice right now?" in printed(*TO_THE_PLACE, *skipped)


def test_something_can_be_said_to_it_from_a_scale_of_numbers_too() -> None:
    to_distress = TO_THE_PLACE[:4]
    out = printed(*to_distress, Reply(Deed.SAY), Reply(Deed.TONE, "firm"), "not now")
    assert "Say something to it" in out and "I see you. Not in that tone." in out
    assert "You said to it: not now" in out


def test_why_this_happens_is_read_with_its_sources() -> None:
    out = printed(*TO_THE_BODY, Reply(Deed.WHY), Reply(Deed.BACK))
    assert "When approval had to be earned" in out and "Sources: Gilbert 2011" in out


def test_somebody_in_a_visit_can_type_what_the_screen_shows() -> None:
    """The control for the helper: these deeds lead where a person's own taps lead."""
    person = Person(LIBRARY.shelf).arrives("critic_voice").stays(**CALM)
    lines = typed(*TO_THE_PLACE, *answers("place", "called", "toward"))
    assert person.state == "curious" and len(lines) == 10
