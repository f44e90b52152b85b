"""What is sure without having learnt anything: a bare no is a no.

Promise: it speaks only where the whole text is the no; anything beside it is left to whoever can weigh it.
"""

from __future__ import annotations

import re
from typing import Final

from unforced.domain.resistance import Kind

SURE: Final = 0.95  # all 33 such texts in the written corpus were a plain no
_NO: Final = (
    r"no+|nope+|nah+|naw+|na|nay|never|not? way|no ways?|no+ thanks?|no thank you|no ta|not? chance|hard (?:no|pass)|"
    r"pass|"
    r"absolutely not|certainly not|definitely not|hell no|god no|fuck no|forget it|not having (?:it|that|any of it)|"
    r"not (?:today|tonight|now|yet|this time|ever|happening|for me|interested|doing (?:it|this|that))|"
    r"(?:i )?(?:wont|will not|cant|can not|cannot|cba|refuse|shant)(?: do (?:it|this|that))?|"
    r"(?:i )?(?:dont|do not|didnae|dinnae) (?:want(?: to| it| this| that)?|wanna)|"
    r"(?:i would |id )?rather not|(?:i am |im )?not (?:going to|gonna)(?: do (?:it|this|that))?|"
    r"just no|please no|no please"
)
_SOFT: Final = r"|sorry|thanks|thank you|please|ok(?:ay)?|and thats (?:it|that|final)|i said|mate|man|again|right now"
_BARE: Final = re.compile(rf"(?:{_NO})(?: (?:{_NO}{_SOFT}))*")
_LONGEST: Final = 80  # characters


def surely(text: str) -> Kind | None:
    """JUST_NO where the whole text is a plain no; None where anything is open."""
    if len(text) > _LONGEST:
        return None
    bare = " ".join(re.findall(r"\w+", text.lower().replace("'", "").replace("’", "")))
    return Kind.JUST_NO if _BARE.fullmatch(bare) else None
