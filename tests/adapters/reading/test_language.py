"""Whether a text can be read as English: other languages and code never pass, terse and misspelt English does."""

from __future__ import annotations

from functools import cache

import pytest

from unforced.adapters.reading.language import Vocabulary, unread
from unforced.adapters.reading.weighed import Learnt

ELSEWHERE = {
    "German": (
        "Ich habe das nicht verdient",
        "mein Kopf sagt immer nein, wenn ich nett zu mir bin",
        "Lass mich in Ruhe",
    ),
    "Dutch": ("Ik voel me zo leeg en moe", "een stem zegt dat ik het niet waard ben"),
    "French": ("Je ne le mérite pas", "ma gorge se serre et je ne ressens plus rien", "laisse moi tranquille"),
    "Spanish": ("No me lo merezco", "una voz me dice que soy inútil", "siento un nudo en el pecho"),
    "Portuguese": ("Não mereço isso", "sinto um aperto no peito e choro muito"),
    "Italian": ("Non me lo merito", "una voce mi dice che non valgo niente"),
    "Polish": ("Nie zasługuję na to", "czuję się winna i nie umiem inaczej"),
    "Turkish": ("Bunu hak etmiyorum", "kendime iyi davranamıyorum, çok zor"),
    "Finnish": ("En ansaitse sitä", "minä olen vain niin väsynyt"),
    "Swedish": ("Jag förtjänar det inte", "det känns som en vägg i mig"),
    "Indonesian": ("Saya tidak pantas untuk itu", "aku tidak bisa merasakan apa yang ada"),
    "Swahili": ("Sistahili hata kidogo", "moyo wangu unauma sana kwa sababu yangu"),
    "Hindi in Latin letters": ("main iske layak nahi hoon", "mujhe kuch mehsoos nahi hota"),
    "Vietnamese": ("Tôi không xứng đáng với điều đó",),
    "Russian": ("Я этого не заслуживаю",),
    "Chinese": ("我不配得到这些",),
    "Japanese": ("私にはその価値がない",),
    "Arabic": ("أنا لا أستحق ذلك",),
    "Hebrew": ("אני לא ראוי לזה",),
    "Greek": ("Δεν το αξίζω",),
}
CODE = (
    "def kind(self): return None",
    "for (int i = 0; i < n; i++) { total += a[i]; }",
    "SELECT * FROM visits WHERE id = 7;",
    '{"id": 4, "text": "no"}',
    '<div class="soft">hello</div>',
    "import os; print(os.environ)",
    "x = [n for n in range(9)]",
)
NO_WORDS = ("😭😭😭😭🫠", "!!!! ???", "12345 67", "qwertz", "asdf jkl sdfg", "...", "👍")
ENGLISH = (
    "no",
    "nope",
    "idk",
    "cant do it",
    "dont wanna",
    "i dnt no how 2 b nice 2 myself",
    "feels fake tbh",
    "cannae dae it, ma heid's mince",
    "ah dinnae ken how",
    "mi cyaan bother wid dat",
    "abeg leave me, I no fit",
    "finna just lay here ngl",
    "me jaw's gone solid again so it has",
    "its jus not me like",
    "Who do I think I am.",
    "log kya kahenge, that is the whole thing",
    "my abuela would never allow it",
    "schadenfreude at my own expense, mostly",
    "tight. chest. again",
    "😭 i cant 😭",
    "I see a café and I think, not for me",
    "everything's numb",
    "THE SERGEANT IS SHOUTING AT ME",
    "perfectly ordinary Tuesday, thanks",
    "It said: 'you again?' and then nothing.",
    "i give it 5/10 (being kind) lol <3",
)


@cache
def vocabulary() -> Vocabulary:
    """The words of the file that is shipped."""
    return Vocabulary(Learnt().weighed.lines)


@pytest.mark.parametrize("language", ELSEWHERE)
def test_another_language_never_passes(language: str) -> None:
    assert [text for text in ELSEWHERE[language] if unread(text, vocabulary()) != "language"] == []


@pytest.mark.parametrize("text", [*CODE, *NO_WORDS])
def test_code_and_what_has_no_words_never_pass(text: str) -> None:
    assert unread(text, vocabulary()) == "language"


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_nothing_is_empty(text: str) -> None:
    assert unread(text, vocabulary()) == "empty"


@pytest.mark.parametrize("text", ENGLISH)
def test_terse_misspelt_and_dialect_english_passes(text: str) -> None:
    assert unread(text, vocabulary()) == ""


def test_whoever_knows_no_words_reads_nothing_but_what_holds_english_together() -> None:
    nobody = Vocabulary(())
    assert unread("chest locks gremlin", nobody) == "language"
    assert unread("it is not for me", nobody) == ""
