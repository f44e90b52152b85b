"""Before anything is kept for the first time: whether somebody could see this, what is sealed, a passphrase, the code.

Nothing is written before the code was typed back. Whoever would rather not has nothing written at all.
"""

from __future__ import annotations

from enum import Enum, auto

from unforced.cli.asking import Asking
from unforced.cli.unlocking import chosen, code_typed
from unforced.domain.page import Beginning
from unforced.ports import Vault


class Outcome(Enum):
    """What became of wanting to keep something."""

    YES = auto()
    NO = auto()
    SEEN_NOW = auto()
    SEEN_LATER = auto()


SAFETY = {
    "chip.keep.now": Outcome.SEEN_NOW,
    "chip.keep.later": Outcome.SEEN_LATER,
    "chip.keep.no": Outcome.YES,
    "chip.keep.unknown": Outcome.YES,
}


def begin(vault: Vault, asking: Asking) -> Outcome:
    """The vault is there and open, or nothing was made. Errors are those of ``Vault.begin``."""
    asking.paper.gap()
    asking.tell("app.keep.safety")
    place = asking.numbered(list(SAFETY))
    seen = list(SAFETY.values())[place] if place >= 0 else Outcome.NO
    if seen is not Outcome.YES:
        return seen
    for key in ("app.keep.seals", "app.keep.nobody"):
        asking.paper.gap()
        asking.tell(key)
    asking.paper.gap()
    passphrase = chosen("app.keep.passphrase", asking)
    if passphrase is None:
        return Outcome.NO
    beginning = vault.prepare(passphrase)
    if not _written_down(beginning, asking):
        return Outcome.NO
    vault.begin(beginning)
    return Outcome.YES


def _written_down(beginning: Beginning, asking: Asking) -> bool:
    """Shows the code until it was typed back; however that ends, the window is cleared of it."""
    paper = asking.paper
    try:
        paper.gap()
        asking.tell("app.keep.code")
        paper.gap()
        paper.line(beginning.code.spelled(), 2)
        paper.gap()
        asking.tell("app.keep.code_paper")
        asking.tell("app.keep.code_back")
        asking.hint("app.keeping_terminal.rather_not")
        while (typed := code_typed(asking)) is not None:
            if typed == beginning.code:
                return True
            asking.tell("app.keep.code_other")
        return False
    finally:
        paper.clear()
