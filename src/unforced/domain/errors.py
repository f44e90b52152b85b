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


class OneAndTheSameError(UnforcedError):
    """This needs two parts, and one was named twice. Nothing was changed."""

    code = "one_and_the_same"


class BrokenContentError(UnforcedError):
    """A content file can't be used. It says which file and where; nothing from it was taken."""

    code = "broken_content"

    def __init__(self, file: str, detail: str, line: int = 1) -> None:
        super().__init__(f"{file}:{line}: {detail}")
        self.file = file
        self.line = line
        self.detail = detail


class NoPressError(UnforcedError):
    """What makes a PDF isn't installed, or refused this page. The other files can be made; nothing was written."""

    code = "no_press"


class VaultError(UnforcedError):
    """Something about what is kept could not be done. Every page that was acknowledged is still there."""

    code = "vault"


class LockedError(VaultError):
    """The vault is locked: no key is in memory. Unlocking is all that is needed."""

    code = "locked"


class KeyDoesNotFitError(VaultError):
    """The key opens something else: a wrong passphrase or code, or a page of another person. Nothing is damaged."""

    code = "key_does_not_fit"


class PageDamagedError(VaultError):
    """What is stored isn't what was sealed: changed, cut, put elsewhere, or an older state put back.

    It is refused as a whole and left where it is.
    """

    code = "page_damaged"


class WaitError(VaultError):
    """Too many tries that didn't fit. ``seconds`` (at least 1) until the next one is taken."""

    code = "wait"

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{seconds} seconds to wait")
        self.seconds = seconds


class CodeTypoError(VaultError):
    """A recovery code was mistyped. ``places`` are the groups that can't be right, from 1; empty: the length isn't."""

    code = "code_typo"

    def __init__(self, places: tuple[int, ...]) -> None:
        super().__init__(f"groups {', '.join(map(str, places))}" if places else "another length")
        self.places = places


class TooShortError(VaultError):
    """A passphrase is shorter than 8 characters, or longer than 1,024. Nothing was sealed with it."""

    code = "too_short"


class NewerFormatError(VaultError):
    """Sealed by a newer version of this program. It was not touched; the newer version opens it."""

    code = "newer_format"


class ForeignFileError(VaultError):
    """A file that is no vault of this program, or is cut short. It was not touched."""

    code = "foreign_file"


class NothingKeptError(VaultError):
    """There is nothing kept by that name, or nothing kept at all."""

    code = "nothing_kept"


class NoLongerThereError(NothingKeptError):
    """A part, or what was between two, isn't on the inner map any more: let go of, perhaps in another window.

    What was typed for it is still with the caller.
    """

    code = "no_longer_there"


class GoneLineError(NothingKeptError):
    """A line isn't in the safety plan any more, or was taken off, perhaps in another window. Nothing was changed."""

    code = "gone_line"


class AlreadyKeptError(VaultError):
    """There is a vault already; it was not replaced."""

    code = "already_kept"


class NoSpaceError(VaultError):
    """The disk is full. What was kept before is whole; this wasn't kept, and the caller still holds it."""

    code = "no_space"


class ReadOnlyError(VaultError):
    """The folder or the file can't be written. What was kept before is whole; this wasn't kept."""

    code = "read_only"


class LeftBehindError(VaultError):
    """It is forgotten. Sealed traces of it stay in the file until nothing else has that open; they go by themselves."""

    code = "left_behind"


class NoMemoryError(VaultError):
    """There isn't enough memory free to open or lock it now. Nothing was changed."""

    code = "no_memory"


class InUseError(VaultError):
    """Another program held the vault for too long. What was kept before is whole; this wasn't kept."""

    code = "in_use"
