"""Wording that is never said: each ban finds what it is for, and leaves its neighbours."""

from __future__ import annotations

import re
import tomllib

import pytest

from unforced.content import HERE
from unforced.domain.practice import VOICES

BANS = tomllib.loads((HERE / "signals/banned.en.toml").read_text("utf-8"))["banned"]


@pytest.mark.parametrize("ban", BANS, ids=[ban["name"] for ban in BANS])
def test_a_ban_finds_what_it_is_for_and_leaves_its_neighbours(ban: dict[str, object]) -> None:
    pattern = re.compile(str(ban["pattern"]), re.IGNORECASE)
    catches, leaves = ban["catches"], ban["leaves"]
    assert isinstance(catches, list)
    assert isinstance(leaves, list)
    assert len(catches) >= 2
    assert leaves
    assert [text for text in catches if not pattern.search(text)] == []
    assert [text for text in leaves if pattern.search(text)] == []


def test_every_ban_says_why_and_for_whom() -> None:
    assert all(ban["why"] and set(ban["voices"]) <= set(VOICES) and ban["voices"] for ban in BANS)
    names = [ban["name"] for ban in BANS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "sentence",
    [
        "just breathe", "you deserve love", "your critic is lying", "let that negativity go", "your true Self",
        "push through", "you broke your 5-day streak", "we missed you", "don't worry, you're safe now",
        "discomfort means it's working", "at least you tried", "why are you so hard on yourself",
        "how old is this part", "silence your critic", "banish your critic", "defeat your critic", "great job",
        "well done", "proud of you", "be the parent you never had", "dorsal vagal", "polyvagal", "I care about you",
        "most users feel calmer", "science proves", "are you sure you want to stop?", "committed suicide",
        "a successful suicide", "a failed suicide",
    ],
)  # fmt: skip
def test_the_guides_own_list_is_banned_for_the_app(sentence: str) -> None:
    assert any(re.search(ban["pattern"], sentence, re.IGNORECASE) for ban in BANS if "app" in ban["voices"])
