"""What a check found in a content file: file, line and one plain sentence."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """``line`` counts from 1; 1 where a finding belongs to the whole file."""

    file: str
    line: int
    finding: str


class Source(NamedTuple):
    """A content file as it was read: where it lies, and its text."""

    file: str
    text: str

    def line_of(self, needle: str) -> int:
        """The first line that holds ``needle``, or 1."""
        for number, line in enumerate(self.text.splitlines(), start=1):
            if needle and needle in line:
                return number
        return 1

    def line_of_key(self, key: str, value: object) -> int:
        """The line on which ``key`` is set to ``value``; the first on which it is set; or 1."""
        lines = [
            (number, line.partition("=")[2].strip())
            for number, line in enumerate(self.text.splitlines(), start=1)
            if line.partition("=")[0].strip().strip('"[]') == key
        ]
        exact = [number for number, text in lines if text.strip("\"'") == str(value)]
        return (exact or [number for number, _ in lines] or [1])[0]

    def found(self, needle: str, finding: str) -> Finding:
        """A finding on the line that holds ``needle``."""
        return Finding(self.file, self.line_of(needle), finding)
