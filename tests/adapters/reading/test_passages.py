"""A text as passages: every sentence is in one, and two neighbours stand together in one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from unforced.adapters.reading.passages import STRETCH, passages, sentences

TEN = " ".join(f"This is sentence number {number} of ten." for number in range(8))


def test_one_sentence_is_one_passage() -> None:
    assert [each.text for each in passages("I can't do this tonight")] == ["I can't do this tonight"]


def test_nothing_has_no_passage() -> None:
    assert list(passages("  \n ")) == []


def test_a_few_words_cut_off_belong_to_the_sentence_before() -> None:
    assert [each.text for each in sentences("I want to stop. Not later. It hurts a lot today.")] == [
        "I want to stop. Not later.",
        "It hurts a lot today.",
    ]


def test_a_short_text_is_one_passage() -> None:
    text = "The dog is fed and walked. I won't be back for her."
    assert [each.text for each in passages(text)] == [text]


def test_two_neighbours_are_together_somewhere_in_a_long_text() -> None:
    text = " ".join([TEN] * 6)
    whole = [each.text for each in sentences(text)]
    stretches = [each.text for each in passages(text)]
    for one, other in pairwise(whole):
        assert any(one in stretch and other in stretch for stretch in stretches)


@given(st.text(alphabet="ab .!?\n", max_size=600))
def test_every_word_is_in_a_passage_where_it_stands(text: str) -> None:
    covered: set[int] = set()
    for each in passages(text):
        assert text[each.start : each.start + len(each.text)] == each.text
        covered |= set(range(each.start, each.start + len(each.text)))
    lost = [at for at, letter in enumerate(text) if letter in "ab" and at not in covered]
    assert not lost


def test_a_sentence_without_an_end_is_cut() -> None:
    assert all(len(each.text.split()) <= STRETCH for each in passages("word " * 1_000))
