"""Rencana: the wizard, the search, the plan in every look, one line, what is hit and mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from census_desk import sample
from census_desk.sessions.facilitator import Leave
from census_desk.sessions.planning.settings import planning_rules_of, set_rules
from tests.census_desk.sessions.planning.campaign import empty_calendar
from tests.samples.stage import SAMPLE_DAY, Stage

TRIES = 1_500  # the same plan in every picture
STEPS = ("time", "who", "teams", "places", "balance", "search")
LOOKS = ("list", "teams", "changes")
DAY = date(2020, 3, 4)
SHORT_UNTIL = date(2020, 3, 20)


def plan_wizard(stage: Stage) -> None:
    """Rencana: keenam langkah, formulir kelompok dan tim"""
    path = stage.home / "rencana.censusdesk"  # a sample of its own, its calendar empty
    register = sample.create(path, actor="Sri Hastuti Wulandari")
    empty_calendar(register)
    stage.open(register, today=SAMPLE_DAY)
    pane = _planner(stage)
    for place, step in enumerate(STEPS, 1):
        pane.wizard.show(step)
        stage.shoot(f"45-rencana-langkah-{place}")
    pane.wizard.show("who")
    pane.wizard.edit()
    stage.shoot_dialog("45-rencana-kelompok", lambda: None)
    pane.wizard.show("teams")
    stage.shoot_dialog("45-rencana-bentuk-tim", pane.wizard.asking.teams)
    stage.shoot_dialog("45-rencana-tim", lambda: pane.wizard.edit())


def plan_found(stage: Stage) -> None:
    """Rencana: mencari, kalender menurut tim, daftar, beban, perubahan, mengapa, ulang"""
    pane = _planner(stage)
    stage.preferences.set("planner.tries", None)
    stage.preferences.set("planner.seconds", 60)
    pane.search()
    stage.settle(lambda: pane.searching.is_running and "dari" in pane.searching._words.cget("text"))
    stage.shoot("46-rencana-mencari")
    pane.escape()
    stage.settle(lambda: pane.in_result)
    stage.preferences.set("planner.seconds", None)
    stage.preferences.set("planner.tries", TRIES)
    _search(stage, pane)
    pane.result.use("calendar")
    pane.result.month.choose(DAY)
    stage.shoot("46-rencana-kalender")
    for look in LOOKS:
        pane.result.show_look(look)
        stage.shoot(f"46-rencana-{look}")
    pane.result.show_look("list")
    told = lambda dialog: stage.settle(lambda: dialog.rows.model.count)  # noqa: E731
    stage.shoot_dialog("46-rencana-mengapa", pane.lines.why, told)
    stage.shoot_dialog("46-rencana-pindahkan", pane.lines.ask_move)
    stage.shoot_dialog("46-rencana-larang", pane.lines.ask_forbid)
    stage.shoot_dialog("46-rencana-ulang", pane.ask_again)
    stage.shoot_dialog("46-rencana-terima", lambda: pane.deeds.accept())


def plan_short(stage: Stage) -> None:
    """Rencana: yang tidak mendapat jadwal, sebabnya, jalan keluarnya"""
    pane = _planner(stage)
    register = pane.workplace.register
    rules = planning_rules_of(register)
    set_rules(register, replace(rules, last_on=SHORT_UNTIL))
    _search(stage, pane)
    pane.result.show_look("missing")
    stage.shoot("47-rencana-tanpa-tempat")
    set_rules(register, replace(planning_rules_of(register), last_on=rules.last_on))
    _search(stage, pane)
    pane.result.use("calendar")


def plan_mended(stage: Stage) -> None:
    """Rencana: diterima, cuti yang menyusul, perbaikan"""
    pane = _planner(stage)
    assert stage.window is not None
    register = stage.window.register
    version = pane.front.version
    stage.window.confirm = lambda question, **more: True  # type: ignore[method-assign]
    pane.workplace.confirm = stage.window.confirm
    pane.deeds.accept()
    stage.settle()
    pane.result.use("calendar")
    stage.shoot("47-rencana-diterima")
    line = next(one for one in version.lines if one.on.month == 3)
    team = register.planning_teams.get(line.team_id)
    for one in team.facilitator_ids:
        person = register.facilitators.get(one)
        leave = (*person.leave, Leave(first=line.on, last=line.on, reason="sakit"))
        register.facilitators.replace(replace(person, leave=leave))
    stage.settle()
    stage.shoot("47-rencana-terkena")
    before = register.plan_versions.count()
    pane.repair()
    stage.settle(lambda: register.plan_versions.count() > before)
    stage.settle(lambda: pane.in_result)
    pane.result.show_look("changes")
    stage.shoot("47-rencana-perbaikan")
    stage.preferences.set("planner.tries", None)
    pane.result.use("calendar")


PLAN_SCENES = (plan_wizard, plan_found, plan_short, plan_mended)


def _search(stage: Stage, pane: Any) -> None:
    before = stage.window.register.plan_versions.count() if stage.window else 0
    pane.begin()
    pane.search()
    stage.settle(lambda: pane.workplace.register.plan_versions.count() > before)
    stage.settle(lambda: pane.in_result)
    assert stage.window is not None
    stage.window.message.hide()


def _planner(stage: Stage) -> Any:
    assert stage.window is not None
    stage.window.message.hide()
    stage.window.go("sessions")
    page = stage.window.pages["sessions"]
    page._use("planner")
    stage.settle()
    return page.planner
