"""What a command gets from wiring: the library and the person's settings."""

from __future__ import annotations

from typing import NamedTuple

import typer

from unforced.ports import Library


class Tools(NamedTuple):
    """``region`` is two letters, or empty where it isn't known."""

    library: Library
    region: str


def tools_of(context: typer.Context) -> Tools:
    """The tools of this run."""
    tools = context.find_object(Tools)
    assert tools is not None, "wiring hands the tools in"
    return tools
