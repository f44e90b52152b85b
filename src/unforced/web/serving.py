"""Serving the pages on this computer, and opening the browser at them. Nothing of it is reachable from elsewhere."""

from __future__ import annotations

import functools
import http.client
import socket
import sys
import threading
import time
import webbrowser
from typing import Any

from unforced.web.configured import application
from unforced.web.headers import App
from unforced.web.opening import HOST, Opening

THREADS = 4
PATIENCE = 15.0


def free_port(wanted: int) -> int:
    """The port wanted, or any free one for 0. OSError where it is taken."""
    with socket.socket() as asking:
        asking.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        asking.bind((HOST, wanted))
        return int(asking.getsockname()[1])


def serve_pages(opening: Opening, browser: bool) -> int:
    """Serves until Ctrl-C, and returns the exit status. Where it is, is printed as soon as it answers."""
    ready = threading.Event()
    server = _server(opening.port)
    threading.Thread(target=_when_ready, args=(opening, browser, ready), daemon=True).start()
    server.serve(target_loader=functools.partial(load, opening), wrap_loader=False)
    if not ready.is_set():
        print("The pages couldn't be opened. `unforced visit` works in this window.", file=sys.stderr)
        return 1
    print("Closed.", flush=True)
    return 0


def _server(port: int) -> Any:
    from granian.constants import HTTPModes, Interfaces  # noqa: PLC0415
    from granian.server import Server  # noqa: PLC0415

    return Server(
        "unforced",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        http=HTTPModes.http1,
        websockets=False,
        log_enabled=False,
        log_access=False,
        workers_kill_timeout=1,  # an open browser holds its line; Ctrl-C doesn't wait for it
    )


def load(opening: Opening) -> App:
    """The application, made in the process that serves it."""
    return application(opening, _announce)


def _say(opening: Opening) -> None:
    print(f"Notes are open at  {opening.address}")
    print(f"In a browser without JavaScript, go to {opening.origin} and type the code  {opening.code}")
    print("Only this computer can reach it. Nothing is kept unless you say so. Ctrl-C closes it.", flush=True)


def _announce(code: str) -> None:
    print(f"That code is used now. The next one is  {code}", flush=True)


def _when_ready(opening: Opening, browser: bool, ready: threading.Event) -> None:
    """Says the address once somebody answers there, and opens the browser."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        asking = http.client.HTTPConnection(HOST, opening.port, timeout=PATIENCE)
        try:
            asking.request("GET", "/alive")
            asking.getresponse()
            ready.set()
            break
        except OSError:
            time.sleep(0.02)
        finally:
            asking.close()
    if not ready.is_set():
        return
    _say(opening)
    if browser:
        webbrowser.open(opening.address)


def taken(port: int) -> None:
    """Says that a port is in use."""
    print(f"Port {port} is in use. `unforced` without --port finds a free one.", file=sys.stderr)
