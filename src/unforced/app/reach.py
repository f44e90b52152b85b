"""Whom a person can reach, as finished values: a number or an address with the words around it. No rule is here.

A link is shown exactly as it is stored; only the words around it may be set in type.
"""

from __future__ import annotations

from typing import NamedTuple


class Way(NamedTuple):
    """One way to somebody: a sentence, cut where it can be dialled or opened.

    ``link`` is a number or an address as it is stored, ``href`` where it leads; empty where nothing can be tapped.
    """

    before: str
    link: str = ""
    after: str = ""
    href: str = ""

    def __str__(self) -> str:
        """The whole sentence."""
        return self.before + self.link + self.after


class Somebody(NamedTuple):
    """One line: its name in its own language, the ways to it, the best first, and when and for whom it is.

    ``note`` has to be known before it is called, empty where nothing has; ``told`` is how it was checked, a sentence
    each; ``more`` are other numbers, and an official page.
    """

    name: str
    language: str
    ways: tuple[Way, ...]
    said: str
    note: str = ""
    told: tuple[str, ...] = ()
    more: tuple[Way, ...] = ()


class Reach(NamedTuple):
    """Everybody who can be reached from one region.

    ``number`` leads to the emergency service; where it isn't ``known``, it is a sentence in its place. ``others`` are
    more emergency numbers. ``lines`` are for anybody, ``young`` for the young, ``danger`` for danger from somebody
    else. ``directory`` lists lines of every country. ``people`` are those whom no number leads to.
    """

    region: str
    number: Way
    known: bool
    others: str
    directory: Way
    people: tuple[str, ...] = ()
    lines: tuple[Somebody, ...] = ()
    young: tuple[Somebody, ...] = ()
    danger: tuple[Somebody, ...] = ()

    @property
    def nearest(self) -> Somebody | None:
        """The line that stands on a panel; None where there is none."""
        return self.lines[0] if self.lines else None


def way(sentence: str, link: str, href: str) -> Way:
    """A sentence, cut at what it holds exactly as it is stored; whole, where it doesn't hold it."""
    before, found, after = sentence.partition(link)
    return Way(before, link, after, href) if found else Way(sentence)
