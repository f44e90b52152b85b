"""Requests that no page of ours would send, as bytes, and the honest ones beside them."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Iterator
from typing import NamedTuple

BODY = "turn=0&choice=open_door%3Asays_no"


class Sent(NamedTuple):
    """A request and what it stands for."""

    name: str
    raw: bytes


def request(method: str, path: str, headers: list[tuple[str, str]], body: str = "") -> bytes:
    """A request, byte for byte."""
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "Connection: close"]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", body]).encode()


def own(port: int, cookies: str) -> list[tuple[str, str]]:
    """The headers of an honest form."""
    return [
        ("Host", f"127.0.0.1:{port}"),
        ("Origin", f"http://127.0.0.1:{port}"),
        ("Sec-Fetch-Site", "same-origin"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Cookie", cookies),
    ]


def without(headers: list[tuple[str, str]], *names: str) -> list[tuple[str, str]]:
    """The headers but for some."""
    return [(name, value) for name, value in headers if name not in names]


def hosts(port: int) -> list[str]:
    """Names for this computer that aren't this host and this port."""
    return [
        "127.0.0.1",
        f"127.0.0.1:{port + 1}",
        "127.0.0.1:80",
        f"localhost:{port}",
        f"[::1]:{port}",
        f"127.0.0.2:{port}",
        f"127.1:{port}",
        f"0.0.0.0:{port}",
        f"2130706433:{port}",
        f"0x7f000001:{port}",
        f"127.0.0.1.:{port}",
        f"127.0.0.1.example.com:{port}",
        f"rebound.example.com:{port}",
        "rebound.example.com",
        f"someone@127.0.0.1:{port}",
        f"127.0.0.1:{port}@rebound.example.com",
        f"127.0.0.1:{port},rebound.example.com",
        f"127.0.0.1:0{port}",
        f"127.0.0.1:{port}/",
        f"127.0.0.1:{port}#",
        "",
    ]


def origins(port: int) -> list[str]:
    """Origins that aren't this one."""
    return [
        "null",
        "http://rebound.example.com",
        f"http://rebound.example.com:{port}",
        f"https://127.0.0.1:{port}",
        f"http://127.0.0.1:{port + 1}",
        "http://127.0.0.1",
        f"http://localhost:{port}",
        f"http://127.0.0.1:{port}.example.com",
        f"http://127.0.0.1:{port}/",
        f"http://127.0.0.1:{port}, http://rebound.example.com",
        f"HTTP://127.0.0.1:{port}x",
    ]


def every(port: int, cookies: str) -> Iterator[Sent]:
    """Every hostile request, each with the cookies that an honest one would have."""
    honest = own(port, cookies)
    for host, (method, path, body) in itertools.product(
        hosts(port), [("GET", "/", ""), ("GET", "/help", ""), ("POST", "/visits", BODY)]
    ):
        yield Sent(f"host {host!r} {method} {path}", request(method, path, [("Host", host), *honest[1:]], body))
    yield from _hosts_twice(port, honest)
    for origin in origins(port):
        headers = [("Origin", origin), *without(honest, "Origin")]
        yield Sent(f"origin {origin!r}", request("POST", "/visits", headers, BODY))
    for site in ("cross-site", "same-site", "none", "", "same-origin,cross-site", "SAME-ORIGIN", "other"):
        headers = [("Sec-Fetch-Site", site), *without(honest, "Sec-Fetch-Site")]
        yield Sent(f"a form from {site!r}", request("POST", "/visits", headers, BODY))
        if site not in ("none", ""):
            yield Sent(f"a page for {site!r}", request("GET", "/visits/abc", without(headers, "Origin")))
    yield from _bent(honest)
    yield from _framed(honest)


def _hosts_twice(port: int, honest: list[tuple[str, str]]) -> Iterator[Sent]:
    twice = [f"127.0.0.1:{port}", "rebound.example.com"]
    for one, other in [twice, twice[::-1], [twice[0], twice[0]]]:
        headers = [("Host", one), ("Host", other), *honest[1:]]
        yield Sent(f"hosts {one} and {other}", request("GET", "/", headers))
        yield Sent(f"hosts {one} and {other}, a form", request("POST", "/visits", headers, BODY))
    yield Sent("no host", request("POST", "/visits", without(honest, "Host"), BODY))


def _bent(honest: list[tuple[str, str]]) -> Iterator[Sent]:
    yield Sent("no origin", request("POST", "/visits", without(honest, "Origin"), BODY))
    yield Sent("no site", request("POST", "/visits", without(honest, "Sec-Fetch-Site"), BODY))
    nothing = without(honest, "Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest")
    yield Sent("says nothing of itself", request("POST", "/visits", nothing, BODY))
    yield Sent("a form without its token", request("POST", "/visits", honest, BODY))
    for kind in ("text/plain", "application/json", "multipart/form-data; boundary=x", ""):
        headers = [("Content-Type", kind), *without(honest, "Content-Type")]
        yield Sent(f"a form as {kind!r}", request("POST", "/visits", headers, BODY))
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"):
        yield Sent(f"method {method}", request(method, "/visits", honest, BODY))
    chunked = [*honest, ("Transfer-Encoding", "chunked")]
    lines = request("POST", "/visits", chunked)
    yield Sent("of unknown length", lines + b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY.encode()))
    yield Sent("twice an origin", request("POST", "/visits", [("Origin", "null"), *honest], BODY))
    yield Sent("twice a site", request("POST", "/visits", [("Sec-Fetch-Site", "cross-site"), *honest], BODY))
    bent = [("Sec_Fetch_Site", "same-origin"), *without(honest, "Sec-Fetch-Site"), ("Sec-Fetch-Site", "cross-site")]
    yield Sent("a site spelt two ways", request("POST", "/visits", bent, BODY))


def _framed(honest: list[tuple[str, str]]) -> Iterator[Sent]:
    for dest in ("iframe", "frame", "object", "embed", "fencedframe"):
        headers = [("Sec-Fetch-Dest", dest), *without(honest, "Sec-Fetch-Dest", "Origin")]
        yield Sent(f"in a {dest}", request("GET", "/help", headers))
    for dest, mode in (("image", "no-cors"), ("script", "no-cors"), ("empty", "cors"), ("style", "no-cors")):
        headers = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", dest)]
        yield Sent(f"as {dest}", request("GET", "/", [honest[0], *headers, honest[-1]]))


def ask(port: int, raw: bytes) -> tuple[int, str]:
    """The bytes over a socket: the status (0 where the line was only closed) and the body."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(raw)
        got = b""
        while part := line.recv(65536):
            got += part
    status = int(got.split(b" ", 2)[1]) if got.startswith(b"HTTP/") else 0
    return status, got.decode("utf-8", "replace")
