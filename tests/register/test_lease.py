"""One writer on a share, whatever the clocks of the computers say."""

import random
from datetime import UTC, datetime

import pytest

from census_desk.register import LeaseLost, Register, RegisterInUse, lease
from census_desk.register.lease import LeaseWatch, lease_of, read_holder
from tests.register.conftest import CATALOGUE, an_office, opened, size

SINCE = datetime(2020, 2, 13, 9, 14, tzinfo=UTC)


class Time:
    """A running clock of one computer; what it shows is nobody else's business."""

    def __init__(self, shows: float = 0.0) -> None:
        self.shows = shows

    def __call__(self) -> float:
        return self.shows

    def pass_(self, seconds: float) -> None:
        self.shows += seconds


def a_holder(person="Sari", pc="PC-KEPEG-2"):
    return lease.new_holder(person, pc, "sari", SINCE)


def taken(path, clock, person="Sari"):
    mine = lease.take(path, a_holder(person), clock)
    assert mine is not None
    return mine


def test_a_lease_is_given_to_one(path):
    first = taken(path, Time())

    assert lease.take(path, a_holder("Budi"), Time()) is None
    first.give_up()
    assert lease.take(path, a_holder("Budi"), Time()) is not None


def test_the_holder_is_named_with_his_computer_and_time(path):
    taken(path, Time())

    holder = read_holder(path)

    assert (holder.person, holder.pc, holder.since_text) == ("Sari", "PC-KEPEG-2", "09.14")


def test_a_living_holder_is_never_taken_over(path):
    his, mine = Time(5e9), Time(-3e8)
    held, watch = taken(path, his), LeaseWatch(path, mine)

    for _ in range(50):
        his.pass_(10)
        mine.pass_(10)
        assert held.beat()
        assert lease.take_over(path, a_holder("Budi"), watch, mine) is None


def test_a_silent_holder_is_taken_over_after_a_minute_of_our_own_time(path):
    mine = Time()
    held, watch = taken(path, Time()), LeaseWatch(path, mine)
    watch.look()
    mine.pass_(59)
    assert lease.take_over(path, a_holder("Budi"), watch, mine) is None

    mine.pass_(1)
    new = lease.take_over(path, a_holder("Budi"), watch, mine)

    assert new.is_ours() and not held.is_ours()
    assert not list(path.parent.glob("*.dipakai.*"))


def test_a_computer_back_from_sleep_notices_and_does_not_beat_over_its_successor(path):
    his, mine = Time(), Time()
    held, watch = taken(path, his), LeaseWatch(path, mine)
    watch.look()
    mine.pass_(100)
    new = lease.take_over(path, a_holder("Budi"), watch, mine)
    his.pass_(100)

    assert not held.beat()
    held.give_up()
    assert new.is_ours()


def test_of_two_that_take_over_one_gets_it(path):
    taken(path, Time())
    clocks = [Time(), Time()]
    watches = [LeaseWatch(path, clock) for clock in clocks]
    for clock, watch in zip(clocks, watches, strict=True):
        watch.look()
        clock.pass_(61)

    got = [
        lease.take_over(path, a_holder(name), watch, clock)
        for name, watch, clock in zip("AB", watches, clocks, strict=True)
    ]

    assert [one is not None for one in got] == [True, False]


def test_a_half_written_lease_has_an_unknown_holder_and_dies_like_any_other(path):
    lease_of(path).write_text('{"nonce": "ab')
    clock = Time()
    watch = LeaseWatch(path, clock)

    assert watch.look().person == "?"
    clock.pass_(60)
    assert lease.take_over(path, a_holder(), watch, clock).is_ours()


def test_random_schedules_never_leave_two_that_may_write(path):
    for seed in range(size(120, 10_000)):
        _schedule(path, random.Random(seed))
        for leftover in path.parent.glob("*.dipakai*"):
            leftover.unlink()


def _schedule(path, rng):
    """Three computers, clocks years apart, sleeping, dying, waking, taking over."""
    clocks = [Time(rng.uniform(-3e8, 3e8)) for _ in range(3)]
    watches = [LeaseWatch(path, clock) for clock in clocks]
    held = [None, None, None]
    for _ in range(40):
        one = rng.randrange(3)
        for clock in clocks:
            clock.pass_(rng.choice([1, 5, 10, 30, 61]))
        act = rng.random()
        if held[one] is not None and act < 0.5:
            if not held[one].beat():
                held[one] = None
        elif held[one] is not None and act < 0.6:
            held[one].give_up()
            held[one] = None
        elif held[one] is None:
            watches[one].look()
            held[one] = lease.take_over(path, a_holder(str(one)), watches[one], clocks[one])
        may_write = [h for h in held if h is not None and h.is_ours()]
        assert len(may_write) <= 1


# the register on a share


@pytest.fixture
def shared(path):
    Register.create(path, actor="Sari", catalogue=CATALOGUE).close()
    with opened(path, "Sari", shared=True) as register:
        yield register


def test_the_second_on_a_share_is_told_who_writes_and_may_read(shared, path, monkeypatch):
    office = an_office(shared)

    with pytest.raises(RegisterInUse, match="dipakai oleh Sari di") as caught:
        opened(path, shared=True)
    assert caught.value.holder.person == "Sari"

    with opened(path, shared=True, read_only=True, watch=caught.value.watch) as reader:
        assert reader.offices.all() == (office,)
        assert not reader.can_take_over
        another = an_office(shared, "baru")
        assert reader.refresh().by_other
        assert reader.offices.get(another.id) == another


def test_a_register_taken_over_is_written_by_the_new_holder_only(shared, path):
    clock = Time()
    watch = LeaseWatch(path, clock)
    watch.look()
    with pytest.raises(RegisterInUse):
        opened(path, shared=True, take_over=True, watch=watch)
    clock.pass_(60)

    with opened(path, "Budi", shared=True, take_over=True, watch=watch) as budi:
        with pytest.raises(LeaseLost, match="diambil alih"):
            an_office(shared, "terlambat")
        office = an_office(budi, "sah")
        assert shared.read_only
        shared.refresh()
        assert shared.offices.all() == budi.offices.all() == (office,)


def test_closing_gives_the_register_free(path):
    Register.create(path, actor="Sari", catalogue=CATALOGUE).close()
    opened(path, shared=True).close()

    assert not lease_of(path).exists()
    opened(path, shared=True).close()


def test_a_register_that_does_not_open_leaves_no_lease(path):
    path.write_bytes(b"bukan register" * 100)

    with pytest.raises(Exception, match="bukan register"):
        opened(path, shared=True)
    assert not lease_of(path).exists()


def test_a_dead_process_of_this_computer_is_followed_at_once(path):
    Register.create(path, actor="Sari", catalogue=CATALOGUE).close()
    import platform
    from dataclasses import replace

    dead = replace(a_holder(pc=platform.node()), pid=2**22 + 5)
    lease.take(path, dead)

    with opened(path, shared=True) as register:
        an_office(register)
