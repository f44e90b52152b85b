"""Makes src/unforced/model/lexical.txt: what terms add to each kind of no, learnt from the written sentences.

    python training/lexical.py            makes the file anew and prints what it is worth
    python training/lexical.py --check    says whether the file is what this makes (no number off by more than 1)

Needs scikit-learn (the group `training`); it takes about a minute on one core. The reader needs none of it.

Rules:
- Only evaluation/reading/build is read. What is tested is never opened here.
- Every figure and the temperature come from readings of authors that were left out (FOLDS groups of authors).
- The same sentences give the same file: nothing is drawn by chance.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

from corpora import lines  # noqa: E402
from unforced.adapters.reading.sure import SURE, surely  # noqa: E402
from unforced.adapters.reading.terms import terms  # noqa: E402
from unforced.adapters.reading.weighed import FILE  # noqa: E402
from unforced.domain.reading import LABELS  # noqa: E402

FOLDS = 6
LOOSE = 10.0  # how loosely it fits (C)
LEAST_TEXTS = 2  # texts in which a term has to stand
WORTH = 5  # tenths; a term that adds less than this to every label is left out
COVERED = 0.8  # the share of texts of which something is claimed
Numbers = NDArray[np.float64]
ABOUT = """\
# What terms add to each kind of no. Made by training/lexical.py from evaluation/reading/build; see there.
# A term a line: the term, how rare it is (idf, hundredths), what it adds to each label (tenths), in this order.
# word · ~stem · stem stem (^ and $ are the two ends) · <four first letters · #length
"""


def named(text: str) -> list[str]:
    """The terms of a text, by name."""
    return [term.name for term in terms(text)]


class Texts:
    """The sentences: ``text``, ``author``, and the shares of the labels of each (rows, labels)."""

    def __init__(self, folder: Path) -> None:
        rows = [row for path in sorted(folder.glob("*.jsonl")) for row in lines(path)]
        self.text = [str(row["text"]) for row in rows]
        self.author = [str(row["author"]) for row in rows]
        self.shares = np.zeros((len(rows), len(LABELS)))
        for at, row in enumerate(rows):
            kinds = list(row["kinds"])  # type: ignore[call-overload]
            weights = [2.0, 1.0, 1.0][: len(kinds)]  # the first that was named is the stronger one
            for kind, weight in zip(kinds, weights, strict=True):
                self.shares[at, LABELS.index(str(kind))] = weight / sum(weights)


class Made:
    """What was learnt from some texts, as whole numbers, as the file holds it."""

    def __init__(self, texts: Texts, rows: list[int]) -> None:
        found = self._cut(texts, rows, None)
        loud = np.abs(np.rint(self._learnt(texts, rows).coef_ * 10)).max(0) >= WORTH
        kept = [name for name, there in zip(found.get_feature_names_out(), loud, strict=True) if there]
        self.cut = self._cut(texts, rows, kept)
        learnt = self._learnt(texts, rows)
        self.names, self.bias = kept, learnt.intercept_.round(3)
        self.rare = np.rint(self.cut.idf_ * 100).astype(int)
        self.adds = np.rint(learnt.coef_ * 10).astype(int)

    def _cut(self, texts: Texts, rows: list[int], kept: list[str] | None) -> TfidfVectorizer:
        least = LEAST_TEXTS if kept is None else 1
        self.cut = TfidfVectorizer(analyzer=named, sublinear_tf=True, min_df=least, vocabulary=kept)
        return self.cut.fit([texts.text[at] for at in rows])

    def _learnt(self, texts: Texts, rows: list[int]) -> LogisticRegression:
        """A text with two labels stands there twice, each as heavy as its share."""
        each = [(at, label) for at in rows for label in np.flatnonzero(texts.shares[at])]
        weights = [texts.shares[at, label] for at, label in each]
        seen = self.cut.transform([texts.text[at] for at, _ in each])
        return LogisticRegression(C=LOOSE, max_iter=400).fit(seen, [label for _, label in each], weights)

    def numbers(self, texts: Texts, rows: list[int]) -> Numbers:
        """What it makes of texts (rows, labels), before any temperature."""
        seen: csr_matrix = self.cut.transform([texts.text[at] for at in rows])
        return np.asarray(seen @ (self.adds / 10).T + self.bias)


def left_out(texts: Texts) -> Numbers:
    """Every text as it is read by what was learnt without its author (rows, labels)."""
    numbers = np.zeros_like(texts.shares)
    for learnt, read in GroupKFold(FOLDS).split(texts.text, groups=texts.author):
        numbers[read] = Made(texts, list(learnt)).numbers(texts, list(read))
    return numbers


def shares_of(numbers: Numbers, temperature: float, texts: Texts) -> Numbers:
    """Likelihoods (rows, labels), with what is sure on top."""
    raised = np.exp((numbers - numbers.max(1, keepdims=True)) / temperature)
    shares: Numbers = raised / raised.sum(1, keepdims=True)
    for at, text in enumerate(texts.text):
        kind = surely(text)
        if kind and shares[at, label := LABELS.index(kind.value)] < SURE:
            shares[at] *= (1 - SURE) / (1 - shares[at, label])
            shares[at, label] = SURE
    return shares


def off(shares: Numbers, right: NDArray[np.bool_]) -> float:
    """The mean gap between how likely the first label was said to be and how often it was right, in tenths (ECE)."""
    said, tenth = shares.max(1), np.minimum((shares.max(1) * 10).astype(int), 9)
    return sum(abs(right[tenth == at].mean() - said[tenth == at].mean()) * (tenth == at).mean() for at in set(tenth))


def calibrated(numbers: Numbers, texts: Texts) -> tuple[float, float]:
    """The temperature at which what is said likely is as likely as said, and the least likelihood that is claimed."""
    first = numbers.argmax(1)
    right = texts.shares[np.arange(len(first)), first] > 0

    def surprise(temperature: float) -> float:
        said = shares_of(numbers, temperature, texts).max(1).clip(1e-6, 1 - 1e-6)
        return float(-np.where(right, np.log(said), np.log(1 - said)).mean())

    temperature = min((round(each, 2) for each in np.arange(0.3, 1.5, 0.01)), key=surprise)
    least = float(np.quantile(shares_of(numbers, temperature, texts).max(1), 1 - COVERED))
    return temperature, round(least, 3)


def told(numbers: Numbers, temperature: float, least: float, texts: Texts) -> None:
    """What it is worth, on authors that were left out."""
    shares = shares_of(numbers, temperature, texts)
    order = np.argsort(-shares, axis=1)
    rows = np.arange(len(order))
    right = texts.shares[rows, order[:, 0]] > 0
    claimed = shares.max(1) >= least
    strongest = texts.shares.argmax(1)
    f1 = []
    for label in range(len(LABELS)):
        said, is_it = order[:, 0] == label, strongest == label
        f1.append(2 * (said & is_it).sum() / max((said.sum() + is_it.sum()), 1))
    print(f"{len(order)} texts of {len(set(texts.author))} authors, each read without its author:")
    print(f"  top-1 {right.mean():.3f}, top-2 {(right | (texts.shares[rows, order[:, 1]] > 0)).mean():.3f}", end="")
    print(f", macro-F1 {np.mean(f1):.3f}, ECE {off(shares, right):.3f}")
    print(f"  at {claimed.mean():.0%} claimed (likelihood {least} and up): top-1 {right[claimed].mean():.3f}")
    print("  F1 " + ", ".join(f"{label} {each:.2f}" for label, each in zip(LABELS, f1, strict=True)))


def written(made: Made, temperature: float, least: float, labels: tuple[str, ...] = LABELS, about: str = ABOUT) -> str:
    """The file."""
    head = [f"labels:\t{' '.join(labels)}", f"bias:\t{' '.join(f'{each:.3f}' for each in made.bias)}"]
    head += [f"temperature:\t{temperature}", f"least:\t{least}"]
    terms_ = zip(made.names, made.rare, made.adds.T, strict=True)
    body = [f"{name}\t{rare}\t{' '.join(map(str, adds))}" for name, rare, adds in terms_]
    return about + "\n".join([*head, *body]) + "\n"


def like(one: str, other: str) -> bool:
    """Whether two such files hold the same terms, and no number of them is off by more than 1."""
    both = [text.split("\n") for text in (one, other)]
    if [line.split("\t")[0] for line in both[0]] != [line.split("\t")[0] for line in both[1]]:
        return False
    pairs = [(a.split("\t"), b.split("\t")) for a, b in zip(*both, strict=True) if a != b]
    return all(
        abs(float(x) - float(y)) <= 1
        for a, b in pairs
        for x, y in zip(" ".join(a[1:]).split(), " ".join(b[1:]).split(), strict=True)
    )


def main() -> None:
    """Makes it, or checks it."""
    texts = Texts(ROOT / "evaluation" / "reading" / "build")
    numbers = left_out(texts)
    temperature, least = calibrated(numbers, texts)
    told(numbers, temperature, least, texts)
    text = written(Made(texts, list(range(len(texts.text)))), temperature, least)
    if "--check" in sys.argv:
        same = FILE.exists() and like(text, FILE.read_text("utf-8"))
        raise SystemExit(0 if same else "lexical.txt isn't what this makes")
    FILE.write_text(text, "utf-8")
    print(f"  {FILE.name}: {FILE.stat().st_size / 1000:.0f} kB, {text.count(chr(10))} lines, temperature {temperature}")


if __name__ == "__main__":
    main()
