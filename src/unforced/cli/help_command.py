"""`unforced help`: whom a person can reach, at once, without a visit."""

from __future__ import annotations

from typing import Annotated

import typer

from unforced.cli.tools import tools_of


def help_now(
    context: typer.Context,
    region: Annotated[str, typer.Option(help="Two letters of where you are now, such as GB.")] = "",
) -> None:
    """Help, at once: the emergency number, lines of your region, and a directory."""
    from unforced.cli.reaching import print_help  # noqa: PLC0415

    print_help(tools_of(context), region)
