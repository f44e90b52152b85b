"""Settings, read once; the only place where adapters meet surfaces."""

from __future__ import annotations

import ctypes
import os
import resource
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from unforced.adapters.exports.press import FilePress
from unforced.adapters.library import FileLibrary
from unforced.adapters.reading.encoder import Encoder
from unforced.adapters.reading.lexical import LexicalReader
from unforced.adapters.reading.model_listener import ModelListener
from unforced.adapters.reading.small_reader import SmallReader
from unforced.adapters.reading.words_listener import WordsListener
from unforced.cli import entry
from unforced.cli.tools import Tools
from unforced.content import HERE
from unforced.domain.errors import VaultError
from unforced.model import HERE as MODEL
from unforced.ports import Listener, Reader, Vault


class Settings(NamedTuple):
    """``region``: two letters, the first guess for emergency numbers. ``content``: the folder of content files.

    ``home``: the folder where things are kept. It is made when something is kept for the first time.
    """

    region: str
    content: Path
    home: Path


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Settings from the environment: UNFORCED_REGION, UNFORCED_CONTENT, UNFORCED_HOME; the locale is a first guess."""
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    guess = locale.partition(".")[0].partition("_")[2][:2]
    region = environment.get("UNFORCED_REGION", guess).upper()
    known = region.isascii() and region.isalpha() and len(region) == 2
    shared = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    home = Path(environment.get("UNFORCED_HOME") or Path(shared) / "unforced")
    return Settings(region if known else "", Path(environment.get("UNFORCED_CONTENT", HERE)), home)


NOT_DUMPABLE = 4  # PR_SET_DUMPABLE


@cache
def vault_in(home: Path) -> Vault:
    """The vault of a folder. What it is sealed with is imported here and no earlier; asking for it makes nothing.

    What was forgotten seven days ago goes now, if nobody else holds the file.
    """
    from unforced.adapters.vault.sealed_vault import SealedVault  # noqa: PLC0415
    from unforced.adapters.vault.table_store import TableStore  # noqa: PLC0415

    no_dumps()
    vault = SealedVault(TableStore(home), time.time)
    with suppress(VaultError):
        vault.sweep()
    return vault


def no_dumps() -> None:
    """If the program ends in a crash, no picture of its memory is written anywhere, or handed to another program."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, AttributeError):  # where there is such a call
        ctypes.CDLL(None).prctl(NOT_DUMPABLE, 0)


def nowhere() -> Vault:
    """A vault in memory only, for a run in which nothing is kept: whatever is pressed, no file is touched."""
    from unforced.adapters.vault.memory_store import MemoryStore  # noqa: PLC0415
    from unforced.adapters.vault.sealed_vault import SealedVault  # noqa: PLC0415

    return SealedVault(MemoryStore(), time.time)


class Reading(NamedTuple):
    """Who reads a person's own words, and who listens to them beside the rules. Nothing is loaded before it is used."""

    reader: Reader
    listener: Listener | None


def reading() -> Reading:
    """Rules and words, always; with the extra `reading` the small model too, which both of them share."""
    plain = LexicalReader()
    if find_spec("onnxruntime") is None or not (MODEL / "encoder.onnx").exists():
        return Reading(plain, WordsListener(MODEL))
    encoder = Encoder(MODEL)
    return Reading(SmallReader(MODEL, encoder, plain), ModelListener(MODEL, encoder))


def serve(settings: Settings, home: Path, port: int, browser: bool, no_trace: bool) -> int:
    """Opens the pages. The framework is imported here and no earlier, so that the terminal stays quick."""
    from unforced.web.opening import opening  # noqa: PLC0415
    from unforced.web.serving import free_port, serve_pages, taken  # noqa: PLC0415

    try:
        found = free_port(port)
    except OSError:
        taken(port)
        return 1
    library = FileLibrary(settings.content)
    vault = nowhere if no_trace else partial(vault_in, home)
    opened = opening(library, settings.region, found, vault, FilePress())
    return serve_pages(opened._replace(no_trace=no_trace, **reading()._asdict()), browser)


def main() -> None:
    """The command `unforced`."""
    no_dumps()
    settings = settings_from(os.environ)
    library = FileLibrary(settings.content)
    open_pages = partial(serve, settings)
    tools = Tools(library, settings.region, settings.content, settings.home, open_pages, vault_in, FilePress())
    entry.run(tools._replace(**reading()._asdict()))
