"""What an error is called for a person: one calm sentence, with the place of a slip or the time to wait in it."""

from __future__ import annotations

from unforced.domain.errors import CodeTypoError, UnforcedError, WaitError
from unforced.web.room import room

MINUTE = 60


def sentence(error: UnforcedError) -> str:
    """The sentence of an error."""
    here = room()
    if isinstance(error, CodeTypoError):
        return slip(error.places)
    if isinstance(error, WaitError):
        long = error.seconds >= 2 * MINUTE
        n = str(-(-error.seconds // MINUTE) if long else error.seconds)
        return here.say("app.vault.wait", wait=here.say(f"app.vault.{'minutes' if long else 'seconds'}", n=n))
    return here.say(f"app.errors.{error.code}")


def slip(places: tuple[int, ...]) -> str:
    """Where a recovery code was mistyped."""
    if not places:
        return room().say("app.vault.length")
    return room().say(f"app.vault.{'slip' if len(places) == 1 else 'slips'}", places=", ".join(map(str, places)))
