"""Pengaturan: working date, looks, emblems and backups, each without a window."""

from datetime import date, datetime

import pytest
from PIL import Image

from census_desk.register import Register
from tests.census_desk.builders import a_letterhead
from tests.ui.fakes import TODAY
from ui.clerk import clerk
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.presenters.backups import BackupsPresenter, folder_key, use_kept_folders
from ui.presenters.emblems import EmblemsPresenter, size_text
from ui.presenters.settings import (
    DATED,
    SECTIONS,
    LookPresenter,
    WorkingDatePresenter,
    records_spec,
)


@pytest.mark.parametrize("collection", [one.collection for one in SECTIONS if one.collection])
def test_every_table_section_has_columns_fields_and_words(collection):
    spec = records_spec(collection)

    assert spec.columns is COLUMNS[collection]
    assert spec.fields is FIELDS[collection]
    assert spec.empty_text and spec.new_text


@pytest.mark.parametrize("collection", DATED)
def test_a_new_dated_entry_is_known_from_the_working_day(collection, workplace):
    assert records_spec(collection).defaults(workplace) == {"known_from": "21/02/2020"}


# tanggal kerja


def test_the_working_date_moves_by_days(workplace):
    dates = WorkingDatePresenter(workplace)

    dates.step(1)
    dates.step(7)
    dates.step(-1)

    assert workplace.working_day() == date(2020, 2, 28)
    assert dates.words.startswith("Jumat, 28 Februari 2020 (dipilih")


def test_the_working_date_follows_today_again(workplace):
    dates = WorkingDatePresenter(workplace)

    dates.follow_today()

    assert workplace.desk.working_date is None
    assert workplace.working_day() == TODAY
    assert "mengikuti" in dates.words


def test_without_a_desk_the_sentence_says_what_is_missing(empty_workplace, screen):
    WorkingDatePresenter(empty_workplace).step(1)

    assert "belum disiapkan" in screen.last


# tampilan


def test_theme_and_size_are_kept_and_seen_at_once(workplace, screen):
    look = LookPresenter(workplace)

    look.use_theme("dark")
    look.use_font_size(14)

    assert (workplace.preferences.theme, workplace.preferences.font_size) == ("dark", 14)
    assert screen.redrawn == [False, False]


def test_a_font_size_out_of_range_is_the_nearest_one(workplace):
    LookPresenter(workplace).use_font_size(40)

    assert workplace.preferences.font_size == 16


def test_another_language_builds_the_window_anew(workplace, screen):
    look = LookPresenter(workplace)

    look.use_language("en")

    assert look.language == "en"
    assert screen.redrawn == [True]


def test_choosing_what_is_chosen_changes_nothing(workplace, screen):
    look = LookPresenter(workplace)

    look.use_theme(look.theme)
    look.use_font_size(look.font_size)
    look.use_language(look.language)

    assert screen.redrawn == []


def test_languages_are_named_in_their_own_words(workplace):
    labels = [choice.label for choice in LookPresenter(workplace).languages()]

    assert labels == ["Bahasa Indonesia", "English"]


def test_the_name_typed_goes_into_the_history(workplace):
    LookPresenter(workplace).use_clerk("Bu Sari")

    assert workplace.register.actor == "Bu Sari"
    assert clerk(workplace.preferences) == "Bu Sari"


def test_without_a_name_the_user_of_the_computer_is_told(workplace, monkeypatch):
    monkeypatch.setenv("LOGNAME", "kepeg2")
    look = LookPresenter(workplace)
    look.use_clerk("Bu Sari")

    look.use_clerk("  ")

    assert workplace.register.actor == "kepeg2"


# lambang


@pytest.fixture
def emblem_file(tmp_path):
    path = tmp_path / "lambang-pati.png"
    Image.new("RGBA", (90, 120), "black").save(path)
    return path


def test_an_emblem_file_becomes_a_picture_of_the_register(workplace, screen, emblem_file):
    screen.open_path = emblem_file
    emblems = EmblemsPresenter(workplace)

    emblems.add()

    assert emblems.chosen.name == "lambang-pati"
    assert emblems.png().startswith(b"\x89PNG")
    assert "Belum dipakai" in emblems.users_text()


def test_a_file_that_is_no_picture_is_refused_with_a_sentence(workplace, screen, tmp_path):
    screen.open_path = tmp_path / "surat.png"
    screen.open_path.write_text("bukan gambar", "utf-8")

    assert EmblemsPresenter(workplace).add() is None
    assert screen.said[-1][0] == "error"


def test_choosing_no_file_changes_nothing(workplace, screen):
    rev = workplace.register.rev

    assert EmblemsPresenter(workplace).add() is None
    assert workplace.register.rev == rev


def test_an_emblem_in_use_is_not_deleted(workplace, screen, emblem_file):
    screen.open_path = emblem_file
    emblems = EmblemsPresenter(workplace)
    picture = emblems.add()
    workplace.register.letterheads.add(
        a_letterhead(id=workplace.new_id(), name="Kop Pati", emblem_id=picture.id)
    )

    emblems.delete()

    assert workplace.register.pictures.find(picture.id) is not None
    assert emblems.users_text() == "Dipakai oleh Kop Pati."
    assert screen.said[-1][0] == "error"


def test_an_unused_emblem_is_deleted(workplace, screen, emblem_file):
    screen.open_path = emblem_file
    emblems = EmblemsPresenter(workplace)
    emblems.add()

    emblems.delete()

    assert emblems.model.count == workplace.register.pictures.count()
    assert emblems.chosen is None
    assert emblems.png() == b""


@pytest.mark.parametrize(("count", "text"), [(0, "1 kB"), (2048, "2 kB"), (3_565_158, "3,4 MB")])
def test_sizes_are_told_as_people_read_them(count, text):
    assert size_text(count) == text


# cadangan


def test_a_register_in_memory_has_no_backups(workplace):
    backups = BackupsPresenter(workplace)
    backups.refresh()

    assert not backups.is_possible
    assert (backups.folder_text, backups.model.count) == ("", 0)


def test_a_backup_made_now_is_listed_and_told(on_disk, screen):
    backups = BackupsPresenter(on_disk)
    backups.refresh()
    before = backups.model.count

    backups.back_up()

    assert backups.model.count == before + 1
    assert backups.chosen is not None
    assert screen.last.startswith("Cadangan dibuat dan diperiksa")


def test_the_folder_chosen_is_used_now_and_at_the_next_start(on_disk, screen, tmp_path):
    screen.folder = tmp_path / "flashdisk"
    screen.folder.mkdir()
    path = on_disk.register.path

    BackupsPresenter(on_disk).choose_folder()

    assert on_disk.register.backup_folder == screen.folder
    with Register.open(path, actor="Sri") as again:
        use_kept_folders(again, on_disk.preferences)
        assert again.backup_folder == screen.folder


def test_a_second_place_can_be_chosen(on_disk, screen, tmp_path):
    screen.folder = tmp_path / "flashdisk"
    screen.folder.mkdir()
    backups = BackupsPresenter(on_disk)

    backups.choose_folder(second=True)

    assert backups.second_folder_text == str(screen.folder)
    assert on_disk.preferences.get(folder_key(on_disk.register.path, second=True))


def test_choosing_no_folder_keeps_the_old_one(on_disk):
    before = on_disk.register.backup_folder

    BackupsPresenter(on_disk).choose_folder()

    assert on_disk.register.backup_folder == before


def test_a_sound_register_is_told_with_its_counts(on_disk, screen):
    BackupsPresenter(on_disk).check_register()

    assert screen.said[-1][0] == "ok"
    assert "utuh" in screen.last


def chosen_backup(backups):
    backups.back_up()
    return backups.chosen


def test_a_chosen_backup_is_checked(on_disk, screen):
    backups = BackupsPresenter(on_disk)
    made = chosen_backup(backups)

    backups.check_chosen()

    assert screen.last.startswith(f"{made.path.name} utuh")


def test_a_damaged_backup_is_told_as_such(on_disk, screen):
    backups = BackupsPresenter(on_disk)
    made = chosen_backup(backups)
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[: len(whole) // 2])
    backups.refresh()

    backups.check_chosen()

    assert screen.said[-1][0] == "error"
    assert backups.report


def test_a_backup_is_restored_to_a_copy_beside(on_disk, screen, tmp_path):
    backups = BackupsPresenter(on_disk)
    chosen_backup(backups)
    screen.save_path = tmp_path / "salinan.censusdesk"

    backups.restore_copy()

    with Register.open(screen.save_path, actor="Sri") as copy:
        assert copy.offices.count() == on_disk.register.offices.count()


def test_a_copy_never_goes_over_another_file(on_disk, screen):
    backups = BackupsPresenter(on_disk)
    chosen_backup(backups)
    screen.save_path = on_disk.register.path

    assert backups.restore_copy() is None
    assert screen.said[-1][0] == "error"


def test_restoring_here_asks_first_and_says_what_is_kept(on_disk, screen):
    backups = BackupsPresenter(on_disk)
    chosen_backup(backups)
    screen.confirmed = False
    asked = []

    backups.restore_here(asked.append)

    assert asked == []
    assert "desk.censusdesk.sebelum-pulih" in screen.questions[0]


def test_restoring_here_brings_the_old_records_back(on_disk):
    backups = BackupsPresenter(on_disk)
    chosen_backup(backups)
    register = on_disk.register
    lost = register.attendances.count()
    for record_id in register.attendances.ids():
        register.attendances.remove(record_id)

    def reopen(make):
        register.close()
        with make() as again:
            assert again.attendances.count() == lost > 0

    backups.restore_here(reopen)


def test_the_age_of_the_last_backup_is_told(on_disk):
    backups = BackupsPresenter(on_disk)
    backups.back_up()
    on_disk.today = lambda: datetime.now().date()

    assert backups.age_text.startswith("Cadangan terakhir: hari ini")
