"""One reader in a process of its own, on one core: `python -m bench.reading.alone NAME FOLDER`, texts on stdin (JSON).

Prints as JSON what its first answer, a short sentence and its memory cost. Nothing of the program is loaded before the
clock runs. Milliseconds of work are those of the processor (of all its threads), so that a machine others use too tells
the same; those by the clock stand beside them.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path


def main(name: str, folder: Path) -> None:
    """Measures and prints."""
    texts = json.load(sys.stdin)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    began, worked = time.perf_counter(), time.process_time()

    from bench.reading.unready import reader_of  # noqa: PLC0415 - loading is what is measured
    from unforced.domain.words import Words  # noqa: PLC0415

    reader = reader_of(name, folder)
    first = reader.read(Words(texts[0]))
    clock_ms, work_ms = (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
    time.sleep(0.5)  # a late one goes on in the background; it is let finish
    clock, work = [], []
    for text in texts:
        began, worked = time.perf_counter(), time.process_time()
        reader.read(Words(text))
        clock.append((time.perf_counter() - began) * 1000)
        work.append((time.process_time() - worked) * 1000)
    found = {
        "first_ms": work_ms,
        "first_by_the_clock_ms": clock_ms,
        "first_was_late": float(reader.read(Words(texts[0])) != first),
        "p50_ms": _at(work, 0.5),
        "p95_ms": _at(work, 0.95),
        "p50_by_the_clock_ms": _at(clock, 0.5),
        "p95_by_the_clock_ms": _at(clock, 0.95),
        "resident_mb": _most_resident(),
    }
    print(json.dumps(found))


def _at(taken: list[float], share: float) -> float:
    return sorted(taken)[int(len(taken) * share)]


def _most_resident() -> float:
    """The most this process held at once, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
