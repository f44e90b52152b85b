"""`unforced vault`: the commands about what is kept as a whole.

None of them takes a passphrase or a code as an argument, since arguments can be read by whoever is on the same machine.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from unforced.cli.tools import tools_of

vault_app = typer.Typer(no_args_is_help=True, help="What is kept, as a whole. Sealed on this computer.")


class Form(StrEnum):
    """In which form it is taken home."""

    SEALED = "sealed"
    JSON = "json"
    MARKDOWN = "markdown"


@vault_app.command()
def status(context: typer.Context) -> None:
    """Whether anything is kept, where, and how many bytes. Nothing is opened."""
    from unforced.cli.locks import status, with_vault  # noqa: PLC0415

    with_vault(tools_of(context), status)


@vault_app.command()
def passphrase(context: typer.Context) -> None:
    """Change the passphrase."""
    from unforced.cli.locks import change_passphrase, with_vault  # noqa: PLC0415

    with_vault(tools_of(context), change_passphrase)


@vault_app.command()
def recover(context: typer.Context) -> None:
    """Set a new passphrase with the recovery code."""
    from unforced.cli.locks import recover, with_vault  # noqa: PLC0415

    with_vault(tools_of(context), recover)


@vault_app.command("take-home")
def take_home(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file that isn't there yet.")],
    form: Annotated[Form, typer.Option("--as", help="Sealed, or readable by anybody who finds it.")] = Form.SEALED,
) -> None:
    """Everything kept, in one file."""
    from unforced.cli.carrying import take_home  # noqa: PLC0415
    from unforced.cli.locks import with_vault  # noqa: PLC0415

    with_vault(tools_of(context), lambda vault, asking, _: take_home(vault, asking, file, form))


@vault_app.command("bring-back")
def bring_back(context: typer.Context, file: Annotated[Path, typer.Argument()]) -> None:
    """A file that was taken home, sealed or JSON. Twice is the same as once."""
    from unforced.cli.carrying import bring_back  # noqa: PLC0415
    from unforced.cli.locks import with_vault  # noqa: PLC0415

    with_vault(tools_of(context), lambda vault, asking, _: bring_back(vault, asking, file))


@vault_app.command("forget-everything")
def forget_everything(context: typer.Context) -> None:
    """Every kept visit, the passphrase and the code: gone at once. There is no undo."""
    from unforced.cli.locks import forget_everything, with_vault  # noqa: PLC0415

    with_vault(tools_of(context), forget_everything)


@vault_app.command()
def mend(context: typer.Context) -> None:
    """Make the list of pages anew, where it was damaged."""
    from unforced.cli.locks import mend, with_vault  # noqa: PLC0415

    with_vault(tools_of(context), mend)
