"""A sheet: one page around the vault as finished values, so that a template adds nothing."""

from __future__ import annotations

from typing import NamedTuple

from unforced.web.room import room


class Field(NamedTuple):
    """A place to type. ``kind``: password, code, words, file."""

    name: str
    label: str
    kind: str = "password"
    value: str = ""


class Button(NamedTuple):
    """Something to choose, with the value that the form sends for it."""

    label: str
    value: str


class Link(NamedTuple):
    """Somewhere else."""

    label: str
    address: str


class Sheet(NamedTuple):
    """``code`` is a recovery code, shown once. ``address``: where the form goes; empty for this address."""

    lead: str
    lines: tuple[str, ...] = ()
    note: str = ""
    code: str = ""
    question: str = ""
    fields: tuple[Field, ...] = ()
    buttons: tuple[Button, ...] = ()
    links: tuple[Link, ...] = ()
    address: str = ""
    takes_file: bool = False
    words: str = ""

    @property
    def groups(self) -> list[str]:
        """The groups of the code."""
        return self.code.split()


def chip(key: str, value: str = "") -> Button:
    """A button by the key of its phrase under chip; its value is the last part of the key unless another is given."""
    return Button(room().say(f"chip.{key}"), value or key.rpartition(".")[2])


def field(name: str, key: str, kind: str = "password", value: str = "") -> Field:
    """A field by the key of its label under app."""
    return Field(name, room().say(f"app.{key}"), kind, value)


def link(key: str, address: str) -> Link:
    """A link by the key of its phrase under chip."""
    return Link(room().say(f"chip.{key}"), address)
