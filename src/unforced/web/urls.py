"""Every address there is. A GET changes nothing anywhere."""

from __future__ import annotations

from django.urls import path

from unforced.web.views import (
    first_time,
    front,
    handover,
    helping,
    home,
    inner_map,
    inner_map_part,
    inner_map_place,
    inner_map_telling,
    inner_map_ties,
    keeping,
    met_on_map,
    moments,
    over_time,
    past,
    trouble,
    unlocking,
    visits,
)

urlpatterns = [
    path("", front.front, name="front"),
    path("start", front.start, name="start"),
    path("leave", front.leave, name="leave"),
    path("blank", front.blank, name="blank"),
    path("alive", front.alive, name="alive"),
    path("visits", visits.begin, name="begin"),
    path("visits/<str:visit_id>", visits.visit, name="visit"),
    path("visits/<str:visit_id>/draft", visits.draft, name="draft"),
    path("visits/<str:visit_id>/decide", keeping.decide, name="decide"),
    path("visits/<str:visit_id>/region", visits.region, name="region"),
    path("visits/<str:visit_id>/moments", moments.keep, name="keep_moments"),
    path("moments", moments.everything, name="moments"),
    path("parts", inner_map.whole, name="inner_map"),
    path("parts/new", inner_map_telling.new, name="new_part"),
    path("parts/between", inner_map_ties.between, name="between"),
    path("parts/between/<str:token>", inner_map_ties.tie_between, name="tie"),
    path("parts/between/<str:token>/over-time", over_time.of_tie, name="tie_over_time"),
    path("parts/<int:key>/over-time", over_time.of_part, name="over_time"),
    path("parts/<int:key>", inner_map_part.one, name="part"),
    path("parts/<int:key>/between", inner_map_ties.between, name="between_it"),
    path("parts/<int:key>/join", inner_map_part.joining, name="join"),
    path("parts/<int:key>/where", inner_map_place.where, name="where"),
    path("parts/<int:key>/<str:field>", inner_map_telling.telling, name="telling"),
    path("help", helping.help_page, name="help"),
    path("help/region", helping.choose_region, name="help_region"),
    path("keep/<str:visit_id>", first_time.first_time, name="first_time"),
    path("unlock", unlocking.unlock, name="unlock"),
    path("recover", unlocking.recover, name="recover"),
    path("passphrase", unlocking.passphrase, name="passphrase"),
    path("lock", unlocking.lock, name="lock"),
    path("past", past.everything, name="past"),
    path("past/mend", past.mend, name="mend"),
    path("past/<str:name>/map/<int:which>", met_on_map.meeting, name="met_on_map"),
    path("past/<str:name>", past.one, name="one"),
    path("home", home.home, name="home"),
    path("home/take", home.take, name="take"),
    path("home/bring", home.bring, name="bring"),
    path("sheet", handover.choose, name="sheet"),
    path("sheet/page", handover.page, name="sheet_page"),
    path("sheet/take", handover.take, name="sheet_take"),
    path("everything", home.everything, name="everything"),
    path("why/<str:name>", helping.why, name="why"),
]
handler404 = trouble.missing
handler400 = trouble.unusable
handler500 = trouble.broken
