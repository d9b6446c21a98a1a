from dataclasses import replace

import pytest

from census_desk.register import CannotUndo, NoSuchMoment, ReadOnlyRegister, mask
from tests.register.conftest import Clock, a_letter, an_office, opened


def test_a_change_is_one_commit_with_the_words_of_the_clerk(register):
    before = register.rev

    with register.change("Menerbitkan SE 1"):
        office = an_office(register)
        a_letter(register, office_ids=(office.id,))

    assert register.rev == before + 1
    (step,) = register.history(limit=1)
    assert (step.what, step.actor) == ("Menerbitkan SE 1", "uji")
    assert {c.collection for c in step.changes} == {"offices", "letters"}


def test_changes_nest_into_one_commit(register):
    before = register.rev

    with register.change("luar"):
        an_office(register)
        with register.change("dalam"):
            an_office(register)

    assert (register.rev, register.offices.count()) == (before + 1, 2)
    assert register.history(limit=1)[0].what == "luar"


def test_a_failing_change_leaves_memory_and_file_as_they_were(made, path):
    office = an_office(made)
    rev = made.rev

    with pytest.raises(ZeroDivisionError), made.change("gagal"):
        made.offices.replace(replace(office, name="lain"))
        an_office(made)
        made.offices.remove(office.id)
        raise ZeroDivisionError

    assert made.offices.all() == (office,)
    with opened(path) as other:
        assert (other.offices.all(), other.rev) == ((office,), rev)


def test_an_inner_failure_that_is_caught_takes_back_only_the_inner_part(register):
    with register.change("luar"):
        outer = an_office(register, "luar")
        with pytest.raises(ZeroDivisionError), register.change("dalam"):
            register.offices.replace(replace(outer, name="x"))
            an_office(register, "dalam")
            raise ZeroDivisionError

    assert register.offices.all() == (outer,)


def test_a_change_that_changes_nothing_is_no_commit(register):
    before = register.rev

    with register.change("kosong"):
        pass
    with register.change("bolak-balik"):
        office = an_office(register)
        register.offices.remove(office.id)

    assert register.rev == before


def test_a_record_put_back_inside_a_change_keeps_its_revision(register):
    office = an_office(register)
    rev = register.offices.rev(office.id)

    with register.change("ubah lalu kembali"):
        register.offices.replace(replace(office, name="x"))
        register.offices.replace(office)
        an_office(register, "lain")

    assert register.offices.rev(office.id) == rev


def test_subscribers_hear_of_each_commit_once_it_is_saved(register):
    heard = []
    stop = register.subscribe(heard.append)

    with register.change("dua sekaligus"):
        office, letter = an_office(register), a_letter(register)
        assert heard == []
    stop()
    an_office(register)

    (change,) = heard
    assert change.touched == {
        "offices": frozenset({office.id}),
        "letters": frozenset({letter.id}),
    }
    assert (change.what, change.kind, change.by_other) == ("dua sekaligus", "change", False)


def test_a_subscriber_that_fails_does_not_make_a_save_look_failed(register, caplog):
    def fail(change):
        raise KeyError("a screen's bug")

    register.subscribe(fail)

    office = an_office(register)

    assert register.offices.all() == (office,)
    assert "a subscriber failed" in caplog.text


def test_a_subscriber_may_write(register):
    def answer(change):
        if change.what == "pertama":
            an_office(register, "jawaban")

    register.subscribe(answer)
    with register.change("pertama"):
        an_office(register)

    assert register.offices.count() == 2


# undo


def test_undo_takes_the_last_step_back_and_redo_does_it_again(register):
    office = an_office(register)
    register.offices.remove(office.id)

    step = register.undo()

    assert register.offices.all() == (office,)
    assert (step.kind, step.what) == ("undo", "Mengurungkan: Menghapus OPD Dinas Pendidikan")
    assert register.redo().kind == "redo"
    assert register.offices.all() == ()


def test_undo_walks_back_step_by_step_and_redo_forward_again(register):
    names = ["a", "b", "c"]
    office = an_office(register, "a")
    for name in names[1:]:
        register.offices.replace(replace(office, name=name))

    back = [register.undo() and register.offices.get(office.id).name for _ in names[1:]]
    forward = [register.redo() and register.offices.get(office.id).name for _ in names[1:]]

    assert (back, forward) == (["b", "a"], ["b", "c"])
    assert register.redoable() is None


def test_a_new_step_ends_what_could_be_redone(register):
    an_office(register)
    register.undo()
    an_office(register, "lain")

    assert register.redoable() is None
    with pytest.raises(CannotUndo, match="Tidak ada langkah yang dapat diulangi"):
        register.redo()


def test_nothing_done_is_nothing_to_undo(register):
    assert register.undoable() is None
    with pytest.raises(CannotUndo, match="Tidak ada langkah"):
        register.undo()


def test_undo_survives_closing_and_is_seen_by_another_process(made, path):
    office = an_office(made)
    made.offices.remove(office.id)
    with opened(path) as other:
        assert other.undoable().what == "Menghapus OPD Dinas Pendidikan"
        other.undo()
    with opened(path) as third:
        assert third.redoable().what == "Menghapus OPD Dinas Pendidikan"

    made.refresh()

    assert made.offices.all() == (office,)
    assert made.redo() and made.offices.all() == ()


def test_an_import_of_many_is_one_step_back(register):
    with register.change("Impor 50 OPD"):
        for number in range(50):
            an_office(register, str(number))

    register.undo()

    assert register.offices.count() == 0


def test_an_older_step_is_undone_when_nothing_later_touched_it(register):
    first = an_office(register, "pertama")
    rev = register.rev
    second = an_office(register, "kedua")

    register.undo(rev)

    assert register.offices.all() == (second,)
    assert first not in register.offices.all()


def test_an_older_step_stays_when_a_later_one_touched_its_record(register):
    office = an_office(register)
    rev = register.rev
    register.offices.replace(replace(office, name="Dinas Sosial"))

    with pytest.raises(CannotUndo, match="sudah diubah lagi oleh “Mengubah OPD Dinas Sosial”"):
        register.undo(rev)
    assert not next(step for step in register.history() if step.rev == rev).can_undo

    register.undo()
    register.undo(rev)
    assert register.offices.count() == 0


def test_a_record_that_others_refer_to_is_not_undone_away(register):
    office = an_office(register)
    rev = register.rev
    a_letter(register, "Edaran", office_ids=(office.id,))

    with pytest.raises(CannotUndo, match="masih dipakai oleh surat Edaran"):
        register.undo(rev)


def test_a_deletion_is_not_undone_into_a_reference_to_nothing(register):
    office = an_office(register)
    letter = a_letter(register, office_ids=(office.id,))
    register.letters.remove(letter.id)
    rev = register.rev
    register.offices.remove(office.id)

    with pytest.raises(CannotUndo, match="merujuk OPD yang sudah tidak ada"):
        register.undo(rev)


def test_a_final_step_is_never_undone(register):
    with register.change("Mengambil nomor 12", final=True):
        an_office(register)

    assert register.undoable() is None
    with pytest.raises(CannotUndo, match="“Mengambil nomor 12” sudah final"):
        register.undo()


def test_a_final_part_makes_the_whole_step_final(register):
    with register.change("Menerbitkan"), register.change("nomor", final=True):
        an_office(register)

    assert register.history(limit=1)[0].final


def test_a_step_is_undone_once(register):
    an_office(register)
    rev = register.rev
    register.undo(rev)

    with pytest.raises(CannotUndo, match="sudah diurungkan"):
        register.undo(rev)
    with pytest.raises(CannotUndo, match="pakai Ulangi"):
        register.undo(register.rev)
    with pytest.raises(CannotUndo, match="tidak ada"):
        register.undo(999)


def test_undo_and_redo_are_commits_of_the_log(register):
    an_office(register)
    first = register.rev
    register.undo()
    register.redo()

    assert [(s.kind, s.undoes) for s in register.history(limit=3)] == [
        ("redo", first + 1),
        ("undo", first),
        ("change", None),
    ]


# history


def test_the_history_of_a_record_has_its_own_steps_only(register):
    office, other = an_office(register, "A"), an_office(register, "B")
    register.offices.replace(replace(office, name="AA"))
    register.offices.replace(replace(other, name="BB"))
    register.offices.remove(office.id)

    steps = register.history("offices", office.id)

    assert [step.what for step in steps] == [
        "Menghapus OPD AA",
        "Mengubah OPD AA",
        "Menambah OPD A",
    ]
    (change,) = steps[1].changes
    assert (change.before["name"], change.after["name"], change.id) == ("A", "AA", office.id)
    assert steps[0].changes[0].after is None and steps[2].changes[0].before is None


def test_history_pages_from_new_to_old(register):
    for number in range(7):
        an_office(register, str(number))

    first = register.history(limit=3)
    second = register.history(limit=3, before=first[-1].rev)

    assert [s.rev for s in first + second] == [8, 7, 6, 5, 4, 3]


def test_a_step_keeps_the_moment_handed_in(register):
    moment = Clock().now

    with register.change("contoh", moment=moment):
        an_office(register)

    assert register.history(limit=1)[0].at == moment


def test_a_later_name_of_the_clerk_signs_later_steps(register):
    an_office(register)
    register.actor = "Wati"
    an_office(register)

    assert [step.actor for step in register.history(limit=2)] == ["Wati", "uji"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("NIP 197901012005011002", "NIP ••••••••••••••1002"),
        ("19790101 200501 1 002.", "••••••••••••••1002."),
        ("KK 3319012002200001", "KK ••••••••••••••••"),
        ("surat 500.14.2/12", "surat 500.14.2/12"),
    ],
)
def test_personal_numbers_are_masked_when_shown(text, shown):
    assert mask(text) == shown


# as_of


def test_as_of_tells_what_the_register_said_then(register, clock):
    office = an_office(register, "dulu")
    then = clock.now
    register.offices.replace(replace(office, name="kini"))
    register.offices.remove(office.id)
    an_office(register, "baru")

    past = register.as_of(then)

    assert [o.name for o in past.offices.all()] == ["dulu"]
    assert [o.name for o in register.offices.all()] == ["baru"]
    assert past.letters.all() == ()


def test_nothing_is_written_to_the_past(register, clock):
    office = an_office(register)
    past = register.as_of(clock.now)

    with pytest.raises(ReadOnlyRegister):
        past.offices.remove(office.id)
    with pytest.raises(ReadOnlyRegister):
        past.offices.table.insert({"name": "x"})
    with pytest.raises(ReadOnlyRegister):
        past.offices.add(office)


def test_before_the_register_was_made_it_said_nothing(register, clock):
    with pytest.raises(NoSuchMoment):
        register.as_of(clock.now.replace(year=2019))


def test_undo_is_part_of_what_was(register, clock):
    an_office(register, "diurungkan")
    then = clock.now
    register.undo()

    assert [o.name for o in register.as_of(then).offices.all()] == ["diurungkan"]
    assert register.as_of(clock.now).offices.all() == ()


def test_the_changes_of_a_large_import_come_back_whole(made, path):
    with made.change("Impor"):
        for number in range(300):
            an_office(made, f"Dinas nomor {number}")

    with opened(path) as other:
        (step,) = other.history(limit=1)
        assert [c.after["name"] for c in step.changes] == [f"Dinas nomor {n}" for n in range(300)]
        assert other.check().ok
        other.undo()
    made.refresh()
    assert made.offices.count() == 0
