"""A tab that really goes out of sight: another one is opened in front of it in the same window.

Playwright keeps every page of its own in sight. So these two tabs are opened through the browser's own protocol, and
the three switches with which Playwright turns the slowing of hidden tabs off are left away: timers come once a second.
"""

from __future__ import annotations

import json
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Browser, Page, Playwright
from tests.journeys.browser import QUIET, chromium_or_fail

KEEPS_AWAKE = [
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
]


def browser_that_slows(play: Playwright) -> Browser:
    """A browser in which a hidden tab is slowed, as in anybody's."""
    return play.chromium.launch(executable_path=chromium_or_fail(), args=list(QUIET), ignore_default_args=KEEPS_AWAKE)


class Tab:
    """One tab, driven without Playwright's pages."""

    def __init__(self, browser: Browser) -> None:
        self._waiting: Page = browser.new_page()
        self._protocol = browser.new_browser_cdp_session()
        self._context = self._protocol.send("Target.createBrowserContext")["browserContextId"]
        self._target = self._opened()
        self._session = self._protocol.send("Target.attachToTarget", {"targetId": self._target})["sessionId"]
        self._answers: dict[int, dict[str, Any]] = {}
        self._protocol.on("Target.receivedMessageFromTarget", self._answered)
        self._sent = 0
        self._front = ""

    def _opened(self) -> str:
        target: str = self._protocol.send(
            "Target.createTarget", {"url": "about:blank", "browserContextId": self._context}
        )["targetId"]
        return target

    def _answered(self, event: dict[str, Any]) -> None:
        answer = json.loads(event["message"])
        if "id" in answer:
            self._answers[answer["id"]] = answer

    def send(self, method: str, **values: Any) -> dict[str, Any]:
        """A command of the browser's protocol."""
        self._sent += 1
        message = json.dumps({"id": self._sent, "method": method, "params": values})
        self._protocol.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        while self._sent not in self._answers:
            self.wait(0.01)
        result: dict[str, Any] = self._answers.pop(self._sent).get("result", {})
        return result

    def tell(self, script: str) -> Any:
        """What a script says, run as if by a tap."""
        values = {"returnByValue": True, "awaitPromise": True, "userGesture": True}
        answer = self.send("Runtime.evaluate", expression=script, **values)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, script: str, seconds: float = 15) -> None:
        """Waits until it is true; while a page goes and the next one comes, it isn't."""
        for _ in range(int(seconds * 20)):
            if self.tell(f"document.readyState === 'complete' && Boolean({script})"):
                return
            self.wait(0.05)
        raise AssertionError(f"never came true: {script}")

    def wait(self, seconds: float) -> None:
        """Lets time pass."""
        self._waiting.wait_for_timeout(seconds * 1000)

    def hide(self) -> None:
        """Another tab comes in front of this one."""
        self._front = self._opened()
        self._protocol.send("Target.activateTarget", {"targetId": self._front})
        self.until("document.visibilityState === 'hidden'")

    def show(self) -> None:
        """Back to this one."""
        self._protocol.send("Target.activateTarget", {"targetId": self._target})
        self.until("document.visibilityState === 'visible'")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._waiting.close()
