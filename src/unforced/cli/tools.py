"""What a command gets from wiring: the library and the person's settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import typer

from unforced.ports import Library


class Tools(NamedTuple):
    """``region`` is two letters, or empty where it isn't known.

    ``content`` is the folder of content files, ``home`` the one where things would be kept once something is.
    ``serve`` opens the pages on this computer: a port (0 for any free one), and whether to open the browser.
    """

    library: Library
    region: str
    content: Path
    home: Path
    serve: Callable[[int, bool], int]


def tools_of(context: typer.Context) -> Tools:
    """The tools of this run."""
    tools = context.find_object(Tools)
    assert tools is not None, "wiring hands the tools in"
    return tools
