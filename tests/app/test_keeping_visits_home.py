"""Whole visits, taken home and brought into another vault: they go on the same, and what stays away is in force."""

from __future__ import annotations

from pathlib import Path

from tests.adapters.vault.keeping import MINE, in_memory
from tests.app.test_keeping_home_and_back import pages_in, somewhere
from tests.app.walks import LIBRARY, TONIGHT, kept_visit, some_way_in_once, walked
from unforced.app.bounds import PURPOSE, keep_bounds, with_bounds
from unforced.app.bring_back import Brought, bring_back
from unforced.app.kept import go_on, keep
from unforced.app.past import past
from unforced.app.take_home import as_json, as_markdown, pages_of
from unforced.domain.answers import Answers, Never
from unforced.domain.visit import Visit


def test_whole_visits_come_back_sealed_and_as_json_and_go_on_the_same() -> None:
    place = in_memory(Path())
    home = place.begun().inside
    for visit in (*some_way_in_once().values(), *walked()[::901]):
        kept = keep(kept_visit(visit, draft="typed"), home, TONIGHT)
    keep(keep(kept, home, TONIGHT), home, TONIGHT)
    keep(kept, home, TONIGHT)  # from an older window
    sealed = in_memory(Path()).vault().look_into(home.take_home(), MINE).pages
    for pages in (pages_of(as_json(home)), sealed):
        here = somewhere()
        assert bring_back(pages, here) == Brought(new=len(pages_in(home)))
        assert pages_in(here) == pages_in(home) and past(here, LIBRARY) == past(home, LIBRARY)
        assert as_markdown(here, LIBRARY) == as_markdown(home, LIBRARY)
        for name in pages_in(home):
            assert go_on(name, here, TONIGHT).visit == go_on(name, home, TONIGHT).visit


def test_what_stays_away_is_always_in_force_where_it_was_brought() -> None:
    home, here = somewhere(), somewhere()
    keep_bounds(Visit(answers=Answers(never=frozenset({Never.BREATH}))), home)
    assert home.name_of(PURPOSE) != here.name_of(PURPOSE)
    pages = pages_of(as_json(home))
    assert bring_back(pages, here) == Brought(new=1)
    assert with_bounds(Visit(), here).answers.never == {Never.BREATH}
    assert bring_back(pages, here) == Brought(known=1)
    assert bring_back(pages_of(as_json(here)), home) == Brought(known=1)


def test_what_stays_away_here_is_never_replaced_by_what_is_brought() -> None:
    home, here = somewhere(), somewhere()
    keep_bounds(Visit(answers=Answers(never=frozenset({Never.BREATH}))), home)
    keep_bounds(Visit(answers=Answers(never=frozenset({Never.SOUND}))), here)
    pages = pages_of(as_json(home))
    assert bring_back(pages, here) == Brought(new=1, beside=1)
    assert with_bounds(Visit(), here).answers.never == {Never.SOUND}
    assert bring_back(pages, here) == Brought(known=1)
    another = somewhere()
    assert bring_back(pages_of(as_json(here)), another) == Brought(new=2)
    assert with_bounds(Visit(), another).answers.never == {Never.SOUND}, "the copy beside it isn't in force"
