"""An answer within a deadline, or none. Whoever waits for a person's words never waits longer than it says here."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Answer = TypeVar("Answer")


def in_time(seconds: float, ask: Callable[[], Answer]) -> Answer | None:
    """What `ask` answers within so many seconds; None where it is late, or where anything went wrong in it.

    A late one goes on in the background until it is done, and what it answers is dropped.
    """
    found: list[Answer] = []

    def answer() -> None:
        try:
            found.append(ask())
        except Exception:  # an error could hold words; the caller learns only that there is no answer
            found.clear()

    thread = Thread(target=answer, daemon=True)
    thread.start()
    thread.join(seconds)
    return found[0] if found else None
