"""The headers that every answer carries, whatever made it: a page, a file, a refusal or a mistake.

Only what is hashed may be cached. The content policy of pages is set by the framework from POLICY; an answer that
comes without one gets the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]

OWN = ("script-src", "style-src", "img-src", "font-src", "media-src", "manifest-src", "worker-src", "connect-src")
POLICY: dict[str, list[str]] = {
    "default-src": ["'none'"],
    **{name: ["'self'"] for name in (*OWN, "form-action")},
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
NOT_ALLOWED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "payment",
    "usb",
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer a form sends Origin: null, which the locks refuse
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NOT_ALLOWED),
    "X-Robots-Tag": "noindex",
}
UNLESS_SET = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "; ".join(f"{name} {' '.join(sources)}" for name, sources in POLICY.items()),
}

CLEAR_BROWSER = ("Clear-Site-Data", '"cache", "storage"')
"""On an answer after which the browser holds nothing of ours: no settings, no worker, nothing that a worker kept."""


def with_headers(app: App) -> App:
    """The same application with the headers on every answer."""

    def wrapped(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        def start_with(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            kept = [(name, value) for name, value in headers if name not in ALWAYS]
            present = {name.lower() for name, _ in kept}
            missing = [(name, value) for name, value in UNLESS_SET.items() if name.lower() not in present]
            return start(status, [*kept, *ALWAYS.items(), *missing], *rest)

        return app(environ, start_with)

    return wrapped
