"""The words that hold a language together: of English, and of the languages that are written in the same letters.

They are few on purpose; nothing but `language.py` asks for them.
"""

from __future__ import annotations

from typing import Final

_HELD = """
a about after again all am an and any are as at be because been before being but by can cannot could did do does
done dont down each even ever every few for from get go got had has have he her here hers him his how i if ill im in
into is isnt it its ive just know like made make many may me might mine more most much must my myself never no not
nothing now of off oh on once one only or other our out over own people please put said same say see she should so
some such take than that thats the their them then there these they thing think this those though through time to
today too two u under until up us very want was wasnt we well were what when where which while who why will with
wont would yes yet you your yourself hello hi hey thanks thank okay ok feel feeling good bad day work home kind
kindness self aint gonna wanna cause cos idk tbh ngl lol rn tho wee aye nae cannae dinnae didnae wisnae yer wi ma
masel haud gie cyaan wid mek seh weh pon unnu dey dem dat di fi nuh mi yuh abeg o wetin fit una ya y'all yall finna
"""
_BOTH = """
a to on in an was so men o i no me ma mi di si u as do ni die hat war am also man we he den dan se co sa ya na dem
dat mam ale til wat hun ole ve
go one come sole more male fine pour but car sans plus or son tout tan van ben main ne er per te la is kan care ko
"""
_ELSEWHERE = """
der das und nicht ich ist ein eine mir mich zu auf mit sich auch wenn wie aber für sie es wir von kein ik het een
niet dat mijn mij voor als maar heb wat naar zijn wordt ook
je le les des une est pas que qui moi mon mes dans avec suis très c'est jai cest rien et un el los las una en por
para con yo muy pero nada soy estoy esto eso lo como não nao eu um uma meu minha em mas isso estou sou muito é il
che non sono mio mia della del gli anche questo nu sunt și este
nie się jest jestem mnie że ze ale tak jak mam czy już jsem není neni že bych bir bu çok cok değil degil için icin
ve beni bana kendime ole että etta ja mutta minä mina olen nem az és egy vagyok hogy magam csak
jag och inte är att det som på för mig har jeg ikke og til meg av så saya tidak yang untuk dengan ini itu aku diri
mimi sina kwa yangu hapana tôi không và là của cho toi khong ako hindi ang ng mga
mein hai nahi nahin mujhe ke ki ka aur khud bahut hoon hun kya
"""

HELD: Final = frozenset(_HELD.split())
"""Words that hold English together, some of its dialects among it."""
BOTH: Final = frozenset(_BOTH.split())
"""Words of another language that are words of some English too: they say nothing."""
ELSEWHERE: Final = frozenset(_ELSEWHERE.split()) - BOTH
"""Words that hold German, Dutch, French, Spanish, Portuguese, Italian, Romanian, Polish, Czech, Turkish, Finnish,
Hungarian, Swedish, Danish, Norwegian, Indonesian, Swahili, Vietnamese, Tagalog, or Hindi in Latin letters together."""
