"""Several processes take numbers from one register at once: no number twice, and no hole."""

import multiprocessing
from datetime import date
from pathlib import Path

from census_desk.letters.ledger.book import Line, book_of
from census_desk.letters.ledger.gaps import holes
from census_desk.letters.ledger.order import twins
from census_desk.letters.ledger.reserving import reserve_block
from census_desk.letters.ledger.taking import take_number
from census_desk.register import Register
from tests.census_desk.builders import DAY
from tests.census_desk.letters.ledger.conftest import CODE, Ground, prepared

DESKS, LETTERS = 3, 12


def number_all(path: Path, letter_ids: list[str], start) -> None:
    """What one desk does: numbers its letters, and holds a block back halfway."""
    with Register.open(path, actor="uji") as register:
        start.wait(timeout=60)
        for place, letter_id in enumerate(letter_ids):
            take_number(register, letter_id, on=DAY, parts=CODE)
            if place == LETTERS // 2:
                reserve_block(register, "Setda", day=DAY, on=DAY, count=3)


def drafts(ground: Ground, day: date) -> list[list[str]]:
    return [[ground.letter(dated_on=day).id for _ in range(LETTERS)] for _ in range(DESKS)]


def test_desks_that_number_at_once_give_no_number_twice_and_leave_no_hole(tmp_path):
    path = tmp_path / "kantor.censusdesk"
    with Register.create(path, actor="uji") as register:
        work = drafts(prepared(register), DAY)
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(DESKS)

    desks = [spawn.Process(target=number_all, args=(path, ids, start)) for ids in work]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join(timeout=120)

    assert [desk.exitcode for desk in desks] == [0] * DESKS
    with Register.open(path, actor="uji") as register:
        rows = register.numbers.all()
        letters = {one.id: one for one in register.letters.all()}
        used = [one for one in rows if one.letter_id]
        assert sorted(one.sequence for one in rows) == list(range(1, DESKS * (LETTERS + 3) + 1))
        assert twins(rows) == []
        assert {one.letter_id: one.text for one in used} == {
            one: letters[one].number for ids in work for one in ids
        }
        book = book_of(register.books.all(), "Setda")
        unexplained = holes(book, Line(series="Setda", year=2020), rows)
        assert {hole.kind for hole in unexplained} == {"cadangan"}
