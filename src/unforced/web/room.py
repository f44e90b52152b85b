"""The room that the pages share: what they speak from, what they remember, and who may come in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.conf import settings

from unforced.ports import Library
from unforced.web.keeper import Keeper
from unforced.web.letting_in import Door
from unforced.web.memory import Memory
from unforced.web.opening import Opening
from unforced.web.typesetting import set_text

PAGE_VOICES = (
    "app.page.",
    "app.outline.",
    "chip.page.",
    "chip.controls.",
    "app.help.",
    "app.errors.",
    "app.keep.",
    "chip.keep.",
    "chip.player.",
    "chip.areas.",
    "app.areas.",
    "chip.moments.",
    "app.sheet.",
    "app.plan.",
    "app.offline.",
    "chip.offline.",
    "app.traces.",
    "app.no_trace.",
)


class Room(NamedTuple):
    """``assets`` maps the name of a static file to its hashed address."""

    opening: Opening
    memory: Memory
    door: Door
    keeper: Keeper
    assets: Mapping[str, str]

    @property
    def library(self) -> Library:
        """What is said and offered."""
        return self.opening.library

    @property
    def cookie(self) -> str:
        """The cookie's name. Ports share cookies, so the name holds the port."""
        return f"notes-{self.opening.port}"

    def say(self, key: str, **names: str) -> str:
        """A sentence of the page."""
        return set_text(self.library.phrases.say(key, plain=False, **names))


def room() -> Room:
    """The room of this process."""
    found = settings.ROOM
    assert isinstance(found, Room)
    return found


def words() -> dict[str, str]:
    """The sentences that templates use, by the last part of their key."""
    found = {}
    for key, text in room().library.phrases.all().items():
        for voice in PAGE_VOICES:
            if key.startswith(voice) and not key.endswith(".plain"):
                found[f"{voice.split('.')[1]}_{key.removeprefix(voice)}"] = set_text(text)
    return found
