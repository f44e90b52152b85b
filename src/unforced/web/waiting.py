"""What waits while somebody types a passphrase or a code: in memory, and gone with the browser's session."""

from __future__ import annotations

from typing import NamedTuple

from unforced.domain.page import Beginning


class First(NamedTuple):
    """Where somebody is before keeping this visit, the first of all: nobody sees this, and what waits for its code."""

    visit_id: str = ""
    unseen: bool = False
    beginning: Beginning | None = None


class Wanted(NamedTuple):
    """What is done once the vault is open: keep a visit, go on with a page, look at one, or at all of them."""

    deed: str = "past"
    name: str = ""
