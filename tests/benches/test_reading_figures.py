"""The figures about a reading are what they say, on answers that can be reckoned by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.figures import Bound, Share
from bench.likeness import unlike
from bench.reading.figures import Heard, calibration_error, covered, f1, in_place, quality
from bench.reading.rivals import by_patterns
from bench.reading.rows import Row, agreement


def row(name: str, *kinds: str, text: str = "it goes blank") -> Row:
    return Row(name, "a-voice", kinds, text)


def test_a_share_has_its_interval() -> None:
    low, high = Share(40, 50).interval
    assert (round(low, 2), round(high, 2)) == (0.67, 0.89)
    assert Share(0, 0).value == 0


def test_a_bound_that_is_missed_says_so() -> None:
    assert Bound("top-2", 0.85, 0.85, True).held
    assert "MISSED" in str(Bound("top-2", 0.84, 0.85, True))
    assert "**missed**" in Bound("ECE", 0.06, 0.05).told()


def test_f1_is_the_harmonic_mean_a_label() -> None:
    found = f1([("numb", "numb"), ("numb", "tense"), ("tense", "tense")])
    assert found == {"numb": pytest.approx(2 / 3), "tense": pytest.approx(2 / 3)}


def test_whoever_is_as_often_right_as_it_says_is_calibrated() -> None:
    assert calibration_error([0.5, 0.5], [True, False]) == 0
    assert calibration_error([1.0, 1.0], [False, False]) == 1


def test_the_surest_are_counted_first() -> None:
    found = covered([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0], [False, False, *[True] * 8])
    assert (found[100], found[80]) == (Share(8, 10), Share(8, 8))


def test_what_could_not_be_read_is_wrong_and_claims_nothing() -> None:
    found = [row("1", "numb"), row("2", "weak", "fake")]
    answers = [Heard((), 1 / 15, abstained=True), Heard(("fake", "weak"), 0.6, spans=((0, 2),))]
    told = quality(found, answers)
    assert (told.top_1, told.top_2, told.either) == (Share(0, 2), Share(1, 2), Share(1, 2))
    assert (told.unread, told.claimed, told.spans) == (Share(1, 2), Share(1, 2), Share(1, 1))


@pytest.mark.parametrize(
    ("span", "there"),
    [((0, 2), True), ((3, 13), True), ((3, 7), True), ((4, 7), False), ((3, 14), False), ((2, 2), False)],
)
def test_evidence_stands_on_the_borders_of_words(span: tuple[int, int], there: bool) -> None:
    assert in_place("it goes blank", span) is there


def test_patterns_hear_their_words_and_otherwise_nothing() -> None:
    listen = by_patterns()
    assert listen("my jaw is so tight").first == "tense"
    assert listen("the bus was late").first == "none"


def test_a_second_reader_who_says_the_same_agrees_fully(tmp_path: Path) -> None:
    found = [row("1", "numb"), row("2", "weak", "fake"), row("3", "none")]
    assert agreement(found, tmp_path) is None
    (tmp_path / "one.tsv").write_text("1\tnumb\n2\tweak\n")
    told = agreement(found, tmp_path)
    assert told
    assert (told.kappa, told.same, told.overlap) == (1, Share(2, 2), Share(2, 2))


def test_kappa_takes_off_what_chance_would_give(tmp_path: Path) -> None:
    (tmp_path / "one.tsv").write_text("1\tnumb\n2\tfake\n3\tnone\n4\tnone\n")
    told = agreement([row("1", "numb"), row("2", "weak", "fake"), row("3", "none"), row("4", "weak")], tmp_path)
    assert told
    assert (told.same, told.overlap) == (Share(2, 4), Share(3, 4))
    chance = (1 * 1 + 2 * 0 + 1 * 2) / 16
    assert told.kappa == pytest.approx((0.5 - chance) / (1 - chance))


def test_what_is_known_already_is_left_out() -> None:
    near, far = row("1", "numb", text="it all goes blank inside"), row("2", "numb", text="the jaw locks")
    assert unlike([near, far], ["It all goes blank inside!"], 0.6) == [far]
    assert unlike([near, far], [], 0.6) == [near, far]
