"""Ports: what the deeds need from outside, in the words of the domain. Adapters answer; main ships a fake of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from unforced.content.finding import Finding
from unforced.content.manners import Ban
from unforced.content.phrases import Phrases
from unforced.domain.feelings import Feelings
from unforced.domain.handover import Format, Handover, Pressed
from unforced.domain.lifeline import Emergency, Lifeline
from unforced.domain.nouns import Nouns
from unforced.domain.page import Beginning, Kept, Opened, Page, Standing
from unforced.domain.passphrase import Passphrase
from unforced.domain.reading import Lesson, Reading
from unforced.domain.recovery_code import RecoveryCode
from unforced.domain.screening import Heard, Rules
from unforced.domain.shelf import Shelf
from unforced.domain.words import Words


class Library(Protocol):
    """What is said and offered, in one locale. Reading it never touches the network."""

    @property
    def phrases(self) -> Phrases:
        """Every sentence outside of practices."""

    @property
    def shelf(self) -> Shelf:
        """Every practice."""

    @property
    def rules(self) -> Rules:
        """The rules that hear danger in plain words."""

    @property
    def bans(self) -> tuple[Ban, ...]:
        """Wording that is never said."""

    @property
    def feelings(self) -> Feelings:
        """Words for naming a feeling, in groups."""

    @property
    def nouns(self) -> Nouns:
        """What people call whatever says no in them."""

    def emergency(self, region: str) -> Emergency:
        """Emergency numbers of a region (ISO 3166 two letters), the first reaching most; none where unknown."""

    def lifelines(self, region: str) -> tuple[Lifeline, ...]:
        """Lines that may be shown for a region, the best sourced first; empty where there is none."""

    def regions(self) -> Mapping[str, str]:
        """Every region with an emergency number: its two letters and its name, in the order of names."""

    def why(self) -> Mapping[str, str]:
        """The short pages on why kindness meets a wall, by name."""

    def findings(self) -> list[Finding]:
        """Everything wrong with the form or the manners of the content."""


class Reader(Protocol):
    """What a model believes it heard. It only orders the chips; unknown is an honest answer."""

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        """What it heard in one text, within its own deadline; unknown where it is missing or too slow.

        ``lessons``: what this person taught, oldest first. Never raises for anything that a person could write.
        """


class Listener(Protocol):
    """A second listener for danger, beside the rules. What it hears may raise what they heard and never lower it."""

    def hear(self, raw: str) -> Heard | None:
        """What it heard in a person's raw words, within its own deadline; None where it is missing or too slow."""


class Press(Protocol):
    """Makes a sheet to take along into a file, in memory. Nothing of it is kept or written."""

    def formats(self) -> tuple[Format, ...]:
        """What it can make here."""

    def press(self, sheet: Handover, wanted: Format) -> Pressed:
        """The file. NoPressError where this kind can't be made here."""


class Inside(Protocol):
    """What one person keeps, while the vault is open. Every deed raises LockedError once it no longer is."""

    def name_of(self, purpose: str) -> str:
        """The name of the one page that serves this purpose (the inner map, what stays away)."""

    def keep(self, page: Page) -> Kept:
        """Keeps one revision; on return it is safe. NothingKeptError where the page was forgotten meanwhile."""

    def open(self, name: str) -> Page:
        """One page. NothingKeptError, PageDamagedError."""

    def open_all(self) -> Opened:
        """Every page. What can't be opened is named and blocks nothing."""

    def forget(self, name: str) -> int:
        """It goes in seven days, and can be taken back until then. Returns the day, as a proleptic ordinal."""

    def take_back(self, name: str) -> None:
        """What was forgotten stays after all. NothingKeptError where it has gone."""

    def forget_now(self, name: str) -> None:
        """It is gone, at once and for good. A page that isn't there is already gone."""

    def take_home(self) -> bytes:
        """Everything but what was forgotten, in one sealed file that the same passphrase and code open."""

    def mend(self) -> None:
        """A new register over every page that opens, where the register was damaged."""


class Vault(Protocol):
    """Where pages are sealed. Asking how it stands makes nothing; what was acknowledged is there afterwards."""

    @property
    def inside(self) -> Inside:
        """What is in it, while it is open. LockedError otherwise."""

    def standing(self) -> Standing:
        """Whether there is one, and whether it is open."""

    def prepare(self, passphrase: Passphrase) -> Beginning:
        """What a vault begins with, in memory only. TooShortError."""

    def begin(self, beginning: Beginning) -> None:
        """The vault is there, and open. AlreadyKeptError where there is one."""

    def unlock(self, passphrase: Passphrase) -> None:
        """Opens it. WaitError, KeyDoesNotFitError, PageDamagedError, NothingKeptError."""

    def recover(self, code: RecoveryCode, passphrase: Passphrase) -> None:
        """Opens it with the code, under a new passphrase from here on. KeyDoesNotFitError, TooShortError."""

    def change_passphrase(self, old: Passphrase, new: Passphrase) -> None:
        """Only the new one opens it from here on. WaitError, KeyDoesNotFitError, TooShortError."""

    def lock(self) -> None:
        """No key is left in memory. Locking twice is locking once."""

    def forget_everything(self) -> None:
        """All of it is gone, whether it is open or not. There is no way back."""

    def sweep(self) -> None:
        """Takes away what was forgotten seven days ago. It needs no key."""

    def look_into(self, file: bytes, secret: Passphrase | RecoveryCode) -> Opened:
        """Every page of a file that was taken home. ForeignFileError, NewerFormatError, KeyDoesNotFitError."""

    def adopt(self, file: bytes, secret: Passphrase | RecoveryCode) -> Opened:
        """A file that was taken home becomes this vault. AlreadyKeptError where there is one."""

    def today(self) -> int:
        """The day in UTC, as a proleptic ordinal."""
