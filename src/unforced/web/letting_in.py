"""Letting a browser in: a token or a code, each good for one time.

Rules:
- A key works once. A code that was used is followed by a new one, which is announced in the window of the program.
- Five tries that don't fit, then a minute's wait. A key that fits is not taken during the wait either.
- Comparison takes the same time whatever was typed.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from enum import StrEnum

from unforced.web.opening import new_code

TRIES = 5
WAIT = 60.0
LONGEST_KEY = 200


class Answer(StrEnum):
    """What a key led to; the last two are also names of phrases."""

    IN = "in"
    WRONG = "code_wrong"
    WAIT = "code_wait"


class Door:
    """Holds the keys that still work."""

    def __init__(self, token: str, code: str, clock: Callable[[], float], announce: Callable[[str], None]) -> None:
        self._token: str | None = token
        self._code = _plain(code)
        self._clock = clock
        self._announce = announce
        self._missed: list[float] = []
        self._lock = threading.Lock()

    def try_key(self, key: str) -> Answer:
        """Whether this key lets a browser in, now."""
        with self._lock:
            now = self._clock()
            self._missed = [at for at in self._missed if now - at < WAIT]
            if len(self._missed) >= TRIES:
                return Answer.WAIT
            if self._fits(key[:LONGEST_KEY]):
                return Answer.IN
            self._missed.append(now)
            return Answer.WRONG

    def _fits(self, key: str) -> bool:
        if self._token is not None and _same(key, self._token):
            self._token = None
            return True
        if not _same(_plain(key), self._code):
            return False
        code = new_code()
        self._code = _plain(code)
        self._announce(code)
        return True


def _plain(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())
