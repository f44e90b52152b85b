"""What was corrected, in a terminal: its line at the end of what is kept, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from unforced.app.teach import Told, forget, take_back
from unforced.cli.asking import STOP, Asking
from unforced.ports import Inside

HERE = {"f": "chip.keep.forget", "b": "chip.vault.back", STOP: "chip.controls.stop"}
LEAVING = {"t": "chip.vault.take_back", "b": "chip.vault.back", STOP: "chip.controls.stop"}
Within = Callable[[Callable[[Inside], object]], object]


def looked_at(found: Told, asking: Asking, within: Within, today: int) -> bool:
    """All of it, and forgetting it; whether the list comes again after it. ``within`` does something inside."""
    asking.paper.gap()
    if found.goes:
        asking.tell("app.lessons.forgotten", day=found.goes)
    else:
        asking.hint("app.lessons.what")
    for words, kind in found.lines:
        asking.paper.gap()
        asking.paper.line(words, 2)
        asking.paper.hint(kind, 2)
    asking.paper.gap()
    letter = asking.letter(LEAVING if found.goes else HERE)
    if letter == "f":
        within(lambda inside: forget(inside, today))
    elif letter == "t":
        within(take_back)
        asking.tell("app.past.taken_back")
    return letter != STOP
