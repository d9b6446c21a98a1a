"""The page of visits on the sample campaign: visits, proposals, obstacles, requests, reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from census_desk.letters.events import Wanted
from census_desk.visits.visit import VisitStatus
from tests.samples.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable


def visits(stage: Stage) -> None:
    """Pendampingan: kunjungan, formulir, kesalahan, lapor di tempat"""
    page = shown(stage)
    held = next(one for one in all_of(stage, "visits") if one.status is VisitStatus.HELD)
    page.show_record(held.id)
    stage.shoot("40-pendampingan")
    page.pane.panel.show_list("follow_ups")
    stage.shoot("40-pendampingan-tindak-lanjut")
    page.held.add_follow_up()
    stage.shoot_dialog("40-pendampingan-tindak-lanjut-baru", lambda: None)
    page.pane.edit()
    stage.shoot("41-pendampingan-formulir")
    page.pane.escape()
    page.pane.panel.show_list("obstacles")
    new_with_problems(stage, page.pane)
    planned = next(one for one in all_of(stage, "visits") if one.held_on.day == 21)
    page.show_record(planned.id)
    page.held.report()
    stage.shoot_dialog("44-pendampingan-lapor", lambda: None, with_mistakes)


def proposals(stage: Stage) -> None:
    """Pendampingan: usulan, kunjungan dari usulan"""
    page = shown(stage)
    page.show_section("proposals")
    stage.shoot("45-pendampingan-usulan")
    page.front.plan()
    stage.shoot_dialog("46-pendampingan-usulan-rencana", lambda: None)


def needs(stage: Stage) -> None:
    """Pendampingan: kendala semua OPD, permintaan bantuan"""
    page = shown(stage)
    obstacle = next(one for one in all_of(stage, "obstacles") if one.people_count == 9)
    page.show_record(obstacle.id)
    stage.shoot("47-pendampingan-kendala")
    page.front.settle()
    stage.shoot_dialog("48-pendampingan-kendala-tuntas", lambda: None)
    request = next(one for one in all_of(stage, "help_requests") if one.answered_on is None)
    page.show_record(request.id)
    stage.shoot("49-pendampingan-permintaan")
    page.front.answer()
    stage.shoot_dialog("49-pendampingan-permintaan-jawab", lambda: None)
    page.show_section("visits")


def event_letters(stage: Stage) -> None:
    """Pendampingan dan Sosialisasi: surat acara, terbitkan ulang"""
    page = shown(stage)
    planned = next(one for one in all_of(stage, "visits") if one.held_on.day == 24)
    page.show_record(planned.id)
    page.pane.panel.letters.presenter.draft(Wanted.ASSIGNMENT)
    page.held.show_letters()
    stage.shoot("49-pendampingan-surat")
    page.pane.panel.show_list("obstacles")
    assert stage.window is not None
    stage.window.message.hide()
    stage.window.go("sessions")
    postponed = next(one for one in all_of(stage, "sessions") if one.status == "ditunda")
    sessions = stage.window.pages["sessions"]
    sessions.show_record(postponed.id)
    sessions._letters.show()
    stage.shoot_dialog("35-sosialisasi-surat", lambda: None)
    dialog = sessions._letters._dialog(postponed.id)
    dialog.show()
    dialog.panel.reissue()
    stage.shoot_dialog("36-sosialisasi-surat-ulang", lambda: None)
    dialog.finish(None)


VISIT_SCENES: tuple[Callable[[Stage], None], ...] = (
    visits,
    proposals,
    needs,
    event_letters,
)


def shown(stage: Stage) -> Any:
    """The page in front."""
    assert stage.window is not None
    stage.window.message.hide()
    stage.window.go("visits")
    stage.settle()
    return stage.window.pages["visits"]


def all_of(stage: Stage, collection: str) -> list[Any]:
    """The records of the sample's window."""
    assert stage.window is not None
    return list(stage.window.register.collection(collection).all())


def new_with_problems(stage: Stage, pane: Any) -> None:
    """A new visit as it begins, then saved with mistakes."""
    pane.presenter.new()
    stage.shoot("42-pendampingan-baru")
    typed = {"purpose": "Pak Joko 3319011234567890", "held_on": "22/02/2020"}
    pane.form.set_texts({**pane.form.texts(), **typed})
    pane._edited("purpose")
    pane.save()
    stage.shoot("42-pendampingan-baru-kesalahan")
    pane.cancel()


def with_mistakes(dialog: Any) -> None:
    """More closed than hindered: the sentence stands under its field."""
    texts = dialog.form.texts()
    closing = next(name for name in texts if name.startswith("close."))
    dialog.form.set_texts(texts | {"attendee_count": "1", "helped_count": "1", closing: "3"})
    dialog.save()
