"""Where one state of the guide ends and the next begins.

These are cautious defaults of ours, not validated cut-offs. No clinician has signed them.
They live here and nowhere else; guide.md §3 and §5 say what each is for.
"""

LOW_PRESENCE = 1  # 0..4: at or below, only outward
HERE = 3  # 0..4: from here on, inward and curious things may be offered
INWARD_PRESENCE = 2  # 0..4: below, or unknown, nothing inward

DISTRESS_TOO_MUCH = 8  # 0..10
DISTRESS_UNBEARABLE = 10
DISTRESS_ROOM = 6  # 0..10: at or below, answered, there is room to turn toward what says no
DISTRESS_RISE = 2  # points: a rise that ends inward work, or shows that kindness came too near

FIRM = 3  # 0..4: a no that is only acknowledged
CLEAR = 2  # 0..4: a no with which *warm* stays closed
BLENDED = 3  # 0..4: a voice that is nearly everything
PLAIN_TRUTH = 4  # 0..4: a voice that stands as plain truth
AGAINST = -1  # -3..3: at or below, somebody is fed up with it or frightened of it
FLAT = 0
CURIOUS = 1
UNDERSTANDING = 2

EASED_BODY = frozenset({-1, 0, 1})  # arousal with which breath, touch and muscles may be offered

INWARD_AT_A_TIME = 90  # seconds
OUTWARD_AFTER = 20  # seconds, at least, before anything inward again
INWARD_A_VISIT = 180  # seconds
BREATH_IN_TOO_MUCH = 60  # seconds
SMALL = 20  # seconds: the most when nothing is left, and the length of a moment

REFUSALS = 2  # of a family end it for the visit
USES_LOOKED_AT = 3
WORSE_OF_THEM = 2  # put a practice away
PRESENCE_ASKED = 2  # times without change, then no more questions
