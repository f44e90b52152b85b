"""One family of errors.

Promise: an error says what is true and what is safe, and never holds a person's words.
``code`` names a phrase (``app.errors.<code>``) that a surface shows; the message is for whoever reads a log.
"""


class UnforcedError(Exception):
    """Something could not be done. Nothing was changed or lost."""

    code = "unexpected"


class UnusableAnswerError(UnforcedError):
    """An answer is not one of those the question has. The visit is as it was.

    ``key`` is the question's name; the value itself is not repeated, since it may be a person's words.
    """

    code = "unusable_answer"

    def __init__(self, key: str, expected: str) -> None:
        super().__init__(f"{key}: expected {expected}")
        self.key = key
        self.expected = expected


class UnknownPracticeError(UnforcedError):
    """No practice has this name. Nothing was started."""

    code = "unknown_practice"


class OutOfPlaceError(UnforcedError):
    """This deed has no place on this screen (an old page, a double tap). The visit is as it was."""

    code = "out_of_place"


class BrokenContentError(UnforcedError):
    """A content file can't be used. It says which file and where; nothing from it was taken."""

    code = "broken_content"

    def __init__(self, file: str, detail: str, line: int = 1) -> None:
        super().__init__(f"{file}:{line}: {detail}")
        self.file = file
        self.line = line
        self.detail = detail
