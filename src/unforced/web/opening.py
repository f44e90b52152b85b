"""What the web is opened with: where it stands, what it speaks from, and the two keys that let a browser in.

Promise: a value that can be handed to another process whole; it holds nothing a person said.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import NamedTuple

from unforced.ports import Library, Listener, Press, Reader, Vault

HOST = "127.0.0.1"
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without the ones that are mistaken for each other
CODE_LENGTH = 8


class Opening(NamedTuple):
    """``region`` is two letters or empty. ``token`` travels in the address's fragment, ``code`` is typed by hand.

    ``vault`` leads to where things are kept; it is asked for in the process that serves. ``press`` makes files of a
    sheet to take along. ``no_trace``: nothing at all is kept, for as long as the program runs. ``reader``: what orders
    the chips by a person's own words, where there is one. ``listener``: a second one for danger, likewise.
    """

    library: Library
    region: str
    port: int
    vault: Callable[[], Vault]
    token: str
    code: str
    press: Press
    no_trace: bool = False
    reader: Reader | None = None
    listener: Listener | None = None

    @property
    def host(self) -> str:
        """Host and port, exactly as a browser has to name them."""
        return f"{HOST}:{self.port}"

    @property
    def origin(self) -> str:
        """The one origin that forms may come from."""
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """The address to open, with the token where no server and no log ever sees it."""
        return f"{self.origin}/#{self.token}"


def new_token() -> str:
    """A token nobody guesses: 256 bits."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """A code that can be typed: 8 letters and digits, about 40 bits, in two groups."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def opening(library: Library, region: str, port: int, vault: Callable[[], Vault], press: Press) -> Opening:
    """A fresh opening with keys of its own."""
    return Opening(library, region, port, vault, new_token(), new_code(), press)
