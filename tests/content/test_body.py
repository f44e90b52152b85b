"""Words for what a body does: the list that is shipped, and what is found in one that is wrong."""

from __future__ import annotations

import pytest

from unforced.adapters.library import FileLibrary
from unforced.content import HERE
from unforced.content.body import FILE, read_body
from unforced.content.finding import Source
from unforced.domain.answers import BODY_WORDS

TEXT = (HERE / FILE).read_text("utf-8")
SMALL = 'places = ["jaw"]\n[[sensation]]\nwords = ["tight"]\nalone = false\n'


def found(text: str) -> list[str]:
    """What is found in such a file; it is never used then."""
    body, findings = read_body(Source(FILE, text))
    assert body is None
    return [finding.finding for finding in findings]


def test_every_body_word_of_the_guide_is_hinted_at_by_some_and_most_words_hint_at_none() -> None:
    body, findings = read_body(Source(FILE, TEXT))
    assert not findings
    assert body is not None
    hints = [each.hint for each in body.sensations.values()]
    assert {hint for hint in hints if hint} == set(BODY_WORDS)
    assert hints.count("") > len(hints) / 2


def test_words_of_a_doubtful_body_wait_for_a_place() -> None:
    body, _ = read_body(Source(FILE, TEXT))
    assert body is not None
    assert not any(body.sensations[word].alone for word in ("tight", "heavy", "cold", "closed", "racing", "weak"))
    assert all(body.sensations[word].alone for word in ("braced", "shaking", "numb", "miles away"))


def test_a_small_list_is_a_list() -> None:
    body, findings = read_body(Source(FILE, SMALL))
    assert (body is not None, findings) == (True, [])


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('"jaw"]', "", "this file can't be read"),
        ('["jaw"]', '"jaw"', "places has to be a list of words"),
        ('["jaw"]', "[]", "places has to be a list of words"),
        ('["jaw"]', '["lower back"]', "one word in lower case"),
        ('["jaw"]', '["jaw", "jaw"]', "jaw stands there twice"),
        ("[[sensation]]", "[sensation]", "sensation has to be [[sensation]] tables"),
        ("[[sensation]]", "[[feeling]]", "feeling is no key here"),
        ('["tight"]', "[7]", "words has to be a list of words"),
        ('["tight"]', '["Tight"]', "up to six words in lower case"),
        ('["tight"]', '["can\'t move"]', "up to six words in lower case"),
        ('["tight"]', '["tight", "tight"]', "tight stands there twice"),
        ("alone = false", 'alone = "no"', "alone has to be true or false"),
        ("alone = false", 'alone = false\nhint = "tense"', "hint has to be one of: far_away"),
        ("alone = false", "alone = false\nplace = true", "place is no key of a sensation"),
    ],
)
def test_what_is_wrong_is_found(old: str, new: str, finding: str) -> None:
    assert old in SMALL
    assert any(finding in each for each in found(SMALL.replace(old, new, 1)))


def test_the_check_of_all_content_reads_it_too(library: FileLibrary) -> None:
    assert not [finding for finding in library.findings() if finding.file == FILE]
