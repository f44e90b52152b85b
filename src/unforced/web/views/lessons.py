"""What was corrected, on the page of what is kept: one line that opens, forgotten there and taken back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from unforced.app.teach import forget, take_back
from unforced.web.memory import Session
from unforced.web.room import room
from unforced.web.views.past import opened
from unforced.web.views.trouble import elsewhere


@require_POST
@opened
def change(request: HttpRequest, session: Session) -> HttpResponse:
    """Forgets all of it, or takes it back."""
    here, choice = room(), request.POST.get("choice", "")
    inside = here.keeper.inside(session)
    if choice == "forget":
        forget(inside, here.keeper.now().toordinal())
    elif choice == "take_back":
        take_back(inside)
        session.note = here.say("app.past.taken_back")
    return elsewhere("/past")
