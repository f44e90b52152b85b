"""From an error to one calm sentence. It holds no words of anybody's, since no error does."""

from __future__ import annotations

import errno
import math

from unforced.content.phrases import Phrases
from unforced.domain.errors import CodeTypoError, NoSpaceError, ReadOnlyError, UnforcedError, WaitError

IN_SECONDS = 90  # up to here a wait is told in seconds


def sentence(error: Exception, phrases: Phrases) -> str:
    """What a person reads in place of an error."""
    if isinstance(error, WaitError):
        return phrases.say("app.vault.wait", wait=_wait(error.seconds, phrases))
    if isinstance(error, CodeTypoError):
        return _slip(error.places, phrases)
    return phrases.say(f"app.errors.{_code(error)}")


def _wait(seconds: int, phrases: Phrases) -> str:
    if seconds <= IN_SECONDS:
        return phrases.say("app.vault.seconds", n=str(max(seconds, 2)))
    return phrases.say("app.vault.minutes", n=str(math.ceil(seconds / 60)))


def _slip(places: tuple[int, ...], phrases: Phrases) -> str:
    if not places:
        return phrases.say("app.vault.length")
    return phrases.say("app.vault.slip" if len(places) == 1 else "app.vault.slips", places=", ".join(map(str, places)))


def _code(error: Exception) -> str:
    if isinstance(error, OSError):
        return NoSpaceError.code if error.errno == errno.ENOSPC else ReadOnlyError.code
    return error.code if isinstance(error, UnforcedError) else UnforcedError.code
