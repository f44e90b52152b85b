"""To the eye: how much a page weighs, whether anything flashes, and whether anything moves under reduced motion."""

from __future__ import annotations

import base64
import time
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from playwright.sync_api import Browser, Page
from tests.journeys.playing import BREATH, LONGER, LOOKING, MOMENT, MUSCLES, TENSING, begin, choose, in_front_of
from tests.web.running import Running

from bench.player.found import Found, at_least, at_most

KINDS = (BREATH, LONGER, TENSING, MUSCLES, LOOKING, MOMENT)
KILOBYTE = 1000
SIZES = """() => Object.fromEntries(["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
  .map((one) => [one.name, one.decodedBodySize]))"""
BOXES = """() => [...document.querySelectorAll(".within, .under")].map((one) => one.getBoundingClientRect().toJSON())"""
# Every picture is read once; the boxes are left out of it.
READ = """async ([text, boxes]) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
  canvas.drawImage(image, 0, 0);
  for (const { x, y, width, height } of boxes) canvas.clearRect(x - 1, y - 1, width + 2, height + 2);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  (globalThis.pictures ??= []).push(new Uint32Array(data.buffer));
}"""
# Of two pictures: pixels that changed, the share whose luminance changed by more than a tenth, and the mean change.
COMPARED = """(pairs) => {
  const linear = [...Array(256).keys()].map((v) => (v <= 10 ? v / 3294 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  const at = (of, shift) => linear[(of >> shift) & 255];
  const parts = (of) => 0.2126 * at(of, 0) + 0.7152 * at(of, 8) + 0.0722 * at(of, 16);
  const known = new Map();
  const light = (of) => known.get(of) ?? (known.set(of, parts(of)), known.get(of));
  return pairs.map(([one, other]) => {
    const [a, b] = [pictures[one], pictures[other]];
    let bright = 0, moved = 0, mean = 0;
    for (let i = 0; i < a.length; i += 1) {
      if (a[i] === b[i]) continue;
      moved += 1;
      const change = light(b[i]) - light(a[i]);
      mean += change;
      if (Math.abs(change) > 0.1) bright += 1;
    }
    return { bright: (100 * bright) / a.length, moved, mean: mean / a.length };
  });
}"""


def weights(opened: Browser, running: Running) -> list[Found]:
    """Each kind of page with its style and scripts, and its fonts apart, compressed by nothing."""
    page = in_front_of(BREATH, opened, running)
    found, fonts = [], 0.0
    for title in KINDS:
        sizes: dict[str, float] = choose(page, title).evaluate(SIZES)
        fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
        found.append(at_most(f"weight of {title!r}", (sum(sizes.values()) - fonts) / KILOBYTE, 100, "kB"))
    page.context.close()
    return [*found, at_least("its fonts, apart", fonts / KILOBYTE, 0, "kB")]


def flashes(opened: Browser, running: Running, theme: str) -> list[Found]:
    """Pictures as quickly as they can be taken, over more than a whole breath."""
    page = in_front_of(BREATH, opened, running, color_scheme=theme)
    begin(page)
    taken: list[bytes] = []
    at: list[float] = []
    until = time.monotonic() + 14
    while time.monotonic() < until:
        at.append(time.monotonic())
        taken.append(page.screenshot())
    page.context.close()
    many = len(at)
    near = [(one, other) for one in range(many) for other in range(one + 1, many) if at[other] - at[one] <= 0.34]
    looker = _looker(opened, taken)
    changes = _compared(looker, list(pairwise(range(many))))
    spans = _compared(looker, near)
    looker.close()
    brightest = _most(spans, "bright")
    widest = max(later - earlier for earlier, later in pairwise(at))
    return [
        at_most(f"longest time between two pictures, {theme}", widest * 1000, 334, "ms"),
        at_most(f"of the view that changes by a tenth in a third of a second, {theme}", brightest, 25, "%"),
        at_most(f"reversals of brightness in any second, {theme}", _reversals(at, changes), 2, ""),
    ]


def _reversals(at: list[float], changes: list[dict[str, float]]) -> int:
    """The most turns between brighter and darker in a second. Too little to be seen is no turn."""
    seen = [(at[place + 1], change["mean"]) for place, change in enumerate(changes) if abs(change["mean"]) > 1e-3]
    turns = [later for (_, one), (later, other) in pairwise(seen) if one * other < 0]
    return max((sum(1 for other in turns if turn <= other < turn + 1) for turn in turns), default=0)


def stillness(opened: Browser, running: Running) -> list[Found]:
    """Ten seconds of pictures 200 ms apart, with the boxes of the text left out; and the same with movement."""
    return [
        at_most("pixels moving outside text under reduced motion", _moved(opened, running, "reduce"), 0, ""),
        at_least("control: the same without reduced motion", _moved(opened, running, "no-preference"), 1, ""),
    ]


def _moved(opened: Browser, running: Running, motion: str) -> float:
    page = in_front_of(BREATH, opened, running, reduced_motion=motion)
    begin(page)
    page.wait_for_timeout(400)
    boxes, taken = page.evaluate(BOXES), []
    for _ in range(50):
        taken.append(page.screenshot())
        page.wait_for_timeout(150)
    page.context.close()
    looker = _looker(opened, taken, boxes)
    moved = _most(_compared(looker, [(0, other) for other in range(1, len(taken))]), "moved")
    looker.close()
    return moved


def _looker(opened: Browser, taken: list[bytes], boxes: Sequence[Any] = ()) -> Page:
    """A page that has read these pictures."""
    looker = opened.new_page()
    for picture in taken:
        looker.evaluate(READ, [base64.b64encode(picture).decode(), list(boxes)])
    return looker


def _compared(looker: Page, pairs: list[tuple[int, int]]) -> list[dict[str, float]]:
    found: list[dict[str, float]] = looker.evaluate(COMPARED, pairs)
    return found


def _most(found: list[dict[str, float]], name: str) -> float:
    return max(one[name] for one in found)
