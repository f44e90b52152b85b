"""Vectors: recovery codes as somebody types them, and the places of their slips."""

from __future__ import annotations

from collections.abc import Iterator

from tests.adapters.vault.vectors.drawing import (
    CODE,
    Vector,
    opens,
)
from unforced.domain.recovery_code import DASHES, LETTERS, RecoveryCode


def codes_that_open() -> Iterator[Vector]:
    looks = RecoveryCode(bytes.fromhex("00" * 4 + "ff" * 4 + "420b41" * 4))
    for name, code in {
        "drawn": CODE,
        "zeros": RecoveryCode(bytes(20)),
        "ones": RecoveryCode(b"\xff" * 20),
        "with O, I and B": looks,
    }.items():
        spelled = code.spelled()
        alike = spelled.replace("O", "0").replace("I", "1").replace("B", "8")
        for way, typed in {
            "as written": spelled,
            "small and close": spelled.lower().replace(" ", ""),
            "with dashes": spelled.replace(" ", "-"),
            "misread": "\u2013".join(alike.split()),
            "with any dash": "".join(group + dash for group, dash in zip(spelled.split(), DASHES + " ", strict=True)),
            "over lines": "\n" + spelled.replace(" ", "\t\r\n") + " ",
        }.items():
            yield opens(
                "code", f"{name}, {way}", {"typed": typed}, {}, {"secret": code.secret.hex(), "spelled": spelled}
            )


def codes_that_must_not() -> Iterator[Vector]:
    groups = CODE.spelled().split()

    def refused(name: str, typed: str, places: list[int]) -> Vector:
        return {"of": "code", "name": name, "given": {"typed": typed}, "answer": "code_typo", "places": places}

    def slip(group: str, at: int) -> str:
        return group[:at] + LETTERS[(LETTERS.index(group[at]) + 7) % 32] + group[at + 1 :]

    for n, group in enumerate(groups):
        yield refused(
            f"a slip in group {n + 1}", " ".join([*groups[:n], slip(group, n % 5), *groups[n + 1 :]]), [n + 1]
        )
    yield refused(
        "slips in groups 2 and 7", " ".join([slip(g, 2) if n in (1, 6) else g for n, g in enumerate(groups)]), [2, 7]
    )
    yield refused("groups 1 and 8 changed places", " ".join([groups[7], *groups[1:7], groups[0]]), [1, 8])
    swapped = groups[3][1] + groups[3][0] + groups[3][2:]
    yield refused("two neighbours of group 4 changed places", " ".join([*groups[:3], swapped, *groups[4:]]), [4])
    yield refused("no letter of a code, in group 5", " ".join([*groups[:4], "9" + groups[4][1:], *groups[5:]]), [5])
    yield refused("a letter too few", CODE.spelled()[:-1], [])
    yield refused("a letter too many", CODE.spelled() + "A", [])
    yield refused("a group too few", " ".join(groups[1:]), [])
    yield refused("a strange sign and a letter too few", "9" + CODE.spelled()[2:], [])
    yield refused("nothing", "", [])
