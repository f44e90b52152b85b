"""Watching over an open vault: it locks when nobody has done anything for a while, and when the machine slept.

Time is an argument: one clock that stands still while the machine sleeps, and one that doesn't. Where a machine has
no such pair both are the same, and only idleness is noticed. A deed just after sleep doesn't hide that it was time.
"""

from __future__ import annotations

from collections.abc import Callable

IDLE = 10 * 60.0
"""Seconds without a deed after which the vault locks. Chosen, not measured."""
SLEPT = 5.0
"""Seconds by which the two clocks may drift apart before it counts as sleep."""


class Watch:
    """Knows when it is time to lock."""

    def __init__(self, awake: Callable[[], float], always: Callable[[], float], idle: float = IDLE) -> None:
        self._awake = awake
        self._always = always
        self._idle = idle
        self._overdue = False
        self._begin()

    def touch(self) -> None:
        """Somebody did something just now. Where it was time to lock before, it still is."""
        self._overdue = self._overdue or self._passed()
        self._begin()

    def due(self) -> bool:
        """Whether it is time to lock: idle for too long, or slept meanwhile. Said once; then time begins anew."""
        due = self._overdue or self._passed()
        if due:
            self._overdue = False
            self._begin()
        return due

    def _begin(self) -> None:
        now = self._always()
        self._touched, self._asleep = now, now - self._awake()

    def _passed(self) -> bool:
        now = self._always()
        return now - self._touched > self._idle or now - self._awake() - self._asleep > SLEPT
