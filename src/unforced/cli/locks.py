"""The vault as a whole, in a terminal: how it stands, what opens it, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer

from unforced.cli.asking import Asking
from unforced.cli.at_vault import sitting
from unforced.cli.place import size_of, vault_of
from unforced.cli.tools import Tools
from unforced.cli.unlocking import asked_for, chosen, code_typed, unlocked
from unforced.domain.errors import KeyDoesNotFitError, WaitError
from unforced.domain.page import Standing
from unforced.ports import Vault

FORGET = "forget everything"
Step = Callable[[Vault, Asking, Path], bool]


def with_vault(tools: Tools, step: Step) -> None:
    """One step with the vault, locked again however it ends. Exits with 1 where the step wasn't taken."""
    done = False
    with sitting(tools) as (watched, asking):
        done = step(watched.vault, asking, tools.home)
    if not done:
        raise typer.Exit(1)


def status(vault: Vault, asking: Asking, home: Path) -> bool:
    """Whether there is a vault, where, and how many bytes. Nothing is opened."""
    absent = vault.standing() is Standing.ABSENT
    asking.tell("app.keeping_terminal.absent" if absent else "app.keeping_terminal.there")
    if not absent:
        print(vault_of(home))
        asking.hint("app.keeping_terminal.bytes", n=f"{size_of(home):,}")
    return True


def opened(vault: Vault, asking: Asking) -> bool:
    """Opens the vault that is there; says so where there is none."""
    if vault.standing() is Standing.ABSENT:
        asking.tell("app.past.none")
        return False
    return unlocked(vault, asking)


def change_passphrase(vault: Vault, asking: Asking, _home: Path) -> bool:
    """Only the new one opens it from here on."""
    if vault.standing() is Standing.ABSENT:
        asking.tell("app.past.none")
        return False
    while (old := asked_for("app.vault.old", asking)) is not None:
        new = chosen("app.vault.new", asking)
        if new is None:
            return False
        try:
            vault.change_passphrase(old, new)
        except (WaitError, KeyDoesNotFitError) as error:
            asking.sorry(error)
        else:
            asking.tell("app.vault.changed")
            return True
    return False


def recover(vault: Vault, asking: Asking, _home: Path) -> bool:
    """The code opens it, and a new passphrase from here on."""
    if vault.standing() is Standing.ABSENT:
        asking.tell("app.past.none")
        return False
    asking.tell("app.vault.recover")
    try:
        while True:
            asking.tell("app.vault.code")
            asking.hint("app.keeping_terminal.back")
            code = code_typed(asking)
            new = chosen("app.vault.new", asking) if code else None
            if code is None or new is None:
                return False
            try:
                vault.recover(code, new)
            except KeyDoesNotFitError as error:
                asking.sorry(error)
            else:
                break
    finally:
        asking.paper.clear()
    asking.tell("app.vault.changed")
    return True


def forget_everything(vault: Vault, asking: Asking, _home: Path) -> bool:
    """All of it is gone, whether it is open or not."""
    if vault.standing() is Standing.ABSENT:
        asking.tell("app.past.none")
        return False
    for key in ("app.everything.what", "app.everything.files", "app.keeping_terminal.everything"):
        asking.tell(key)
    if " ".join(asking.line().lower().split()) != FORGET:
        asking.tell("app.keeping_terminal.unchanged")
        return False
    vault.forget_everything()
    asking.tell("app.everything.done")
    return True


def mend(vault: Vault, asking: Asking, _home: Path) -> bool:
    """A new list over every page that opens."""
    if not opened(vault, asking):
        return False
    vault.inside.mend()
    asking.tell("app.past.mended")
    return True
