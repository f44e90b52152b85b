"""What the encoder learns from, read and named: every text with the questions it answers.

Promise: nothing that is tested is here. `evaluation/*/test` is never opened by this module.

Rules:
- A row answers one question or more; what it doesn't answer costs nothing in training.
- Data outside the repository lies in UNFORCED_DATA (default ../shared/data); where a file is missing the run says so
  and ends.
- The terms of every source stand in SOURCES and are printed into the model card.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from unforced.adapters.library import FileLibrary
from unforced.domain.resistance import Kind
from unforced.domain.screening import screen

ROOT = Path(__file__).parent.parent
OUTSIDE = Path(os.environ.get("UNFORCED_DATA", ROOT.parent / "shared" / "data"))

KINDS = (*(kind.value for kind in Kind), "none")
SPEAKERS = ("critic", "self", "to_part")
CONCERNS = (
    "explicit", "self_harm", "passive", "veiled", "danger", "neglect", "harm_to_others",
    "clean", "self_attack", "resistance", "body_words", "therapy_talk", "idiom", "grief", "past_recovered", "fiction",
)  # fmt: skip
FEELINGS = (
    "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity", "desire",
    "disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear", "gratitude", "grief", "joy",
    "love", "nervousness", "optimism", "pride", "realization", "relief", "remorse", "sadness", "surprise", "neutral",
)  # fmt: skip
SOURCES = {
    "evaluation/reading/build": "CC BY 4.0, this project",
    "evaluation/screen/build and /learn": "CC BY 4.0, this project",
    "goemotions_train": "CC BY 4.0, Google Research (Demszky et al. 2020)",
    "cssrs500_posts": "CC BY 4.0, Gaur et al. 2019; sentences labelled anew by this project",
    "veramh_turns": "MIT with a disclaimer; turns labelled by this project",
    "sad_stressors, empatheticpersonas_feelings": "MIT; as ordinary text",
    "resistance_candidates": "sentences of MIT and CC BY sources, adjudicated by this project",
}
APART = 7  # every so many voices is left out of learning
LABELS = Path(__file__).parent / "labels"  # of texts that lie outside: a hash of the text, and what it was heard as


class Row(NamedTuple):
    """One text; for each question the weight of every answer, or nothing where it doesn't answer that question."""

    text: str
    author: str
    answers: dict[str, list[float]]


def _marked(names: list[str], of: tuple[str, ...]) -> list[float]:
    return [1.0 if name in names else 0.0 for name in of]


def _shared(names: list[str], of: tuple[str, ...]) -> list[float]:
    """The first named weighs twice as much as the second; together they weigh 1."""
    weights = {name: (2.0 if place == 0 else 1.0) for place, name in enumerate(names)}
    whole = sum(weights.values())
    return [weights.get(name, 0.0) / whole for name in of]


def lines(path: Path) -> Iterator[dict[str, object]]:
    """JSON lines, packed or not."""
    if not path.exists():
        raise SystemExit(f"{path} isn't there; it is needed to train")
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as found:
        for line in found:
            yield json.loads(line)


def feelings(part: str) -> list[Row]:
    """GoEmotions' train, dev or test rows."""
    return [
        Row(str(row["text"]), "goemotions", {"feelings": _marked(list(row["emotions"]), FEELINGS)})  # type: ignore[call-overload]
        for row in lines(OUTSIDE / f"goemotions_{part}.jsonl.gz")
    ]


def kinds() -> list[Row]:
    """Sentences about a no."""
    return [
        Row(
            str(row["text"]),
            str(row["author"]),
            {"kinds": _shared(list(row["kinds"]), KINDS), "speaker": _marked([str(row["speaker"])], SPEAKERS)},  # type: ignore[call-overload]
        )
        for path in sorted((ROOT / "evaluation" / "reading" / "build").glob("*.jsonl"))
        for row in lines(path)
    ]


def concerns() -> list[Row]:
    """Sentences for the crisis screen, those that rules are written from and those to learn from."""
    return [
        Row(str(row["text"]), str(row["author"]), {"concern": _marked([str(row["kind"])], CONCERNS)})
        for folder in ("build", "learn")
        for path in sorted((ROOT / "evaluation" / "screen" / folder).glob("*.jsonl"))
        for row in lines(path)
    ]


def mark_of(text: str) -> str:
    """What a text outside of the repository is known by here: the text itself stays where it is."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:24]


def _labelled(name: str) -> dict[str, str]:
    found = (LABELS / f"{name}.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in found)


def _sentences(text: str) -> list[str]:
    return [sentence.strip() for sentence in re.split(r"(?<=[.!?])\s+|\n+", text)]


def concerns_outside() -> list[Row]:
    """Sentences and turns of public data that were labelled one by one."""
    labels = _labelled("concern")
    texts = [s for row in lines(OUTSIDE / "cssrs500_posts.jsonl.gz") for s in _sentences(str(row["text"]))]
    texts += [str(row["text"]) for row in lines(OUTSIDE / "veramh_turns.jsonl.gz")]
    found = {mark_of(text): " ".join(text.split()) for text in texts}
    return [Row(found[mark], "outside", {"concern": _marked([kind], CONCERNS)}) for mark, kind in labels.items()]


def kinds_outside() -> list[Row]:
    """Sentences of public data in which somebody looked for a no."""
    labels = _labelled("kinds")
    found = {
        mark_of(str(row["sentence"])): str(row["sentence"]) for row in lines(OUTSIDE / "resistance_candidates.jsonl.gz")
    }
    return [Row(found[mark], "outside", {"kinds": _shared(kinds.split("+"), KINDS)}) for mark, kinds in labels.items()]


def split(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Rows to learn from, and those of every seventh voice."""
    voices = sorted({row.author for row in rows})
    apart = set(voices[APART // 2 :: APART])
    return [row for row in rows if row.author not in apart], [row for row in rows if row.author in apart]


def thirds(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Public rows, which have no voices: two of three to learn from, and every third."""
    return [row for at, row in enumerate(rows) if at % 3], rows[::3]


def ordinary(part: str) -> list[Row]:
    """Public text of ordinary life, taken to hold no danger as the rules heard none: ``learn``, or ``apart`` from it.

    Nobody read it line by line. It teaches what people mostly say, which the written sentences don't show.
    """
    rules = FileLibrary().rules
    learn = part == "learn"
    texts = [row.text for row in feelings("train" if learn else "dev")][::8]
    stressors = [str(row["text"]) for row in lines(OUTSIDE / "sad_stressors.jsonl.gz")]
    texts += stressors[::3] if learn else stressors[1::9]
    short = [str(row["text"]) for row in lines(OUTSIDE / "empatheticpersonas_feelings.jsonl.gz")]
    texts += short[::2] if learn else short[1::2]
    found = [text for text in dict.fromkeys(texts) if not screen(text, rules).concern]
    return [Row(text, "outside", {"concern": _marked(["clean"], CONCERNS)}) for text in found]
