"""What a browser may keep for when the program is stopped: Help, three practices, and the files that they are made of.

Promise: the list is exact, it is made from the pages themselves, and each of them is a page without a session. Its
version follows everything on it, so a browser that keeps an older one takes the newer one.

Nothing of it is kept until somebody asks for it on Help, in that browser.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from unforced.domain.practice import Practice
from unforced.domain.shelf import Shelf
from unforced.web.assets import HERE

PRACTICES = ("orient.three_things", "contact.feet_on_floor", "object.a_thing_nearby")
"""Each turns outward, needs no sound and no writing, and lasts half a minute at most."""
SCRIPT = "js/worker/worker.js"
FILE = re.compile(r'(?:href|src)="(/static/[^"]+)"')


class Offline(NamedTuple):
    """``help`` is the address of Help, ``pages`` those of all pages (Help among them), ``files`` those of their files.

    ``version`` is 16 hex digits.
    """

    help: str
    pages: tuple[str, ...]
    files: tuple[str, ...]
    version: str

    def script(self) -> str:
        """The worker, with this list before it."""
        told = {"VERSION": self.version, "PAGES": self.pages, "FILES": self.files, "HELP": self.help}
        lines = [f"const {name} = {json.dumps(value)};" for name, value in told.items()]
        return "\n".join([*lines, (HERE / SCRIPT).read_text("utf-8")])


def offline(texts: Mapping[str, str], help_address: str, assets: Mapping[str, str]) -> Offline:
    """The list of these pages, by address. The style sheet names the fonts, so they are added from ``assets``."""
    named = {found for text in texts.values() for found in FILE.findall(text)}
    fonts = {url for name, url in assets.items() if name.startswith("fonts/")}
    files = tuple(sorted(named | fonts))
    whole = json.dumps([dict(texts), files, (HERE / SCRIPT).read_text("utf-8")], sort_keys=True)
    return Offline(help_address, tuple(texts), files, hashlib.sha256(whole.encode()).hexdigest()[:16])


def settling(shelf: Shelf) -> tuple[Practice, ...]:
    """The three practices; one that isn't there is left out."""
    return tuple(shelf.get(name) for name in PRACTICES if name in shelf)
