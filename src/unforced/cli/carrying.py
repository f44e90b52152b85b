"""Taking home what is kept, and bringing it back, from a terminal.

Rules: a file that is there is never replaced unasked. A new one is readable by nobody else, and is there whole or not
at all.
"""

from __future__ import annotations

import os
from pathlib import Path

from unforced.app.bring_back import bring_back as bring_pages
from unforced.app.take_home import as_json, as_markdown, pages_of
from unforced.cli.asking import Asking
from unforced.cli.locks import opened
from unforced.cli.unlocking import unlocked
from unforced.cli.vault_commands import Form
from unforced.domain.errors import CodeTypoError, ForeignFileError, KeyDoesNotFitError, PageDamagedError
from unforced.domain.page import REGISTER, Opened, Page, Standing
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode
from unforced.ports import Inside, Vault

LARGEST = 256 * 1024 * 1024
YES = "yes"


def take_home(vault: Vault, asking: Asking, file: Path, form: Form) -> bool:
    """Everything kept, in a new file. Exits before anything is asked where the file is there already."""
    if os.path.lexists(file):
        asking.tell("app.keeping_terminal.exists")
        return False
    if not opened(vault, asking) or not (form is Form.SEALED or _readable_after_all(asking)):
        return False
    if not _whole_enough(vault.inside.open_all(), asking):
        return False
    try:
        write_whole(file, _taken(vault.inside, asking, form))
    except FileExistsError:
        asking.tell("app.keeping_terminal.exists")
        return False
    asking.tell("app.keeping_terminal.taken")
    print(file)
    if form is Form.SEALED:
        asking.hint("app.home.sealed")
    return True


def _readable_after_all(asking: Asking) -> bool:
    asking.tell("app.keeping_terminal.readable")
    asking.hint("app.keeping_terminal.yes")
    return asking.line().strip().lower() == YES


def _taken(inside: Inside, asking: Asking, form: Form) -> bytes:
    if form is Form.SEALED:
        return inside.take_home()
    if form is Form.JSON:
        return as_json(inside).encode("utf-8", "surrogatepass")
    return as_markdown(inside, asking.library).encode("utf-8", "replace")


def _whole_enough(found: Opened, asking: Asking) -> bool:
    """Says what can't be opened. Without a list of pages nothing can be taken home before it is made anew."""
    if REGISTER in found.damaged:
        asking.tell("app.past.register")
        asking.hint("app.keeping_terminal.mend")
        return False
    if found.damaged:
        key = "app.past.damaged_one" if len(found.damaged) == 1 else "app.past.damaged"
        asking.tell(key, n=str(len(found.damaged)))
    return True


def write_whole(file: Path, content: bytes, over: bool = False) -> None:
    """A new file, 0600, whole or not at all. FileExistsError where somebody else's is there by then.

    ``over``: in the place of the one that is there, since the person said so.
    """
    half = file.with_name(f".{file.name}.{os.getpid()}")
    opened = os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(opened, "wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        if over:
            half.replace(file)
        else:
            _named(half, file)
    finally:
        half.unlink(missing_ok=True)


def _named(half: Path, file: Path) -> None:
    try:
        file.hardlink_to(half)
    except FileExistsError:
        raise
    except OSError:  # a disk without links: its name is taken first, so that nobody else's file is replaced
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        half.replace(file)


def bring_back(vault: Vault, asking: Asking, file: Path) -> bool:
    """Brings a file's pages in beside what is here; a sealed one becomes the vault where there is none."""
    with file.open("rb") as source:
        content = source.read(LARGEST + 1)
    if len(content) > LARGEST:
        asking.tell("app.keeping_terminal.too_large")
        return False
    absent = vault.standing() is Standing.ABSENT
    if content.lstrip()[:1] == b"{":
        return _bring_json(vault, asking, content, absent)
    return _adopt(vault, asking, content) if absent else _bring_sealed(vault, asking, content)


def _bring_json(vault: Vault, asking: Asking, content: bytes, absent: bool) -> bool:
    try:
        pages = pages_of(content.decode("utf-8", "surrogatepass"))
    except (PageDamagedError, UnicodeDecodeError):
        raise ForeignFileError("no file of this program") from None
    if absent:
        asking.tell("app.home.begin_first")
        return False
    return unlocked(vault, asking) and _brought(pages, vault, asking)


def _adopt(vault: Vault, asking: Asking, content: bytes) -> bool:
    while (secret := _secret(asking)) is not None:
        try:
            found = vault.adopt(content, secret)
        except KeyDoesNotFitError as error:
            asking.sorry(error)
            continue
        asking.tell("app.home.adopted")
        _say_left_out(found, asking)
        return True
    return False


def _bring_sealed(vault: Vault, asking: Asking, content: bytes) -> bool:
    while (secret := _secret(asking)) is not None:
        try:
            found = vault.look_into(content, secret)
        except KeyDoesNotFitError as error:
            asking.sorry(error)
            continue
        asking.tell("app.keeping_terminal.now_here")
        if not unlocked(vault, asking) or not _brought(found.pages, vault, asking):
            return False
        _say_left_out(found, asking)
        return True
    return False


def _secret(asking: Asking) -> Passphrase | RecoveryCode | None:
    """What the file was sealed with: what reads as a code is a code. None for an empty line."""
    asking.tell("app.home.bring_passphrase")
    asking.hint("app.keeping_terminal.back")
    raw = asking.secret()
    try:
        return RecoveryCode.from_typed(raw)
    except CodeTypoError:
        return Passphrase.from_raw(raw) if raw else None


def _brought(pages: tuple[Page, ...], vault: Vault, asking: Asking) -> bool:
    brought = bring_pages(pages, vault.inside)
    key = "app.home.brought_beside" if brought.beside else "app.home.brought"
    asking.tell(key, new=str(brought.new), known=str(brought.known), beside=str(brought.beside))
    return True


def _say_left_out(found: Opened, asking: Asking) -> None:
    if found.damaged:
        asking.tell("app.home.brought_damaged", n=str(len(found.damaged)))
