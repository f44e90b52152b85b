"""Style, scripts and type, each under an address that holds a hash of its content, so that it may be cached for good.

Nothing is built and nothing is copied: an address leads to the file in the package. A font's hash is part of its
file name, since the style sheet names it. Scripts that name each other lie in one folder and share one hash, which is
part of the folder's name in the address. Spoken cues lie outside of what pages name; only a practice names them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from whitenoise import WhiteNoise  # type: ignore[import-untyped]

from unforced.content.voice import FOLDER, FORMATS
from unforced.web.headers import App

HERE = Path(__file__).parent / "static"
PREFIX = "/static/"
HASHED = re.compile(r"\.[0-9a-f]{12}(\.[a-z0-9]+|/[a-z_]+\.js)$")
TOGETHER = ("js/player",)
SERVED = (".css", ".js", ".woff2", ".svg")
KINDS = {".js": "text/javascript", ".opus": "audio/ogg", ".mp3": "audio/mpeg"}


def addresses(folder: Path = HERE) -> dict[str, str]:
    """The hashed address of every file, by its name under the folder."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.suffix in SERVED):
        name = path.relative_to(folder).as_posix()
        within = name.rpartition("/")[0]
        if HASHED.search(name):
            hashed = name
        elif within in TOGETHER:
            hashed = f"{within}.{_digest(*sorted(path.parent.iterdir()))}/{path.name}"
        else:
            hashed = f"{name.removesuffix(path.suffix)}.{_digest(path)}{path.suffix}"
        found[name] = PREFIX + hashed
    return found


@lru_cache(maxsize=2)
def voices(folder: Path = FOLDER) -> Mapping[str, str]:
    """The hashed address of every spoken cue, by its name under the folder: voice, name, ending."""
    found = {}
    for voice, endings in FORMATS.items():
        for path in sorted(path for path in (folder / voice).glob("*") if path.suffix[1:] in endings):
            name = f"{voice}/{path.name}"
            found[name] = f"{PREFIX}voice/{voice}/{path.stem}.{_digest(path)}{path.suffix}"
    return found


def _digest(*paths: Path) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


def with_assets(app: App, known: Mapping[str, str], folder: Path = HERE) -> App:
    """The application with the files in front of it. They don't change while the program runs."""
    served: Any = WhiteNoise(
        app,
        max_age=0,
        immutable_file_test=lambda path, url: bool(HASHED.search(url)),
        allow_all_origins=False,
        mimetypes=KINDS,
    )
    for name, url in known.items():
        served.add_file_to_dictionary(url, str(folder / name))
    for name, url in voices().items():
        served.add_file_to_dictionary(url, str(FOLDER / name))
    whole: App = served
    return whole
