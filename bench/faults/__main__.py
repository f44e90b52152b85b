"""Every fault, or the ones that are named: python -m bench.faults [name ...] [--tenth].

Prints what must hold, what was found and what the control found; writes bench/out/faults.json (of a tenth:
faults-tenth.json); exits with 1 where something doesn't hold, or a control shows nothing.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from bench.faults.ground import Found

FAULTS = ("kills", "passphrase", "migration", "full_disk", "tabs", "forgotten", "canaries", "speed")
OUT = Path(__file__).parents[1] / "out"


def brought_about(name: str, tenth: bool) -> Found:
    """One fault, in full or a tenth of it."""
    module = import_module(f"bench.faults.{name}")
    found = module.measure(max(module.MANY // 10, 1) if tenth else module.MANY)
    assert isinstance(found, Found)
    return found


def printed(found: Found, seconds: float) -> None:
    """What one fault led to."""
    print(f"{found.fault}: {found.many} ({seconds:.0f} s)")
    print(f"    must hold   {found.must}")
    for name, figure in found.figures.items():
        print(f"    {name:<48} {figure}")
    print(f"    control     {found.control}\n", flush=True)


def verdict(found: Found) -> str:
    """In one word or two."""
    return "missed" if not found.holds else "holds" if found.control_fails else "control shows nothing"


def write(all_found: list[Found], path: Path) -> None:
    """Puts the figures beside those of faults that weren't brought about this time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    known = json.loads(path.read_text()) if path.exists() else {}
    known |= {found.fault: found._asdict() for found in all_found}
    path.write_text(json.dumps(known, indent=2) + "\n")


def main(arguments: list[str]) -> int:
    """Brings them about one after the other."""
    names = [name for name in arguments if name != "--tenth"] or list(FAULTS)
    if unknown := set(names) - set(FAULTS):
        print(f"no fault by the name {', '.join(sorted(unknown))}; there are {', '.join(FAULTS)}")
        return 2
    all_found = []
    for name in names:
        began = time.perf_counter()
        all_found.append(brought_about(name, "--tenth" in arguments))
        printed(all_found[-1], time.perf_counter() - began)
    for found in all_found:
        print(f"{found.fault:<12} {found.many:<34} {verdict(found)}")
    write(all_found, OUT / ("faults-tenth.json" if "--tenth" in arguments else "faults.json"))
    return 0 if all(found.holds and found.control_fails for found in all_found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
