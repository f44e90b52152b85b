"""Settings, read once; the only place where adapters meet surfaces."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from unforced.adapters.library import FileLibrary
from unforced.cli import entry
from unforced.cli.tools import Tools
from unforced.content import HERE


class Settings(NamedTuple):
    """``region``: two letters, the first guess for emergency numbers. ``content``: the folder of content files.

    ``home``: where things would be kept. Nothing is kept yet, so it isn't made.
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


def serve(settings: Settings, port: int, browser: bool) -> int:
    """Opens the pages. The framework is imported here and no earlier, so that the terminal stays quick."""
    from unforced.web.opening import opening  # noqa: PLC0415
    from unforced.web.serving import free_port, serve_pages, taken  # noqa: PLC0415

    try:
        found = free_port(port)
    except OSError:
        taken(port)
        return 1
    return serve_pages(opening(FileLibrary(settings.content), settings.region, found), browser)


def main() -> None:
    """The command `unforced`."""
    settings = settings_from(os.environ)
    open_pages = partial(serve, settings)
    entry.run(Tools(FileLibrary(settings.content), settings.region, settings.content, settings.home, open_pages))
