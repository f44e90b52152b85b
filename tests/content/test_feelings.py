"""The words for feelings (issue 5, point 6): few groups, few words, plain lines, and every category of GoEmotions."""

from __future__ import annotations

import re

import pytest

from unforced.adapters.library import FileLibrary
from unforced.adapters.memory_library import MemoryLibrary
from unforced.content import HERE
from unforced.content.feelings import GOEMOTIONS, WITHOUT_WORDS, read_feelings, sentences_of_feelings
from unforced.content.finding import Finding, Source
from unforced.content.manners import check_sentences
from unforced.domain.feelings import Feeling, Feelings, Group

FILE = "feelings/en.toml"
TEXT = (HERE / FILE).read_text("utf-8")
CLINICAL = re.compile(
    r"\b(depress\w*|anxi\w+|panic\w*|trauma\w*|dissociat\w*|phobi\w*|mani[ac]\w*|psycho\w*|attachment|trigger\w*|"
    r"avoidan\w*|rumina\w*|alexithym\w*|valence|affect|arous\w*|regulat\w*|hopeless\w*|worthless\w*|trapped)\b",
    re.IGNORECASE,
)


def changed(old: str, new: str) -> list[Finding]:
    """What is found in the shipped file with one thing changed; it is never used then."""
    assert old in TEXT
    feelings, found = read_feelings(Source(FILE, TEXT.replace(old, new, 1)))
    assert feelings is None
    return found


# What is shipped


def test_a_person_finds_a_few_groups_with_a_few_words_each(library: FileLibrary) -> None:
    groups = library.feelings.groups
    assert len(groups) == 8
    assert {group.key for group in groups if not group.feelings} == WITHOUT_WORDS
    assert all(5 <= len(group.feelings) <= 8 for group in groups if group.feelings)


def test_every_category_of_goemotions_has_a_word(library: FileLibrary) -> None:
    covered = [name for group in library.feelings.groups for each in group.feelings for name in each.goemotions]
    assert len(GOEMOTIONS) == 27
    assert sorted(covered) == sorted(GOEMOTIONS)


def test_plain_names_that_people_use_are_among_them(library: FileLibrary) -> None:
    words = {each.word for group in library.feelings.groups for each in group.feelings}
    assert words > {"ashamed", "on edge", "let down", "left out", "empty", "not good enough"}


def texts(feelings: Feelings) -> list[str]:
    """Every text of them."""
    return [sentence.text for sentence in sentences_of_feelings(feelings, Source(FILE, TEXT))]


def test_no_word_of_a_clinic_and_none_that_could_push_somebody_lower_is_ever_among_them(library: FileLibrary) -> None:
    assert len(texts(library.feelings)) > 120
    assert [text for text in texts(library.feelings) if CLINICAL.search(text)] == []
    assert CLINICAL.search(texts(Feelings((Group("a", "depressed"),)))[0])


def test_nobody_is_ever_told_what_they_are(library: FileLibrary) -> None:
    told = re.compile(r"\byou(?:'re| are)(?! not\.| going)\b", re.IGNORECASE)
    assert [text for text in texts(library.feelings) if told.search(text)] == []
    assert told.search("You are ashamed.")


def test_every_line_stands_in_its_sentence_as_plain_text(library: FileLibrary) -> None:
    for group in library.feelings.groups:
        for each in group.feelings:
            assert each.means.endswith(".") and len(each.means.split()) <= 9
            assert each.here[0].islower() and each.here[-1].isalpha()


def test_wording_that_is_never_said_is_found_here_too(library: FileLibrary) -> None:
    said = [
        Group("a", "positive vibes"),
        Group("b", "b", "just that", (Feeling("c", "c", "c", "Everyone feels it, one way or another, most days."),)),
        Group("d", "d", sentence="You deserve love."),
    ]
    found = check_sentences(sentences_of_feelings(Feelings(tuple(said)), Source(FILE, TEXT)), library.bans)
    assert {finding.finding.partition(":")[0] for finding in found} >= {
        "negativity",
        "just",
        "always_never_everyone",
        "deserve",
    }
    in_memory = MemoryLibrary((), {}, library.rules, bans=library.bans, feelings=Feelings(tuple(said)))
    assert len(in_memory.findings()) == len(found)
    assert in_memory.shelf.feelings is in_memory.feelings


# What is wrong with a file


@pytest.mark.parametrize("text", ["group = ", "[[group]", "", 'group = "sad"', "other = 3\ngroup = [3]"])
def test_a_file_that_is_no_list_is_a_finding_and_never_guessed_at(text: str) -> None:
    feelings, found = read_feelings(Source(FILE, text))
    assert feelings is None and found


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('key = "let_down"\n', "", "key is missing"),
        ('key = "let_down"', 'key = "Let down"', "key has to be a name like let_down"),
        ('key = "numb"', 'key = "nothing"', "the group numb is missing"),
        ('means = "You hoped for more than came."', "", "means is missing"),
        ('means = "You hoped for more than came."', 'means = " "', "means has to be a few words"),
        ('means = "You hoped for more than came."', 'meaning = "x"', "meaning is no key here"),
        ("You hoped for more than came.", "You hoped for so much more than what then came.", "at most 9 words"),
        ('here = "being let down"', 'here = "a feeling of having been let down"', "here has at most 5 words"),
        ('key = "let_down"', 'key = "sad"', "sad stands there twice"),
        ('key = "let_down"', 'key = "sad_or_hurt"', "sad_or_hurt stands there twice"),
        ('["disappointment"]', '["neutral"]', "a list from the 27 categories"),
        ('["disappointment"]', '"disappointment"', "a list from the 27 categories"),
        ('["disappointment"]', "[]", "no word covers disappointment"),
        ('here = "sadness, or hurt"\n', "", "sad_or_hurt has a here and 5 to 8 words"),
        ('here = "sadness, or hurt"\n', 'sentence = "Sad."\n', "sad_or_hurt has a sentence of its own"),
        ('sentence = "Numb is a name too. It can be here."', "", "numb has a sentence of its own"),
        ('word = "Numb, or nothing there"', "feeling = 3", "word is missing"),
        ('word = "Numb, or nothing there"\n', 'word = "Numb"\nfeeling = 3\n', "[[group.feeling]] tables"),
    ],
)
def test_what_is_wrong_with_the_list_is_found(old: str, new: str, finding: str) -> None:
    found = changed(old, new)
    assert any(finding in each.finding for each in found), found


def test_a_finding_says_on_which_line_it_is() -> None:
    (found,) = changed("You hoped for more than came.", "You hoped for so much more than what then came.")
    assert TEXT.splitlines()[found.line - 1] == 'key = "let_down"'


def test_too_many_groups_and_too_few_words_are_found() -> None:
    more = "".join(f'\n[[group]]\nkey = "more_{x}"\nword = "more"\nsentence = "More."\n' for x in "ab")
    feelings, found = read_feelings(Source(FILE, TEXT + more))
    assert feelings is None and [each.finding for each in found] == ["there are 5 to 9 groups"]
    few = '\n[[group]]\nkey = "few"\nword = "few"\nhere = "few"\n'
    feelings, found = read_feelings(Source(FILE, TEXT + few))
    assert feelings is None and [each.finding for each in found] == [
        "few has a here and 5 to 8 words, or a sentence of its own"
    ]


# From a category to a word


@pytest.mark.parametrize("category", sorted(GOEMOTIONS))
def test_every_category_leads_to_one_group_and_one_word_of_it(library: FileLibrary, category: str) -> None:
    found = library.feelings.covering(category)
    assert found is not None
    group, word = found
    assert word in group.feelings
    assert category in word.goemotions


def test_a_category_in_its_own_spelling_leads_there_too_and_what_is_no_feeling_leads_nowhere(
    library: FileLibrary,
) -> None:
    assert library.feelings.covering("realization")
    assert library.feelings.covering("realization") == library.feelings.covering("realisation")
    assert library.feelings.covering("neutral") is None
    assert Feelings().covering("fear") is None
