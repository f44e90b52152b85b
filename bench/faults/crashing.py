"""A program that keeps what it is given and ends with a fault of memory while the vault is open.

It is started by the bench of canaries, reads what to keep from its standard input, does with it what a person could
do, writes a log of everything that can be logged, and is run where the machine writes crash dumps.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from bench.faults.ground import LEAST, NOON
from unforced.adapters.vault.file import NAME
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.table_store import TableStore
from unforced.adapters.vault.upgrading import upgrade
from unforced.domain.page import Page
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import BYTES
from unforced.wiring import no_dumps

A_PAGE = 4  # canaries: one in the title, two in what was said, one in a draft
LOG = logging.getLogger("canaries")


def visits(words: list[str]) -> list[dict[str, object]]:
    """Documents as visits are, with a canary wherever a person writes."""
    return [
        {
            "kind": "visit",
            "title": f"About {title}",
            "said": [{"asked": "what_says_no", "words": f"It says {said} and {more}, again and again."}],
            "draft": f"I wanted to write {draft}",
        }
        for title, said, more, draft in zip(*(words[n::A_PAGE] for n in range(A_PAGE)), strict=True)
    ]


def _logged(deed: Callable[[], object]) -> None:
    """Does it and logs what comes of it, or all that can be said of why not."""
    try:
        LOG.info("%r %s", deed, deed())
    except Exception:
        LOG.exception("it failed")


def _kept(vault: SealedVault, words: list[str]) -> None:
    """Every page with its draft, and every second one again without."""
    for number, document in enumerate(visits(words)):
        kept = vault.inside.keep(Page("", 0, document))
        LOG.info("%r %s", kept, kept.page)
        if number % 2:
            vault.inside.keep(Page(kept.page.id, 1, {**document, "draft": ""}))
    strange = Page("", 0, {"title": words[0], "never": {*words[:3]}})
    _logged(lambda: vault.inside.keep(strange))
    _logged(lambda: vault.inside.keep(Page("", 0, {"title": words[1], "number": float("nan")})))


def _tried(vault: SealedVault, words: list[str], old: Passphrase, new: Passphrase) -> None:
    """What else a person does, and what goes wrong meanwhile."""
    vault.change_passphrase(old, new)
    _logged(lambda: vault.unlock(old))
    _logged(lambda: vault.unlock(Passphrase.from_raw(words[2])))
    _logged(lambda: vault.inside.open(words[3]))
    vault.unlock(new)
    LOG.info("%r %s", vault.inside.open_all(), vars(vault))
    vault.inside.forget(vault.inside.open_all().pages[0].id)


def live(told: Mapping[str, str], words: list[str]) -> None:
    """The whole of it, up to the end."""
    folder, taken, before = (Path(told[name]) for name in ("vault", "taken", "before"))
    old, new = Passphrase.from_raw(told["old"]), Passphrase.from_raw(told["new"])
    secrets = iter([bytes.fromhex(told["code"])])
    vault = SealedVault(
        TableStore(folder), lambda: NOON, lambda n: next(secrets, b"") if n == BYTES else os.urandom(n), LEAST
    )
    beginning = vault.prepare(old)
    LOG.info("%r %s %r %r", beginning, beginning, beginning.code, old)
    vault.begin(beginning)
    _kept(vault, words)
    _tried(vault, words, old, new)
    (taken / "taken-home").write_bytes(vault.inside.take_home())
    shutil.copytree(folder, before, dirs_exist_ok=True)
    upgrade(before / NAME, {1: lambda database: None}, 2)
    _logged(lambda: TableStore(before).there())
    print(vault.inside.open_all(), beginning, new, flush=True)


def main() -> None:
    """Begins as the program begins, reads what to keep, keeps it, and falls."""
    highest = resource.getrlimit(resource.RLIMIT_CORE)[1]
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (highest, highest))
    given = json.load(sys.stdin)
    if not given["careless"]:
        no_dumps()
    faulthandler.enable()
    logging.basicConfig(level=logging.DEBUG)
    live(given["told"], given["words"])
    os.kill(os.getpid(), signal.SIGSEGV)


if __name__ == "__main__":
    main()
