from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tinydb import TinyDB

from census_desk.register import BackupFailed, CannotRestore, Register
from census_desk.register.backups import sentence_of_age
from census_desk.register.retention import kept
from tests.register.conftest import CATALOGUE, an_office, opened


@pytest.fixture
def kept_open(path, clock):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        yield register


def test_a_backup_is_a_register_of_its_own_with_the_same_content(kept_open):
    an_office(kept_open)

    made = kept_open.backup()

    (backup,) = kept_open.backups()
    assert (backup.path, backup.good, backup.records, backup.rev) == (made, True, 1, 2)
    with opened(made, read_only=True) as copy:
        assert copy.offices.all() == kept_open.offices.all()
    assert kept_open.last_backup_at is not None


def test_the_first_backup_of_a_day_comes_with_json_that_stock_tinydb_opens(kept_open, clock):
    an_office(kept_open)
    kept_open.backup()
    kept_open.backup()
    clock.now += timedelta(days=1)
    kept_open.backup()

    copies = sorted(kept_open.backup_folder.glob("*.json"))

    assert len(copies) == 2
    with TinyDB(copies[0]) as stock:
        assert stock.table("offices").all() == kept_open.offices.table.all()


def test_every_fifty_commits_make_a_backup(kept_open):
    for number in range(49):
        an_office(kept_open, str(number))
    assert kept_open.backups() == []

    an_office(kept_open, "ke-50")

    assert [backup.rev for backup in kept_open.backups()] == [51]


def test_closing_makes_a_backup_when_something_changed_only(path, clock):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        an_office(register)
    with Register.open(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        assert len(register.backups()) == 1
    with Register.open(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        an_office(register)
    with Register.open(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        assert [backup.rev for backup in register.backups()] == [3, 2]


def test_short_openings_share_a_backup_until_it_is_old_enough(path, clock):
    spaced = {"clock": clock, "catalogue": CATALOGUE, "backs_up": timedelta(minutes=10)}
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        an_office(register)
    for _command in range(3):
        clock.now += timedelta(minutes=1)
        with Register.open(path, actor="Sari", **spaced) as register:
            an_office(register)
            assert [backup.rev for backup in register.backups()] == [2]

    clock.now += timedelta(minutes=10)
    with Register.open(path, actor="Sari", **spaced) as register:
        assert [backup.rev for backup in register.backups()] == [5, 2]


def test_opening_makes_the_backup_that_is_missing(path, clock):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        an_office(register)
    for backup in register.backups():
        backup.path.unlink()

    with Register.open(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        assert [backup.rev for backup in register.backups()] == [2]


def test_a_second_place_gets_the_same_file(kept_open, tmp_path):
    kept_open.second_backup_folder = tmp_path / "stik"
    an_office(kept_open)

    made = kept_open.backup()

    assert (tmp_path / "stik" / made.name).read_bytes() == made.read_bytes()


def test_a_backup_that_cannot_be_made_is_told_and_the_saves_go_on(kept_open, tmp_path):
    blocked = tmp_path / "berkas"
    blocked.write_text("bukan folder")
    kept_open.backup_folder = blocked / "cadangan"
    with pytest.raises(BackupFailed, match="Cadangan gagal"):
        kept_open.backup()

    for number in range(55):
        an_office(kept_open, str(number))

    assert kept_open.offices.count() == 55
    assert "Cadangan gagal" in kept_open.keeper.problem


def test_a_rotten_backup_is_known_as_such(kept_open):
    an_office(kept_open, "Dinas Sosial")
    made = kept_open.backup()
    content = made.read_bytes()
    made.write_bytes(content.replace(b"Dinas Sosial", b"Dinas Sosjal"))

    assert not kept_open.backups()[0].good


# which stay


def test_the_ten_newest_stay():
    start = datetime(2020, 2, 13, 8, tzinfo=UTC)
    moments = [start + timedelta(minutes=n) for n in range(25)]

    assert kept(moments) == set(moments[-10:])


def test_the_last_of_each_of_thirty_days_and_twelve_months_stay():
    start = datetime(2019, 1, 1, 8, tzinfo=UTC)
    moments = [start + timedelta(hours=12 * n) for n in range(2 * 500)]

    stay = kept(moments)

    days = {moment.date() for moment in stay}
    newest = sorted({moment.date() for moment in moments})[-30:]
    assert set(newest) <= days
    assert len({(m.year, m.month) for m in stay}) == 12
    assert len(stay) == len(days) + 5
    assert max(moments) in stay


def test_what_may_go_goes_with_its_json(kept_open, clock):
    for _day in range(60):
        clock.now += timedelta(days=1)
        an_office(kept_open)
        kept_open.backup()

    names = {backup.path.stem for backup in kept_open.backups()}
    copies = {path.stem for path in kept_open.backup_folder.glob("*.json")}

    assert len(names) == 31
    assert copies <= names


def test_the_age_of_the_last_backup_is_said_in_words():
    now = datetime(2020, 2, 21, 9, tzinfo=UTC)

    assert sentence_of_age(None, now) == "Belum ada cadangan."
    assert "hari ini pukul 08.30" in sentence_of_age(datetime(2020, 2, 21, 8, 30, tzinfo=UTC), now)
    assert "3 hari lalu" in sentence_of_age(now - timedelta(days=3), now)


# back again


def test_restoring_brings_the_backup_back_and_keeps_the_old_file(path, clock):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        office = an_office(register)
        backup = register.backup()
        register.offices.remove(office.id)

    with Register.restore(backup, path, actor="Budi", clock=clock, catalogue=CATALOGUE) as back:
        assert back.offices.all() == (office,)
        step = back.history(limit=1)[0]
        assert (step.kind, step.actor, step.final) == ("restore", "Budi", True)
        assert backup.name in step.what
        assert back.check().ok
    aside = path.with_name(path.name + ".sebelum-pulih")
    with opened(aside, read_only=True) as old:
        assert old.offices.all() == ()


def test_restoring_twice_keeps_both_old_files(path, clock):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        an_office(register)
        backup = register.backup()
    for _ in range(2):
        Register.restore(backup, path, actor="Budi", clock=clock, catalogue=CATALOGUE).close()

    assert path.with_name(path.name + ".sebelum-pulih").exists()
    assert path.with_name(path.name + ".sebelum-pulih-2").exists()


def test_a_journal_of_the_old_file_never_meets_the_restored_one(path, clock):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        an_office(register)
        backup = register.backup()
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"sisa simpan lama")
    path.unlink()

    Register.restore(backup, path, actor="Budi", clock=clock, catalogue=CATALOGUE).close()

    assert not journal.exists()
    assert path.with_name(journal.name + ".sebelum-pulih").read_bytes() == b"sisa simpan lama"


def test_a_rotten_backup_is_not_restored_and_the_register_stays(path, clock):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        office = an_office(register, "Dinas Sosial")
        backup = register.backup()
    backup.write_bytes(backup.read_bytes().replace(b"Dinas Sosial", b"Dinas Sosjal"))

    with pytest.raises(CannotRestore, match="tidak dapat dipakai"):
        Register.restore(backup, path, actor="Budi", clock=clock, catalogue=CATALOGUE)

    with opened(path) as register:
        assert register.offices.all() == (office,)


def test_restoring_under_an_open_register_is_noticed_by_it(path, clock):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        office = an_office(register)
        backup = register.backup()
        Register.restore(backup, path, actor="Budi", clock=clock, catalogue=CATALOGUE).close()

        register.refresh()

        assert "berganti" in register.read_only_reason
        assert register.offices.all() == (office,)


def test_the_newest_backup_restores_to_what_was_there(path, clock, tmp_path):
    with Register.create(path, actor="Sari", clock=clock, catalogue=CATALOGUE) as register:
        for number in range(5):
            office = an_office(register, f"Dinas {number}")
        register.offices.replace(replace(office, name="terakhir"))
        truth = register.offices.all()

    newest = opened(path)
    backup = newest.backups()[0]
    newest.close()
    target = tmp_path / "latihan.censusdesk"
    with Register.restore(backup.path, target, actor="latihan", catalogue=CATALOGUE) as drill:
        assert drill.offices.all() == truth
