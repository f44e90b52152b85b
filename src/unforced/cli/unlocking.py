"""What opens a vault, asked for in a terminal: the passphrase as it is, a new one twice, or the recovery code."""

from __future__ import annotations

from unforced.cli.asking import Asking
from unforced.domain.errors import CodeTypoError, KeyDoesNotFitError, TooShortError, WaitError
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode
from unforced.ports import Vault


def unlocked(vault: Vault, asking: Asking) -> bool:
    """Asks for the passphrase until it opens; an empty line goes back. Errors are those of ``Vault.unlock``."""
    while (passphrase := asked_for("app.vault.passphrase", asking)) is not None:
        try:
            vault.unlock(passphrase)
        except (WaitError, KeyDoesNotFitError) as error:
            asking.sorry(error)
        else:
            return True
    return False


def asked_for(key: str, asking: Asking) -> Passphrase | None:
    """A passphrase, not echoed; None for an empty line."""
    asking.tell(key)
    asking.hint("app.keeping_terminal.back")
    raw = asking.secret()
    return Passphrase.from_raw(raw) if raw else None


def chosen(key: str, asking: Asking) -> Passphrase | None:
    """A new passphrase, typed twice the same; None for an empty line."""
    while True:
        first = asked_for(key, asking)
        if first is None:
            return None
        try:
            first.fit_to_seal()
        except TooShortError as error:
            asking.sorry(error)
            continue
        asking.tell("app.keep.once_more")
        if Passphrase.from_raw(asking.secret()) == first:
            return first
        asking.tell("app.keep.differs")


def code_typed(asking: Asking) -> RecoveryCode | None:
    """A recovery code without a slip in it, as often as it takes; None for an empty line."""
    while (raw := asking.line()).strip():
        try:
            return RecoveryCode.from_typed(raw)
        except CodeTypoError as error:
            asking.sorry(error)
    return None
