"""Any visit at all: whatever is tapped, written or forged, MOVES holds, the screen renders, and there is a way out."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.people import some_way_in
from tests.readers import Names
from unforced.adapters.library import FileLibrary
from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.deeds.arriving import MEMORY_CHIP
from unforced.domain.states import STATES
from unforced.domain.visit import MOVES, Deed, Phase, Reply, Visit

LIBRARY = FileLibrary()
WRITTEN = st.sampled_from(
    [
        "",
        "   ",
        "no",
        "it keeps me going",
        "I want to kill myself tonight",
        "I can't do this any more, everyone would be better off without me",
        "لا 🌧 \x1b[2J {noun}",
        "\x00\x00",
        "no " * 9_000,
    ]
)
BEGINNINGS = some_way_in(LIBRARY.shelf)
ON_EVERY_SCREEN = {Deed.HELP, Deed.NOTHING, Deed.SOMETHING_ELSE, Deed.STOP}


def named(reply: Reply) -> tuple[str, ...]:
    """The chips that were ticked."""
    return tuple(map(str, reply.value)) if isinstance(reply.value, tuple) else ()


class AnyVisit(RuleBasedStateMachine):
    """One visit through the app layer, as any surface would take it."""

    def __init__(self) -> None:
        super().__init__()
        self.visit: Visit = arrive()

    @initialize(name=st.sampled_from(sorted(BEGINNINGS)))
    def somebody_has_come_some_way(self, name: str) -> None:
        self.visit = BEGINNINGS[name]

    @property
    def view(self) -> View:
        """The screen now."""
        return show(self.visit, LIBRARY, "GB")

    def respond(self, reply: Reply, raw: str = "") -> None:
        """One turn, which has to lead where MOVES says it can."""
        declared = MOVES[self.visit.phase].get(reply.deed, ())
        after = respond(self.visit, reply, LIBRARY, raw=raw, turn=self.visit.turn, reader=Names("edge", "tense"))
        assert after.phase in declared, f"{self.visit.phase} {reply.deed} {after.phase}"
        assert after.turn == self.visit.turn + 1
        if reply.deed is Deed.CHOOSE:  # only what was ticked is ever an answer
            assert {str(kind) for kind in after.answers.kinds} == set(named(reply)) - {MEMORY_CHIP}
        self.visit = after

    @rule(which=st.integers(0, 119))
    def somebody_taps_anything_on_the_screen(self, which: int) -> None:
        view = self.view
        choices = view.choices + view.beside if which % 5 else view.controls[:-1]
        if choices:
            self.respond(choices[which // 5 % len(choices)].reply)

    @rule()
    def somebody_takes_what_stands_first(self) -> None:
        if self.view.choices:
            self.respond(self.view.choices[0].reply)

    @rule(written=WRITTEN, picked=st.sets(st.integers(0, 15), max_size=3))
    def somebody_sends_what_they_wrote_or_chose(self, written: str, picked: set[int]) -> None:
        view = self.view
        if view.send is None:
            return
        chosen = [view.choices[number].reply.value for number in sorted(picked) if number < len(view.choices)]
        names = tuple(name for value in chosen if isinstance(value, tuple) for name in value)
        reply = view.send._replace(value=names) if view.several else view.send
        self.respond(reply, written if view.field else "")

    @rule(deed=st.sampled_from(Deed))
    def a_second_tap_from_an_older_screen_does_nothing(self, deed: Deed) -> None:
        before = self.visit
        assert respond(before, Reply(deed), LIBRARY, turn=before.turn - 1) is before

    @invariant()
    def the_screen_renders_and_can_be_left(self) -> None:
        view = self.view
        texts = [*view.said, view.question, view.hint, view.field, *(c.label for c in view.every())]
        assert view.said or view.question
        assert all(isinstance(text, str) for text in texts)
        assert view.state in {state.name for state in STATES}
        if self.visit.phase is Phase.CLOSED:
            assert not (view.question or view.choices or view.field)
            return
        assert {choice.reply.deed for choice in view.controls} >= ON_EVERY_SCREEN
        assert respond(self.visit, Reply(Deed.STOP), LIBRARY).phase is Phase.CLOSED

    @invariant()
    def everything_on_the_screen_has_a_place_and_a_name_of_its_own(self) -> None:
        view = self.view
        assert all(choice.reply.deed in MOVES[self.visit.phase] for choice in view.every())
        tokens = [choice.token for choice in view.every()]
        assert all(view.find(token) is not None for token in tokens)


AnyVisit.TestCase.settings = settings(max_examples=40, stateful_step_count=40)
test_any_visit = AnyVisit.TestCase
