"""The small model's files: an encoder tuned by `training/make.py`, its heads and vocabulary, and weights of words.

Nothing here is ever downloaded. Where a file is missing, or without the extra `reading`, the rules and the plain
chips work as ever.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
