"""What a command gets from wiring: the library and the person's settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import typer

from unforced.ports import Library, Listener, Press, Reader, Vault


class Tools(NamedTuple):
    """``region`` is two letters, or empty where it isn't known.

    ``content`` is the folder of content files, ``home`` the one where things are kept once something is.
    ``serve`` opens the pages on this computer: the home, a port (0 for any free one), whether to open the browser,
    and whether nothing at all is kept.
    ``no_trace``: nothing at all is kept in this run.
    ``vault_in`` is the vault of a home; asking for it makes nothing. ``press`` makes a sheet to take along into a file.
    ``reader`` orders the chips by a person's own words, where there is one; ``listener`` is a second one for danger.
    """

    library: Library
    region: str
    content: Path
    home: Path
    serve: Callable[[Path, int, bool, bool], int]
    vault_in: Callable[[Path], Vault]
    press: Press
    no_trace: bool = False
    reader: Reader | None = None
    listener: Listener | None = None

    @property
    def vault(self) -> Vault:
        """The vault of this home. Where nothing at all is kept, a command that needs it is refused before it begins."""
        if self.no_trace:
            raise typer.BadParameter("--no-trace goes with the pages, and with visit.")
        return self.vault_in(self.home)


def tools_of(context: typer.Context) -> Tools:
    """The tools of this run."""
    tools = context.find_object(Tools)
    assert tools is not None, "wiring hands the tools in"
    return tools
