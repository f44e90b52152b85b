"""`unforced`: the commands. Each is thin; what they do lives in app, proof and content."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from unforced import __version__
from unforced.cli.calm import sentence
from unforced.cli.help_command import help_now
from unforced.cli.kept_commands import Region, add_kept
from unforced.cli.text_commands import add_texts
from unforced.cli.tools import Tools, tools_of
from unforced.cli.vault_commands import vault_app
from unforced.domain.errors import UnforcedError
from unforced.domain.handover import Format

app = typer.Typer(
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A private companion for the moment when self-compassion feels impossible. It begins with the no.",
)
guide_app = typer.Typer(help="The guide as an instrument.")
content_app = typer.Typer(help="The content files.")
practice_app = typer.Typer(help="The practices.")
app.add_typer(guide_app, name="guide")
app.add_typer(content_app, name="content")
app.add_typer(practice_app, name="practice")
app.add_typer(vault_app, name="vault")
app.command("help")(help_now)

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"unforced {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(  # noqa: PLR0913, PLR0917 -- each is an option of the command
    context: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 is any free port.")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Print the address and open nothing.")] = False,
    no_trace: Annotated[bool, typer.Option("--no-trace", help="Keep nothing at all, whatever is pressed.")] = False,
    home: Annotated[Path | None, typer.Option(help="Where things are kept, once something is.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Without a command, the pages open in the browser. `unforced visit` is the same in this terminal."""
    if home is not None:
        context.obj = tools_of(context)._replace(home=home)
    if no_trace:
        context.obj = tools_of(context)._replace(no_trace=True)
    if context.invoked_subcommand is None:
        tools = tools_of(context)
        raise typer.Exit(tools.serve(tools.home, port, not no_browser, no_trace))


@app.command()
def where(context: typer.Context) -> None:
    """Where anything lies."""
    from unforced.cli.reading import print_where  # noqa: PLC0415

    print_where(tools_of(context))


@app.command()
def visit(context: typer.Context, region: Region = "") -> None:
    """A visit in this terminal. Nothing is kept unless you say so."""
    from unforced.cli.visiting import run_visit  # noqa: PLC0415

    run_visit(tools_of(context), region)


add_kept(app)


@app.command("sheet")
def sheet_to_take_along(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Where it is written, such as notes.pdf.")],
    form: Annotated[Format | None, typer.Option("--as", help="Else by the file's ending; a page to print.")] = None,
    region: Region = "",
) -> None:
    """A sheet to take along to a therapist: chosen line by line, nothing at first."""
    from unforced.cli.handover import run_sheet  # noqa: PLC0415

    run_sheet(tools_of(context), region, file, form)


@app.command()
def why(context: typer.Context, name: Annotated[str, typer.Argument()] = "") -> None:
    """Four short pages on why kindness can meet a wall."""
    from unforced.cli.reading import print_why  # noqa: PLC0415

    print_why(tools_of(context).library, name)


add_texts(app)


@guide_app.command("next")
def guide_next(context: typer.Context, as_json: Json = False) -> None:
    """A line of answers a line on stdin, one line of guidance each on stdout."""
    from unforced.cli.instruments import print_next  # noqa: PLC0415

    print_next(tools_of(context).library, sys.stdin.buffer)


@guide_app.command("enumerate")
def guide_enumerate(
    context: typer.Context,
    as_json: Json = False,
    tenth: Annotated[bool, typer.Option("--tenth", help="A tenth of the combinations, for every test run.")] = False,
) -> None:
    """Every coarse combination and every sequence to depth 4, against the invariants and their controls."""
    from unforced.cli.instruments import print_enumeration  # noqa: PLC0415

    raise typer.Exit(print_enumeration(tools_of(context).library, as_json, tenth))


@content_app.command("check")
def content_check(context: typer.Context, as_json: Json = False) -> None:
    """Form and manners of every content file. Exits with 1 where something is found."""
    from unforced.cli.reading import print_findings  # noqa: PLC0415

    raise typer.Exit(print_findings(tools_of(context).library, as_json))


@practice_app.command("list")
def practice_list(context: typer.Context, as_json: Json = False) -> None:
    """Every practice."""
    from unforced.cli.reading import print_practices  # noqa: PLC0415

    print_practices(tools_of(context).library, as_json)


@practice_app.command("show")
def practice_show(
    context: typer.Context, practice_id: Annotated[str, typer.Argument(metavar="ID")], as_json: Json = False
) -> None:
    """One practice, whole."""
    from unforced.cli.reading import print_practice  # noqa: PLC0415

    print_practice(tools_of(context).library, practice_id, as_json)


@practice_app.command("timeline")
def practice_timeline(
    context: typer.Context,
    practice_id: Annotated[str, typer.Argument(metavar="ID")],
    hold: Annotated[str, typer.Option(help="Seconds to hold a breath, 0 to 4.")] = "",
    as_json: Json = False,
) -> None:
    """One practice in time: when each cue begins, how long it lasts, what it says, how it sounds and feels."""
    from unforced.cli.reading import print_timeline  # noqa: PLC0415

    print_timeline(tools_of(context).library, practice_id, hold, as_json)


def run(tools: Tools) -> None:
    """Run, and turn every error of ours into one calm sentence. A closed pipe is an ordinary ending."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(obj=tools)
    except UnforcedError as error:
        print(_sentence(error, tools), file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # an ordinary ending
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        print(f"This couldn't be written or read: {error.strerror}. Nothing was lost.", file=sys.stderr)
        sys.exit(1)


def _sentence(error: UnforcedError, tools: Tools) -> str:
    try:
        said = sentence(error, tools.library.phrases)
    except (UnforcedError, KeyError):
        said = "One of the files this speaks from is damaged. Please reinstall unforced."
    return f"{said}\n({error})"
