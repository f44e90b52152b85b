"""`unforced screen`, `unforced read`: what is heard in a text, which comes on standard input."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from unforced.cli.kept_commands import Region
from unforced.cli.tools import tools_of


def add_texts(app: typer.Typer) -> None:
    """Adds the commands about a text."""
    app.command("screen")(screen)
    app.command("read")(read)


def screen(
    context: typer.Context,
    as_lines: Annotated[bool, typer.Option("--jsonl", help="Lines of JSON in and out.")] = False,
) -> None:
    """What the rules hear in a text: none, tender or urgent, and which rules spoke."""
    from unforced.cli.instruments import print_screened  # noqa: PLC0415

    print_screened(tools_of(context).library, sys.stdin.buffer)


def read(
    context: typer.Context,
    as_lines: Annotated[bool, typer.Option("--jsonl", help="Lines of JSON in and out.")] = False,
    for_me: Annotated[bool, typer.Option("--explain", help="Asks for a few words; for your own eyes.")] = False,
    region: Region = "",
) -> None:
    """What a reader believes it heard in a text, and where. It only orders chips."""
    from unforced.cli.read import explain, print_readings  # noqa: PLC0415

    if as_lines == for_me:
        raise typer.BadParameter("Either --jsonl or --explain.")
    if for_me:
        explain(tools_of(context), region)
        return
    raise typer.Exit(print_readings(tools_of(context).reader, sys.stdin.buffer))
