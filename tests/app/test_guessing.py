"""A reader beside the rules (safety.md, house.md: screen, read, decide): it orders the chips, or nothing changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.readers import Abstains, Breaks, Foreign, Names
from unforced.adapters.library import FileLibrary
from unforced.adapters.reading.silent import SilentReader
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.answers import Never
from unforced.domain.reading import Lesson
from unforced.domain.resistance import Kind
from unforced.domain.screening import Concern, Heard
from unforced.domain.visit import Deed, Phase, Reply, Said, Visit
from unforced.domain.words import Words
from unforced.ports import Reader

WRITTEN = "A stupid wall comes up whenever I try."
INTENT = "A wall comes up and I am going to kill myself tonight."
AT_THE_CHIPS = Visit(phase=Phase.KINDS, door="says_no")


def sent(
    library: FileLibrary, reader: Reader | None, *chips: str, raw: str = WRITTEN, visit: Visit = AT_THE_CHIPS
) -> Visit:
    """The chips, sent with words."""
    return respond(visit, Reply(Deed.CHOOSE, chips), library, raw=raw, reader=reader)


def guessed(library: FileLibrary, raw: str = WRITTEN, visit: Visit = AT_THE_CHIPS) -> tuple[Visit, View]:
    """The chips once more, and their screen."""
    after = sent(library, Names("edge", "tense"), raw=raw, visit=visit)
    return after, show(after, library)


# Read


def test_what_was_written_is_read_with_what_this_person_taught(library: FileLibrary) -> None:
    reader, lesson = Names("edge", "tense"), Lesson(Words("fog"), Kind.NUMB)
    reply = Reply(Deed.CHOOSE, ())
    after = respond(AT_THE_CHIPS, reply, library, raw=f"  {WRITTEN}\n", reader=reader, lessons=lambda: (lesson,))
    assert reader.asked == [(WRITTEN, (lesson,))]
    assert after.likely == (Kind.EDGE, Kind.TENSE)


@pytest.mark.parametrize("reader", [None, SilentReader(), Abstains("edge"), Breaks("edge"), Names("none", "edge")])
def test_without_a_reading_everything_is_as_it_was_and_not_a_word_is_said(
    library: FileLibrary, reader: Reader | None
) -> None:
    plain = respond(AT_THE_CHIPS, Reply(Deed.CHOOSE, ()), library, raw=WRITTEN)
    assert sent(library, reader) == plain
    assert plain.phase is Phase.BODY and (plain.note, plain.notice) == ("", "")


def test_words_in_another_language_bring_the_chips_back_once_and_say_why(library: FileLibrary) -> None:
    after = sent(library, Foreign(), raw="Sobald ich es versuche, ist da eine Wand.")
    assert (after.phase, after.likely, after.notice) == (Phase.KINDS, (), "foreign")
    view = show(after, library)
    assert view.said[0] == library.phrases.say("app.notes.foreign", plain=False)
    assert view.question == library.phrases.say("app.questions.kinds", plain=False)
    none = respond(after, Reply(Deed.CHOOSE, ()), library, reader=Foreign())
    assert none.phase is Phase.BODY and Said("words", Words("Sobald ich es versuche, ist da eine Wand.")) in none.said
    again = sent(library, Foreign(), raw="Sobald ich es versuche, ist da eine Wand.", visit=after)
    assert (again.phase, again.notice) == (Phase.BODY, "")


def test_lessons_that_cant_be_had_are_no_reason_to_stop(library: FileLibrary) -> None:
    def locked() -> tuple[Lesson, ...]:
        raise RuntimeError("locked")

    reply, reader = Reply(Deed.CHOOSE, ()), Names("edge", "tense")
    assert respond(AT_THE_CHIPS, reply, library, raw=WRITTEN, reader=reader, lessons=locked).phase is Phase.BODY


def test_a_reader_is_never_given_words_in_which_danger_was_heard(library: FileLibrary) -> None:
    reader = Names("edge", "tense")
    after = sent(library, reader, raw=INTENT)
    assert (after.phase, after.likely, reader.asked) == (Phase.HELP, (), [])
    assert sent(library, reader).likely and reader.asked  # the control


def test_nor_where_the_second_listener_heard_it_or_is_late(library: FileLibrary) -> None:
    class Told:
        def __init__(self, what: Heard | None) -> None:
            self.what = what

        def hear(self, raw: str) -> Heard | None:
            return self.what

    reader, reply = Names("edge", "tense"), Reply(Deed.CHOOSE, ())
    for what in (Heard(Concern.TENDER, ("second",)), None):
        after = respond(AT_THE_CHIPS, reply, library, raw=WRITTEN, reader=reader, listener=Told(what))
        assert after.likely == () and reader.asked == []
    quiet = respond(AT_THE_CHIPS, reply, library, raw=WRITTEN, reader=reader, listener=Told(Heard(Concern.NONE, ())))
    assert quiet.likely  # the control


def test_nothing_but_own_words_at_the_chips_is_ever_read(library: FileLibrary) -> None:
    reader = Names("edge", "tense")
    sent(library, reader, raw="  ")
    sent(library, reader, "numb")
    respond(Visit(phase=Phase.SHELF, door="moment"), Reply(Deed.WRITE), library, raw="a lamp", reader=reader)
    assert reader.asked == []


# Shown


def test_the_two_stand_first_and_all_the_others_beside_them_with_nothing_ticked(library: FileLibrary) -> None:
    _, view = guessed(library)
    plain = show(AT_THE_CHIPS, library)
    assert [choice.token for choice in view.choices[:2]] == ["choose:edge", "choose:tense"]
    assert sorted(c.token for c in view.choices) == sorted(c.token for c in plain.choices)
    assert [c.group for c in view.choices[:3]] == ["Perhaps", "Perhaps", "A harsh voice"]
    groups = {c.token: c.group for c in plain.choices}
    assert all(c.group == groups[c.token] for c in view.choices[2:])
    assert not any(choice.chosen for choice in view.choices)
    assert (view.send, view.send_label, view.field, view.several) == (plain.send, plain.send_label, plain.field, True)
    assert {c.reply.deed for c in view.controls} == {c.reply.deed for c in plain.controls}


def test_their_own_noun_is_said_again_and_nothing_else_that_they_wrote(library: FileLibrary) -> None:
    visit, view = guessed(library)
    assert view.said == ("It sounds as if that wall could be one of the first two here.",)
    assert view.question == "Is that close?"
    assert "stupid" not in "".join((*view.said, view.question, view.hint, view.field))
    assert "It sounds" not in "".join(show(sent(library, None, visit=visit, raw=""), library).said)


def test_without_a_noun_it_is_that_no(library: FileLibrary) -> None:
    assert guessed(library, "I would lose my drive")[1].said[0].startswith("It sounds as if that no could be")


def test_their_noun_stays_until_they_name_it(library: FileLibrary) -> None:
    visit = respond(sent(library, None, "tense"), Reply(Deed.ANSWER, "about_right"), library)
    assert visit.said and "Stay with that wall" in [choice.label for choice in show(visit, library).beside]
    called = replace(visit, called=Words("the bouncer"))
    assert "Stay with the bouncer" in [choice.label for choice in show(called, library).beside]
    looks = replace(visit, look="fog")
    assert "Stay with the one like fog" in [choice.label for choice in show(looks, library).beside]


def test_of_several_texts_the_newest_noun_counts_and_two_sides_stay_both(library: FileLibrary) -> None:
    visit = replace(AT_THE_CHIPS, said=(Said("words", Words("a fog")), Said("words", Words("no, a lid"))))
    assert guessed(library, "and so on", visit)[1].said[0].count("that no") == 1  # said afresh
    visit = replace(visit, phase=Phase.OFFERS)
    assert "Stay with that lid" in [choice.label for choice in show(visit, library).beside]
    both = replace(visit, answers=visit.answers._replace(kinds=frozenset({Kind.TWO_SIDES})))
    assert "Stay with both" in [choice.label for choice in show(both, library).beside]


@pytest.mark.parametrize("shown", [{"concern_shown": 1}, {"facts": Visit().facts._replace(tender=True)}])
def test_after_words_of_danger_it_is_never_mirrored(library: FileLibrary, shown: dict[str, object]) -> None:
    visit = replace(AT_THE_CHIPS, phase=Phase.OFFERS, said=(Said("words", Words("a wall")),))
    assert "Stay with that wall" in [choice.label for choice in show(visit, library).beside]  # the control
    after = replace(visit, **shown)  # type: ignore[arg-type]
    assert not [choice.label for choice in show(after, library).beside if "wall" in choice.label]


def test_with_a_broken_list_it_is_the_word_for_the_kind(library: FileLibrary, tmp_path: Path) -> None:
    visit = replace(AT_THE_CHIPS, phase=Phase.OFFERS, said=(Said("words", Words("a wall")),))
    broken = Broken()
    assert "Stay with that no" in [choice.label for choice in show(visit, broken).beside]


class Broken(FileLibrary):
    """The list of nouns is missing."""

    @property
    def nouns_file(self) -> str:
        return "nouns/nowhere.toml"


def test_without_the_word_part_the_question_is_the_same(library: FileLibrary) -> None:
    plain = replace(AT_THE_CHIPS, answers=AT_THE_CHIPS.answers._replace(never=frozenset({Never.PARTS_WORDS})))
    assert guessed(library, visit=plain)[1].said == guessed(library)[1].said
