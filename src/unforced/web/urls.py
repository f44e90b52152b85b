"""Every address there is. A GET changes nothing anywhere."""

from __future__ import annotations

from django.urls import path

from unforced.web.views import front, helping, trouble, visits

urlpatterns = [
    path("", front.front, name="front"),
    path("start", front.start, name="start"),
    path("leave", front.leave, name="leave"),
    path("blank", front.blank, name="blank"),
    path("alive", front.alive, name="alive"),
    path("visits", visits.begin, name="begin"),
    path("visits/<str:visit_id>", visits.visit, name="visit"),
    path("visits/<str:visit_id>/region", visits.region, name="region"),
    path("help", helping.help_page, name="help"),
    path("why/<str:name>", helping.why, name="why"),
]
handler404 = trouble.missing
handler400 = trouble.unusable
handler500 = trouble.broken
