import json
import random
import sqlite3

import pytest
from tinydb import TinyDB

from census_desk.register import (
    DamagedRegister,
    ForeignFile,
    NewerRegister,
    PathTaken,
    ReadOnlyRegister,
    Register,
    RegisterNotFound,
    RegisterReplaced,
    files,
    whereabouts,
)
from census_desk.register.engine import EngineError
from census_desk.register.errors import CannotOpen, OlderRegister, RegisterError
from census_desk.register.schema import FORMAT, SCHEMA, Format, Migration
from tests.register.conftest import CATALOGUE, a_letter, an_office, opened, size


def filled(path, count=30):
    """A closed register with some records and a history."""
    with Register.create(path, actor="Sari", catalogue=CATALOGUE, office="Setda") as register:
        offices = [an_office(register, f"Dinas {n}", head_count=n) for n in range(count)]
        a_letter(register, office_ids=tuple(o.id for o in offices[:3]))
        register.offices.remove(offices[-1].id)
    return path


def contents(register):
    return {name: register.collection(name).table.all() for name in CATALOGUE}


def test_a_register_is_never_made_where_a_file_is_or_a_save_was_cut_short(path):
    path.write_text("surat penting")
    with pytest.raises(PathTaken):
        Register.create(path, actor="Sari", catalogue=CATALOGUE)
    assert path.read_text() == "surat penting"

    path.rename(path.with_name(path.name + "-journal"))
    with pytest.raises(PathTaken, match="pernah ada register"):
        Register.create(path, actor="Sari", catalogue=CATALOGUE)
    assert not path.exists()


def test_a_missing_register_is_told_with_its_backups_and_nothing_is_made(path):
    filled(path)
    path.unlink()

    with pytest.raises(RegisterNotFound) as caught:
        opened(path)

    assert caught.value.backups[0].good
    assert caught.value.backups[0].path.name in caught.value.sentence
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"\x00" * 4096, b"PK\x03\x04" + b"x" * 500])
def test_a_file_that_is_no_register_is_refused_and_not_touched(path, content):
    path.write_bytes(content)

    with pytest.raises((ForeignFile, DamagedRegister)):
        opened(path)

    assert path.read_bytes() == content


def test_a_strange_sqlite_file_is_refused_and_not_touched(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE lagu(judul)")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(ForeignFile, match="bukan register"):
        opened(path)
    assert path.read_bytes() == before


def test_a_register_of_a_later_version_is_refused(path):
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()

    with pytest.raises(NewerRegister, match="lebih baru"):
        opened(path)


def test_a_register_with_other_tables_is_damaged(path):
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER jahat AFTER INSERT ON doc BEGIN DELETE FROM log; END")
    connection.close()

    with pytest.raises(DamagedRegister):
        opened(path)


def test_a_file_with_two_names_is_refused(path):
    filled(path)
    path.with_name("lain.censusdesk").hardlink_to(path)

    with pytest.raises(ForeignFile, match="dua nama"):
        opened(path)


def test_a_draft_name_left_by_a_cut_short_creation_does_no_harm(path):
    filled(path)
    draft = path.with_name(path.name + ".123.baru")
    draft.hardlink_to(path)

    with opened(path) as register:
        assert register.offices.count() == 29
    assert not draft.exists()


def test_a_rotten_record_opens_only_for_reading_and_is_never_shown(path):
    filled(path)
    _rot(path, b'{"head_count":7,"name":"Dinas 7"}', b'{"head_count":8,"name":"Dinas 7"}')

    with pytest.raises(DamagedRegister) as caught:
        opened(path)
    assert caught.value.backups

    with opened(path, read_only=True) as register:
        assert 8 not in [o.head_count for o in register.offices.all() if o.name == "Dinas 7"]
        assert [bad.reason for bad in register.offices.unreadable] == ["Isi catatan rusak di disk."]
        assert any("rusak" in problem for problem in register.check().problems)
        with pytest.raises(ReadOnlyRegister):
            an_office(register)


def test_a_row_that_vanished_is_noticed(path):
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM doc WHERE id=(SELECT min(id) FROM doc WHERE tbl='offices')")
    connection.close()

    with pytest.raises(DamagedRegister, match="hilang atau kembali"):
        opened(path)


def test_a_row_put_back_to_an_older_state_is_noticed(path):
    with Register.create(path, actor="Sari", catalogue=CATALOGUE) as register:
        office = an_office(register, "lama")
        with sqlite3.connect(path) as connection:
            old = connection.execute("SELECT * FROM doc").fetchall()
        connection.close()
        register.offices.replace(type(office)(id=office.id, name="baru"))
    with sqlite3.connect(path) as connection:
        connection.executemany("REPLACE INTO doc VALUES(?, ?, ?, ?, ?)", old)
    connection.close()

    with pytest.raises(DamagedRegister, match="hilang atau kembali"):
        opened(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET what='lain' WHERE rev=3",
        "UPDATE log SET changes=x'5b5d' WHERE rev=3",
        "UPDATE log SET actor='Joko' WHERE rev=3",
        "DELETE FROM log WHERE rev=3",
    ],
)
def test_a_log_that_was_tampered_with_fails_the_check(path, statement):
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()

    with opened(path) as register:
        assert any("Riwayat" in problem for problem in register.check().problems)


def test_a_purge_of_changes_leaves_the_chain_whole(path):
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE log SET changes=NULL WHERE rev=3")
    connection.close()

    with opened(path) as register:
        assert register.check().ok
        step = next(step for step in register.history() if step.rev == 3)
        assert step.is_purged and step.changes == () and not step.can_undo


def test_a_sound_register_passes_its_check(made):
    an_office(made)

    report = made.check()

    assert (report.ok, report.problems, report.rows, report.commits) == (True, [], 1, 2)


def test_the_check_names_dangling_references_and_unreadable_records(register):
    a_letter(register, "Edaran", office_ids=("0000000000001",))
    register.offices.table.insert({"name": ""})

    problems = register.check().problems

    assert any("Edaran merujuk OPD yang tidak ada" in text for text in problems)
    assert any("tidak terbaca" in text for text in problems)


def test_opening_in_steps_shows_the_same_and_verifies_the_same(path):
    filled(path)

    with opened(path, load="lazy") as register:
        assert register.offices.count() == 29
        while not register.load_some(0.1):
            pass
        assert register.check().ok

    _rot(path, b'"name":"Dinas 7"}', b'"name":"Dinas 8"}')
    with opened(path, load="lazy") as register:
        with pytest.raises(DamagedRegister):
            while not register.load_some(0.1):
                pass
        assert register.read_only


def test_commits_while_opening_in_steps_do_not_look_like_damage(path):
    filled(path)

    with opened(path, load="lazy") as register, opened(path) as other:
        an_office(register, "sendiri")
        an_office(other, "orang lain")
        while not register.load_some(0.1):
            pass
        assert not register.read_only
        assert register.offices.count() == 31


def test_a_file_swapped_while_open_is_noticed_before_a_save(made, path):
    an_office(made)
    copy = path.with_name("salinan")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)

    with pytest.raises(RegisterReplaced, match="berganti"):
        an_office(made)
    assert made.read_only


def test_a_deleted_file_is_noticed_by_the_poll(made, path):
    path.unlink()

    made.refresh()

    assert "berganti" in made.read_only_reason


def test_a_worker_opens_its_own_register(made):
    office = an_office(made)

    with made.reopen() as reader:
        assert reader.offices.all() == (office,) and reader.read_only
    with made.reopen(read_only=False) as writer:
        an_office(writer)
    assert made.refresh() and made.offices.count() == 2


def test_a_register_in_memory_has_no_file_to_open_again_or_back_up(register):
    with pytest.raises(RegisterError):
        register.reopen()
    with pytest.raises(RegisterError):
        register.backup()


# flips and cuts: old or refused, never silently different


def _rot(path, old, new):
    content = path.read_bytes()
    assert old in content and len(old) == len(new)
    path.write_bytes(content.replace(old, new))


def _look(path):
    """What a clerk would see, or the refusal."""
    try:
        with opened(path) as register:
            return contents(register)
    except (CannotOpen, EngineError):
        return "refused"


def test_a_flipped_bit_is_harmless_or_refused_never_a_silent_change(path, tmp_path):
    good = filled(path).read_bytes()
    truth = _look(path)
    rng = random.Random(20200213)
    victim = tmp_path / "korban" / "kudus.censusdesk"
    victim.parent.mkdir()
    refused = 0

    for _ in range(size(400, 10_000)):
        place = rng.randrange(len(good) * 8)
        bad = bytearray(good)
        bad[place // 8] ^= 1 << place % 8
        victim.write_bytes(bad)
        seen = _look(victim)
        assert seen in (truth, "refused"), f"bit {place} gives another register"
        refused += seen == "refused"

    assert refused > 20


def test_a_file_cut_short_is_refused(path, tmp_path):
    good = filled(path).read_bytes()
    truth = _look(path)
    victim = tmp_path / "korban" / "kudus.censusdesk"
    victim.parent.mkdir()
    rng = random.Random(1)
    lengths = {0, 1, 99, 100, 4096, len(good) - 1, len(good) - 4096}
    lengths |= {rng.randrange(len(good)) for _ in range(size(100, 5_000))}

    for length in sorted(lengths):
        victim.write_bytes(good[:length])
        assert _look(victim) == "refused", f"cut at {length}"
    victim.write_bytes(good)
    assert _look(victim) == truth


def test_a_zeroed_page_is_refused_or_was_empty(path, tmp_path):
    good = filled(path).read_bytes()
    truth = _look(path)
    victim = tmp_path / "korban" / "kudus.censusdesk"
    victim.parent.mkdir()

    for start in range(0, len(good), 4096):
        victim.write_bytes(good[:start] + b"\x00" * 4096 + good[start + 4096 :])
        assert _look(victim) in (truth, "refused")


def test_a_cut_or_flipped_json_copy_is_no_json_or_another_length(made, tmp_path):
    """The JSON copy carries no checksum; it is verified when written, and a cut never parses."""
    an_office(made)
    target = tmp_path / "salinan.json"
    made.export_json(target)
    good = target.read_bytes()

    for length in range(1, len(good)):
        with pytest.raises(ValueError):
            json.loads(good[:length])


def test_stock_tinydb_opens_the_json_copy_with_every_document(path, tmp_path):
    filled(path)
    target = tmp_path / "salinan.json"
    with opened(path) as register:
        an_office(register, "Dinas “Ü” \n ✓")
        register.export_json(target)
        ours = contents(register)

    with TinyDB(target) as stock:
        assert {name: stock.table(name).all() for name in CATALOGUE} == ours
        stock.table("offices").insert({"name": "masih bisa ditulis"})


# versions


NOW, AFTER = FORMAT.version, FORMAT.version + 1
NEXT = Format(
    version=AFTER,
    schemas={**FORMAT.schemas, AFTER: (*SCHEMA, "CREATE INDEX log_at ON log(at)")},
    migrations=(
        Migration(
            version=NOW,
            what="Memperbarui register",
            statements=("CREATE INDEX log_at ON log(at)",),
            rewrite=lambda table, document: (
                document | {"name": document["name"].upper()} if table == "offices" else document
            ),
        ),
    ),
)


def test_an_older_register_is_brought_up_after_a_backup_and_the_step_is_in_the_log(path):
    filled(path)
    with opened(path) as before:
        rev = before.rev
        for backup in before.backups():
            backup.path.unlink()

    with opened(path, form=NEXT) as register:
        assert {o.name for o in register.offices.all()} == {f"DINAS {n}" for n in range(29)}
        assert register.check().ok
        step = register.history(limit=1)[0]
        assert (step.kind, step.final, len(step.changes)) == ("migration", True, 29)
        (backup,) = register.backups()
        assert (backup.rev, backup.good) == (rev, True)
        rev = register.rev
    with opened(path, form=NEXT) as again:
        assert again.rev == rev
    with pytest.raises(NewerRegister):
        opened(path)


def test_a_migration_that_fails_leaves_the_old_version_whole(path):
    def fail(table, document):
        raise ZeroDivisionError

    filled(path)
    truth = _look(path)
    step = Migration(version=NOW, what="x", statements=NEXT.migrations[0].statements, rewrite=fail)
    broken = Format(version=AFTER, schemas=NEXT.schemas, migrations=(step,))

    with pytest.raises(ZeroDivisionError):
        opened(path, form=broken)

    assert _look(path) == truth


def test_an_older_register_is_not_changed_by_reading_it(path):
    filled(path)
    before = path.read_bytes()

    with pytest.raises(OlderRegister):
        opened(path, form=NEXT, read_only=True)
    assert path.read_bytes() == before


def test_this_program_knows_every_version_up_to_its_own():
    assert set(FORMAT.schemas) == set(range(1, FORMAT.version + 1))
    assert {step.version for step in FORMAT.migrations} == set(range(1, FORMAT.version))


# places


def test_a_share_is_told_by_its_file_system():
    mounts = (
        "/dev/a / ext4 rw 0 0\n//srv/x /mnt/data\\040kab cifs rw 0 0\n/dev/b /mnt ext4 rw 0 0\n"
    )

    assert whereabouts.mount_kind(mounts, whereabouts.PurePath("/mnt/data kab/r.c")) == "cifs"
    assert whereabouts.mount_kind(mounts, whereabouts.PurePath("/mnt/lain/r.c")) == "ext4"


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("/kerja/a/OneDrive/sensus", True),
        ("/kerja/a/OneDrive - Pemkab Kudus/sensus", True),
        ("/kerja/a/Dropbox", True),
        ("/kerja/a/Dokumen", False),
    ],
)
def test_folders_of_synchronising_programs_are_warned_about(folder, synced):
    assert whereabouts.is_synced(whereabouts.PurePath(folder)) is synced


def test_a_file_another_windows_program_holds_is_tried_again():
    waits, answers = [], [32, 5, None]

    def work():
        code = answers.pop(0)
        if code is not None:
            error = OSError("held")
            error.winerror = code
            raise error
        return "selesai"

    assert files.patiently(work, waits.append) == "selesai"
    assert len(waits) == 2


def test_other_file_errors_are_not_tried_again():
    def work():
        raise FileNotFoundError("x")

    with pytest.raises(FileNotFoundError):
        files.patiently(work, lambda seconds: pytest.fail("waited"))
