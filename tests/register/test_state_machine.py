"""Random clerks against a dictionary: whatever they do in whatever order, the two agree."""

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from census_desk.register import CannotUndo, Register
from tests.register.conftest import CATALOGUE, Office, size

names = st.text("abcdef", min_size=1, max_size=5)


class Crash(Exception):
    """Stands for anything that ends a change in the middle."""


class Clerks(RuleBasedStateMachine):
    """Two open registers on one file, a model of what they hold and of what it was before."""

    @initialize()
    def start(self):
        self.folder = Path(tempfile.mkdtemp(prefix="census-desk-"))
        self.path = self.folder / "kudus.censusdesk"
        self.now = datetime(2020, 2, 13, tzinfo=UTC)
        Register.create(self.path, actor="awal", clock=self.clock, catalogue=CATALOGUE).close()
        self.desks = [self.open(), self.open()]
        self.model = {}
        self.past = []
        self.undone = []
        self.backups = []
        self.moments = []

    def clock(self):
        self.now += timedelta(seconds=1)
        return self.now

    def open(self, load="full"):
        return Register.open(
            self.path,
            actor="Sari",
            clock=self.clock,
            catalogue=CATALOGUE,
            backs_up=False,
            load=load,
        )

    def did(self, before):
        if before != self.model:
            self.past.append(before)
            self.undone.clear()

    @rule(desk=st.integers(0, 1), name=names)
    def add(self, desk, name):
        before = dict(self.model)
        office = Office(id=self.desks[desk].ids(), name=name)
        self.desks[desk].offices.add(office)
        self.model[office.id] = office
        self.did(before)

    @rule(desk=st.integers(0, 1), many=st.lists(names, max_size=6))
    def add_many(self, desk, many):
        before = dict(self.model)
        register = self.desks[desk]
        offices = [Office(id=register.ids(), name=name) for name in many]
        register.offices.add_many(offices)
        self.model.update({office.id: office for office in offices})
        self.did(before)

    @precondition(lambda self: self.model)
    @rule(desk=st.integers(0, 1), which=st.integers(0, 99), name=names)
    def change(self, desk, which, name):
        before = dict(self.model)
        chosen = sorted(self.model)[which % len(self.model)]
        self.model[chosen] = replace(self.model[chosen], name=name)
        self.desks[desk].offices.replace(self.model[chosen])
        self.did(before)

    @precondition(lambda self: self.model)
    @rule(desk=st.integers(0, 1), which=st.integers(0, 99))
    def remove(self, desk, which):
        before = dict(self.model)
        chosen = sorted(self.model)[which % len(self.model)]
        self.desks[desk].refresh()
        self.desks[desk].offices.remove(chosen)
        del self.model[chosen]
        self.did(before)

    @rule(desk=st.integers(0, 1), name=names)
    def fail_in_the_middle(self, desk, name):
        register = self.desks[desk]
        try:
            with register.change("gagal"):
                for office in register.offices.all():
                    register.offices.remove(office.id)
                register.offices.add(Office(id=register.ids(), name=name))
                raise Crash
        except Crash:
            register.refresh()

    @rule(desk=st.integers(0, 1))
    def undo(self, desk):
        try:
            self.desks[desk].undo()
        except CannotUndo:
            assert not self.past
            return
        self.undone.append(dict(self.model))
        self.model = self.past.pop()

    @rule(desk=st.integers(0, 1))
    def redo(self, desk):
        try:
            self.desks[desk].redo()
        except CannotUndo:
            assert not self.undone
            return
        self.past.append(dict(self.model))
        self.model = self.undone.pop()

    @rule(desk=st.integers(0, 1), lazily=st.booleans())
    def reopen(self, desk, lazily):
        self.desks[desk].close()
        self.desks[desk] = self.open("lazy" if lazily else "full")

    @rule(desk=st.integers(0, 1))
    def load_on(self, desk):
        self.desks[desk].load_some(0.5)

    @rule(desk=st.integers(0, 1))
    def back_up(self, desk):
        self.desks[desk].refresh()
        path = self.desks[desk].backup()
        self.backups = [(path, dict(self.model))]

    @precondition(lambda self: self.backups)
    @rule()
    def restore(self):
        path, model = self.backups.pop()
        for desk in self.desks:
            desk.close()
        Register.restore(
            path, self.path, actor="Budi", clock=self.clock, catalogue=CATALOGUE
        ).close()
        self.desks = [self.open(), self.open()]
        self.model = model
        self.past, self.undone, self.moments = [], [], []

    @rule()
    def remember_the_moment(self):
        self.moments.append((self.now, dict(self.model)))

    @precondition(lambda self: self.moments)
    @rule(desk=st.integers(0, 1), which=st.integers(0, 9))
    def look_back(self, desk, which):
        moment, model = self.moments[which % len(self.moments)]
        past = self.desks[desk].as_of(moment)
        assert {office.id: office for office in past.offices.all()} == model

    @invariant()
    def both_desks_show_the_model(self):
        for desk in getattr(self, "desks", ()):
            desk.refresh()
            assert desk.offices.all() == tuple(self.model[key] for key in sorted(self.model))
            assert desk.offices.table.count(lambda document: True) == len(self.model)

    def teardown(self):
        if hasattr(self, "desks"):
            report = self.desks[0].check()
            assert report.ok, report.problems
            for desk in self.desks:
                desk.close()
            shutil.rmtree(self.folder)


TestClerks = Clerks.TestCase
TestClerks.settings = settings(
    max_examples=size(60, 2_000),
    stateful_step_count=size(15, 40),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
