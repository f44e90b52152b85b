"""A real browser for the journeys: Debian's chromium, with nothing of its own to tell anybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright

CHROMIUM = Path("/usr/bin/chromium")
TALKATIVE = (
    "AutofillServerCommunication",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "MediaRouter",
    "Translate",
    "DialMediaRouteProvider",
    "CertificateTransparencyComponentUpdater",
    "InterestFeedContentSuggestions",
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-component-extensions-with-background-pages",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--metrics-recording-only",
    "--no-pings",
    "--gaia-url=http://127.0.0.1:9/",
    "--component-updater=url-source=http://127.0.0.1:9/",
    "--disable-features=" + ",".join(TALKATIVE),
)


def chromium_or_fail() -> str:
    """Where chromium is. Journeys are never skipped in silence."""
    assert CHROMIUM.exists(), "The journeys need a browser: install Debian's chromium (apt-get install chromium)."
    return str(CHROMIUM)


@contextmanager
def browser(play: Playwright) -> Iterator[Browser]:
    """One browser for many journeys."""
    opened = play.chromium.launch(executable_path=chromium_or_fail(), args=list(QUIET))
    yield opened
    opened.close()
