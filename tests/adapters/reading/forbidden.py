"""A process in which no socket can be made: `python -m tests.adapters.reading.forbidden NAME`, where NAME is a reader.

From the first line on the system itself ends this process (SIGSYS) when anything in it, Python or a library's machine
code, asks for a socket; a hook of Python's counts besides whatever Python would do with one. Prints how many texts were
read and how often a socket was asked for. NAME `control` asks for one and never prints.
"""

from __future__ import annotations

import ctypes
import platform
import socket
import sys
from contextlib import suppress
from typing import Final

SOCKET: Final = {"x86_64": 41, "aarch64": 198}  # the number of the system call
_IO_URING_SETUP: Final = 425  # the way round it
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _FILTER = 22, 38, 2
_LOAD, _IS, _ANSWER = 0x20, 0x15, 0x06
_KILL, _ALLOW = 0x8000_0000, 0x7FFF_0000
TEXTS: Final = (
    "part of me wants it and part of me slams the door",
    "who do you think you are",
    "",
    "Das ist eine andere Sprache und ich verstehe sie nicht.",
    "see https://elsewhere.example/picture.png and 203.0.113.9:80",
    "It goes blank, and then my jaw locks. " * 60,
)


class _Step(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("so", ctypes.c_uint8), ("no", ctypes.c_uint8), ("k", ctypes.c_uint32))


class _Steps(ctypes.Structure):
    _fields_ = (("count", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def forbid() -> None:
    """From here on a socket ends this process. OSError where the system can't promise that."""
    steps = (_Step * 5)(
        _Step(_LOAD, 0, 0, 0),
        _Step(_IS, 2, 0, SOCKET[platform.machine()]),
        _Step(_IS, 1, 0, _IO_URING_SETUP),
        _Step(_ANSWER, 0, 0, _ALLOW),
        _Step(_ANSWER, 0, 0, _KILL),
    )
    system = ctypes.CDLL(None, use_errno=True)
    wanted = _Steps(len(steps), steps)
    if system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or system.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(wanted)):
        raise OSError(ctypes.get_errno(), "nothing can be forbidden here")


def main(name: str) -> None:
    """Reads everything, and says how often a socket was asked for."""
    asked: list[str] = []
    sys.addaudithook(lambda event, _: asked.append(event) if event.startswith("socket.") else None)
    forbid()
    if name == "control":
        socket.socket()

    from bench.reading.rivals import MODEL  # noqa: PLC0415 - loading must happen under the ban as well
    from bench.reading.unready import reader_of  # noqa: PLC0415

    from unforced.adapters.reading.encoder import MissingModelError  # noqa: PLC0415
    from unforced.domain.words import Words  # noqa: PLC0415

    reader = reader_of(name, MODEL)
    with suppress(MissingModelError):
        reader.ready()
    readings = [reader.read(Words(text)) for text in TEXTS]
    sys.stdout.write(f"{sum(bool(each.kinds) for each in readings)} read, {len(asked)} sockets\n")


if __name__ == "__main__":
    main(sys.argv[1])
