"""Somebody names a feeling in the terminal: by numbers, or in words of their own."""

from __future__ import annotations

import pytest

from tests.cli.terminal import visit
from unforced.adapters.library import FileLibrary
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.domain.visit import Deed, Reply, Visit

LIBRARY = FileLibrary()


def to_the_groups() -> list[str]:
    """What somebody types to take one word for it from the whole shelf."""
    typed, at = [], Visit()
    for reply in (Reply(Deed.OPEN_DOOR, "settle"), Reply(Deed.LOOK), Reply(Deed.TAKE, "note.one_word")):
        view = show(at, LIBRARY)
        numbered = [choice.reply for choice in view.choices + view.beside]
        typed.append(str(numbered.index(reply) + 1))
        at = respond(at, reply, LIBRARY)
    return typed


def printed(*lines: str) -> str:
    """What is printed after these lines, as one line."""
    return " ".join(visit(*to_the_groups(), *lines, "q").split())


def test_two_numbers_name_a_feeling_and_each_word_has_its_meaning() -> None:
    out = printed("1", "3", "", "3")
    assert "1 Sad, or hurt" in out and "let down You hoped for more than came." in out
    assert "This is being let down, and it can be here." in out
    assert "You named: let down" in out and "Compared with before?" in out


@pytest.mark.parametrize("lines", [("like a lid",), ("2", "like a lid")])
def test_words_of_their_own_are_a_name_at_either_question(lines: tuple[str, ...]) -> None:
    assert "This is like a lid, and it can be here." in printed(*lines)


def test_it_can_be_left_out_and_put_down_by_a_number() -> None:
    assert "It can be here without a name." in printed("9")
    assert "You can look away from it now." in printed("10")
