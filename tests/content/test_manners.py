"""Manners: what a form can't see. Doses, twins, few words where somebody is far away, and wording never said."""

from __future__ import annotations

import re
from typing import Any

import pytest

from unforced.content.finding import Finding, Source
from unforced.content.manners import (
    Ban,
    Sentence,
    bans_from,
    check_practice,
    check_sentences,
    sentences_in,
    sentences_of,
)
from unforced.domain.practice import Breath, Cue, Family, Practice

SOURCE = Source("a_file.toml", 'title = "A title"\nseconds = 100\ntwin = "orient.b"\n')
IDS = frozenset({"orient.a", "orient.b", "breath.a", "note.a", "moment.a", "muscles_full.a", "ask.a"})
JUST_BREATHE = re.compile("just breathe", re.IGNORECASE)
BAN = Ban("never.just_breathe", JUST_BREATHE, frozenset({"app", "to_part"}), "it belittles")


PRESSED = (Cue(5, "tense", "Press.", area="feet"), Cue(10, "release", "Let go.", area="feet"))
LETTING = (Cue(5, "release", "Let go.", area="feet"),)
LOOKED = Cue(20, "look", "Look at something.")


def a_practice(family: Family = Family.ORIENT, seconds: int = 20, **known: Any) -> Practice:
    """A practice with good manners, but for what is said of it."""
    whole = {"title": "A title", "invitation": "You could look.", "twin": "orient.b", "skip": "", **known}
    cues = whole.pop("cues", (Cue(seconds, "look", "Look at something."),))
    return Practice(f"{family}.a", family, whole.pop("title"), whole.pop("invitation"), seconds, cues, **whole)


def found(practice: Practice) -> list[str]:
    """What is found in it."""
    return [finding.finding for finding in check_practice(practice, SOURCE, IDS)]


# A practice


def test_a_practice_with_good_manners_has_no_finding() -> None:
    assert found(a_practice()) == []
    assert found(a_practice(Family.ASK, 600)) == []  # ask has no clock
    assert found(a_practice(Family.NOTE, 90)) == []
    assert found(a_practice(Family.MOMENT, 20)) == []
    assert found(a_practice(Family.MUSCLES_FULL, 5, cues=PRESSED)) == []
    assert found(a_practice(Family.MOMENT, 60, picked_only=True)) == []
    assert found(a_practice(Family.BREATH, 420, picked_only=True, skip="If breath is hard, leave it.")) == []


@pytest.mark.parametrize(
    ("practice", "finding"),
    [
        (a_practice(Family.NOTE, 91), "inward lasts at most 90 s"),
        (a_practice(Family.MOMENT, 21), "a moment lasts at most 20 s"),
        (a_practice(twin="orient.nowhere"), "the twin has to be another practice"),
        (a_practice(twin="orient.a"), "the twin has to be another practice"),
        (a_practice(twin=""), "the twin has to be another practice"),
        (
            a_practice(Family.BREATH, skip="Leave it out.", breath=Breath(4, 4, 6, 1)),
            "a breath with a hold is only picked, so picked_only = true",
        ),
        (a_practice(Family.BREATH, breath=Breath(4, 0, 6, 2)), "a breath says who should skip it"),
        (a_practice(title="One two three four five six seven"), "a title has at most six words"),
        (a_practice(Family.MOMENT, 61, picked_only=True), "a moment lasts at most 60 s"),
        (
            a_practice(Family.MUSCLES_FULL, 6, cues=(Cue(6, "tense", "Press.", area="feet"),)),
            "a muscle is tensed at most five seconds",
        ),
        (a_practice(Family.MOVE, 6, cues=(Cue(6, "tense", "Push."),)), "a muscle is tensed at most five seconds"),
        (
            a_practice(Family.MUSCLES_FULL, 5, cues=(Cue(5, "tense", "Press."),)),
            "what is tensed or let go has an area, and nothing else has one",
        ),
        (
            a_practice(cues=(Cue(20, "look", "Look at your feet.", area="feet"),)),
            "what is tensed or let go has an area, and nothing else has one",
        ),
        (
            a_practice(Family.MUSCLES_FULL, 34, cues=(*PRESSED, Cue(4, "tense", "Press.", area="legs"), *PRESSED)),
            "tensing and letting go keep one rhythm throughout",
        ),
        (
            a_practice(Family.MUSCLES_FULL, 25, cues=(*PRESSED, Cue(10, "release", "On.", area="legs"), LETTING[0])),
            "tensing and letting go keep one rhythm throughout",
        ),
        (
            a_practice(Family.MUSCLES_RELEASE, 90, cues=(*LETTING * 9, LOOKED, *LETTING * 8)),
            "there are at most 16 groups of muscles",
        ),
        (
            a_practice(Family.MUSCLES_FULL, 90, cues=(*PRESSED * 6, Cue(1, "pause", "A pause."), LOOKED)),
            "20 s outward come after at most 90 s of muscles",
        ),
        (
            a_practice(Family.MUSCLES_FULL, 90, cues=(*PRESSED * 6, LOOKED, *PRESSED * 7)),
            "20 s outward come after at most 90 s of muscles",
        ),
    ],
)
def test_bad_manners_are_found(practice: Practice, finding: str) -> None:
    assert found(practice) == [finding]


def test_a_finding_stands_on_the_line_it_is_about() -> None:
    (finding,) = check_practice(a_practice(Family.NOTE, 100), SOURCE, IDS)
    assert finding == Finding("a_file.toml", 2, "inward lasts at most 90 s")
    assert SOURCE.line_of("nowhere in it") == SOURCE.line_of("") == 1


# Sentences


@pytest.mark.parametrize("voice", ["app", "to_part"])
def test_what_is_never_said_is_found_in_every_voice_it_is_banned_for(voice: str) -> None:
    (finding,) = check_sentences([Sentence(SOURCE, voice, "Now JUST breathe.")], (BAN,))
    assert finding.finding == "never.just_breathe: it belittles"


def test_a_persons_own_answer_may_say_what_the_app_never_says() -> None:
    assert check_sentences([Sentence(SOURCE, "chip", "They say: just breathe")], (BAN,)) == []


def test_a_line_is_as_long_as_somebody_can_take_and_no_longer() -> None:
    eight = "One two three four five six seven eight."
    assert check_sentences([Sentence(SOURCE, "app", f"{eight} {eight}", 8)], ()) == []
    (finding,) = check_sentences([Sentence(SOURCE, "app", f"{eight} {eight}", 7)], ())[:1]
    assert finding.finding == "a line has more than 7 words"
    assert check_sentences([Sentence(SOURCE, "to_part", f"{eight} {eight}", 7)], ()) == []


def test_every_sentence_of_a_practice_is_checked_in_its_voice() -> None:
    cues = (Cue(10, "look", "Look."), Cue(10, "say", "I see you.", voice="to_part"))
    practice = a_practice(cues=cues, worse="Harder.", same="The same.", skip="Leave it out.")
    said = [(sentence.voice, sentence.text) for sentence in sentences_of(practice, SOURCE)]
    assert said == [
        ("app", "A title"),
        ("app", "You could look."),
        ("app", "Leave it out."),
        ("app", "Harder."),
        ("app", "The same."),
        ("app", "Look."),
        ("to_part", "I see you."),
    ]


@pytest.mark.parametrize(
    ("family", "longest"),
    [
        (Family.ORIENT, 8),
        (Family.MOVE, 8),
        (Family.ACKNOWLEDGE, 8),
        (Family.PEOPLE, 8),
        (Family.HELP, 8),
        (Family.CONTACT, 12),
        (Family.BREATH, 12),
        (Family.SEE, 12),
        (Family.NOTE, 16),
    ],
)
def test_what_is_offered_far_away_has_eight_words_a_line_and_what_is_offered_in_too_much_twelve(
    family: Family, longest: int
) -> None:
    assert {sentence.longest for sentence in sentences_of(a_practice(family), SOURCE)} == {longest}


@pytest.mark.parametrize(
    ("key", "voice", "longest"),
    [
        ("app.lines.far_away_memory", "app", 8),
        ("app.lines.wired_and_numb", "app", 8),
        ("app.lines.crisis", "app", 8),
        ("app.lines.too_much_ten_memory", "app", 12),
        ("app.lines.firm_no", "app", 24),
        ("chip.kinds.edge", "chip", 24),
    ],
)
def test_a_phrase_is_checked_in_the_voice_its_key_begins_with(key: str, voice: str, longest: int) -> None:
    (sentence,) = sentences_in({key: "Words."}, SOURCE)
    assert (sentence.voice, sentence.longest) == (voice, longest)


def test_the_banned_wording_is_data() -> None:
    row = {"name": "praise.great_job", "pattern": "great job", "voices": ["app"], "why": "it grades"}
    (ban,) = bans_from({"banned": [row]})
    assert ban.pattern.search("GREAT JOB!")
    assert (ban.name, ban.why) == ("praise.great_job", "it grades")
    assert ban.voices == {"app"}
