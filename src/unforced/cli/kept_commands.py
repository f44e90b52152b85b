"""`unforced past`, `unforced moments`, `unforced parts`: what was kept, for whoever asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from unforced.cli.tools import tools_of

Region = Annotated[str, typer.Option(help="Two letters, for the emergency number, such as GB.")]


def add_kept(app: typer.Typer) -> None:
    """Adds the commands about what was kept."""
    app.command("past")(past_visits)
    app.command("moments")(small_moments)
    parts = typer.Typer()
    parts.callback(invoke_without_command=True)(inner_parts)
    parts.command("over-time")(parts_over_time)
    app.add_typer(parts, name="parts")
    app.command("safety-plan")(plan_in_own_words)


def past_visits(context: typer.Context, region: Region = "") -> None:
    """What you kept: read it, go on with it, or forget it."""
    from unforced.cli.past import run_past  # noqa: PLC0415

    run_past(tools_of(context), region)


def small_moments(context: typer.Context, region: Region = "") -> None:
    """The small moments you kept, as a shore; and the list, if you ask for it."""
    from unforced.cli.moments import run_moments  # noqa: PLC0415

    run_moments(tools_of(context), region)


def inner_parts(context: typer.Context, region: Region = "") -> None:
    """Your inner map as a list: what you met, and what you say is between them."""
    if context.invoked_subcommand is None:
        from unforced.cli.parts import run_parts  # noqa: PLC0415

        run_parts(tools_of(context), region)


def parts_over_time(context: typer.Context, region: Region = "") -> None:
    """One of them over time, visit by visit, in plain steps and in your words."""
    from unforced.cli.over_time import run_over_time  # noqa: PLC0415

    run_over_time(tools_of(context), region)


def plan_in_own_words(
    context: typer.Context,
    to: Annotated[Path | None, typer.Option(help="Where it could be written, such as plan.md.")] = None,
    region: Region = "",
) -> None:
    """A safety plan in your own words: read it, write in it, or write it to a file. It alerts nobody."""
    from unforced.cli.safety_plan import run_safety_plan  # noqa: PLC0415

    run_safety_plan(tools_of(context), region, to)
