"""Who speaks in a text: the critic itself, a person about themselves, or a person to a part. Plain rules.

Promise: an answer only where the text has the form of one of them; otherwise None, which is an honest answer.

Rules:
- Said to *you*, kindly or firmly, as one speaks to a part ("I see you, you can stay"): TO_PART.
- Said to *you*, as scorn, or as an order or question that belittles: CRITIC. What is told *about* somebody isn't.
- Anything else with an I in it, or without a you: SELF, since that is what people mostly write.
"""

from __future__ import annotations

import re
from typing import Final

from unforced.domain.reading import Speaker

_LOOKED_AT: Final = 1000  # characters
_TO_PART: Final = re.compile(
    r"\bi (?:can )?(?:see|hear|know|get|understand|feel|notice) (?:you|ya|u|why you|what you)(?:r|re)?\b"
    r"|\byou (?:can|may|could|are allowed to|dont (?:have|need) to|re allowed to) (?:\w+ )?"
    r"(?:stay|rest|sit|stop|go|relax|stand|put|be here|come|do (?:this|it|that)|shout|worry|protect|guard|leave)\b"
    r"|\b(?:thank you|thanks|cheers|ta) (?:for|but|mate|old)\b|\bi(?:m| am) "
    r"(?:here with|not going to fight|listening)\b"
    r"|\b(?:shut up|pack it in|give (?:me|us) (?:a|some|five|ten)|let me|leave me|back off|go sit|sit down|settle|easy|"
    r"calm down|step back|pipe down|quiet|hush|wheesht|stop shouting|stop it) ?(?:\w+ ){0,3}"
    r"(?:will you|would you|will ya|"
    r"please|you|now|alone|be|have this|have it|a minute|minutes?|love|mate|pal)\b"
    r"|^(?:okay|ok|right|all right|alright|hey|hello|look|listen|oi|come here|come on|dear|so)(?: then)?,? "
    r"(?:you|little|old|love|mate|pal|wee|my|big)\b"
    r"|\bwhat (?:do you need|are you (?:afraid|scared|protecting|trying))\b|\byou(?: ha)?ve (?:worked|been (?:guarding|"
    r"working|carrying|protecting|keeping|at it))\b|\bwe (?:can|could|are (?:safe|ok)|both)\b"
)
_SCORN: Final = (
    r"(?:useless|pathetic|stupid|idiot|idiotic|lazy|worthless|fat|ugly|fraud|failure|loser|waste|disgrace|joke|"
    r"burden|selfish|thick|dumb|disgusting|coward|clown|fool|eejit|muppet|melter|moron|liar|embarrassment|"
    r"disappointment|mess|ungrateful|dramatic|needy|spoiled|spoilt|hopeless|rubbish|ridiculous|cow|rat|"
    r"robot|pig|crybaby|dumbo|thief|useless lump|baby|drama queen|princess|hypocrite|parasite|dog|sook|wimp)"
)
_CRITIC: Final = re.compile(
    rf"\byou(?:re| are|r)? (?:\w+ ){{0,3}}{_SCORN}\b|\byou {_SCORN}\b"
    r"|^(?:what an?|such an?|stupid|look at|state of) \w+"
    rf"|\bwho do (?:you|ya|u) think\b|\b(?:dont you dare|how dare you|pull yourself|get over yourself|grow up|man up|"
    rf"toughen up|get up|catch yourself on|try harder|call yourself|and you call|what did you expect|"
    rf"what is wrong with you|"
    rf"whats wrong with you|serves you right|you (?:always|never|cant even|couldnt even|had one job|should have|"
    rf"shouldve|"
    rf"dont deserve|dont get to|will never|ll never|only|still cant|were never))\b"
)
_ATTACK: Final = re.compile(
    rf"\b{_SCORN}\b|^{_SCORN}|\bwhat is the use of you\b|\byou absolute\b|^(?:state|look) (?:of|ae|at|pon) "
)
_I: Final = re.compile(r"\b(?:i|im|ive|id|ill|my|me|mine|myself|meself)\b")
_YOU: Final = re.compile(r"\b(?:you|your|youre|yourself|ya|u|yow|ye)\b")
_TOLD: Final = re.compile(
    r"\b(?:it|he|she|they|voice|brain|head|mind|something|somebody|mother|mum|mam|mom|dad|father|boss|teacher|part|bit|"
    r"side|one) (?:\w+ ){0,2}(?:say|says|said|goes|went|tells|told|calls|called|starts|like|shouts|asks|"
    r"keeps|is like)\b"
)


def speaker_of(text: str) -> Speaker | None:
    """Who speaks, where the text's form says so."""
    plain = text[:_LOOKED_AT].lower().replace("'", "").replace("’", "").strip()
    told, to_you = bool(_TOLD.search(plain)), bool(_YOU.search(plain))
    if not told and _TO_PART.search(plain):
        return Speaker.TO_PART
    of_self = bool(_I.search(plain))
    if not told and not of_self and (_CRITIC.search(plain) or (to_you and _ATTACK.search(plain))):
        return Speaker.CRITIC
    return Speaker.SELF if of_self or (not to_you and " " in plain) else None
