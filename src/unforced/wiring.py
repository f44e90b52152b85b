"""Settings, read once; the only place where adapters meet surfaces."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from unforced.adapters.library import FileLibrary
from unforced.cli import entry
from unforced.cli.tools import Tools
from unforced.content import HERE


class Settings(NamedTuple):
    """``region``: two letters, the first guess for emergency numbers. ``content``: the folder of content files."""

    region: str
    content: Path


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Settings from the environment: UNFORCED_REGION, UNFORCED_CONTENT, and the locale as a first guess."""
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    guess = locale.partition(".")[0].partition("_")[2][:2]
    region = environment.get("UNFORCED_REGION", guess).upper()
    known = region.isascii() and region.isalpha() and len(region) == 2
    return Settings(region if known else "", Path(environment.get("UNFORCED_CONTENT", HERE)))


def main() -> None:
    """The command `unforced`."""
    settings = settings_from(os.environ)
    entry.run(Tools(FileLibrary(settings.content), settings.region))
