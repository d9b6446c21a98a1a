"""The first screen: the sample, a new register for any kabupaten, and what cannot be opened."""

from datetime import datetime

import pytest
from PIL import Image

from census_desk.identity import Ids
from census_desk.register import Register
from census_desk.register.errors import DamagedRegister
from ui.preferences import FilePreferences
from ui.presenters.welcome import WelcomePresenter, free_path

PATI = "33.18"


@pytest.fixture
def opened():
    return []


@pytest.fixture
def welcome(screen, opened, tmp_path):
    return WelcomePresenter(
        screen,
        FilePreferences(tmp_path / "preferences.json"),
        opened.append,
        actor="Sri",
        new_id=Ids(),
        documents=tmp_path / "Dokumen",
    )


def test_the_sample_is_made_and_opened(welcome, opened):
    assert welcome.try_sample() == ""

    with Register.open(opened[0], actor="Sri") as register:
        assert register.desks.all()[0].is_sample
        assert register.offices.count() >= 43


def test_the_sample_twice_is_two_registers(welcome, opened):
    welcome.try_sample()
    welcome.try_sample()

    assert len(set(opened)) == 2


def test_choosing_a_regency_names_its_setda(welcome):
    welcome.choose_regency(PATI)

    assert welcome.new.office_name == "Sekretariat Daerah Kabupaten Pati"
    assert welcome.area_words() == "21 kecamatan, 401 desa, 5 kelurahan"
    assert welcome.path.name == "kabupaten-pati.censusdesk"


def test_a_typed_office_stays_when_the_regency_changes(welcome):
    welcome.choose_regency(PATI)
    welcome.new.office_name = "Dinas Kominfo"

    welcome.choose_regency("33.19")

    assert welcome.new.office_name == "Dinas Kominfo"


def test_a_register_is_made_for_the_regency(welcome, opened):
    welcome.choose_regency(PATI)

    assert welcome.make() == {}

    with Register.open(opened[0], actor="Sri") as register:
        assert register.desks.all()[0].regency_code == PATI
        assert register.offices.count() == 26


def test_what_is_missing_is_told_by_field(welcome, opened):
    assert set(welcome.make()) == {"regency", "office_name"}
    assert opened == []


def test_an_office_name_that_is_too_long_is_told_and_leaves_no_file(welcome, opened):
    welcome.choose_regency(PATI)
    welcome.new.office_name = "x" * 600
    path = welcome.path

    assert set(welcome.make()) == {"office_name"}
    assert not path.exists()
    assert opened == []


def test_the_emblem_goes_into_the_register(welcome, opened, screen, tmp_path):
    screen.open_path = tmp_path / "lambang.jpg"
    Image.new("RGB", (60, 80), "black").save(screen.open_path)
    welcome.choose_regency(PATI)

    assert welcome.choose_emblem() == ""
    welcome.make()

    with Register.open(opened[0], actor="Sri") as register:
        assert register.pictures.count() == 1


def test_a_bad_emblem_is_told_and_the_placeholder_stays(welcome, screen, tmp_path):
    screen.open_path = tmp_path / "lambang.png"
    screen.open_path.write_bytes(b"GIF89a")

    assert "tidak dapat dipakai" in welcome.choose_emblem()
    assert welcome.new.emblem == ""


def test_an_emblem_can_be_left_out_again(welcome, screen, tmp_path):
    screen.open_path = tmp_path / "lambang.png"
    Image.new("RGB", (6, 8)).save(screen.open_path)
    welcome.choose_emblem()

    welcome.drop_emblem()

    assert (welcome.new.emblem, welcome.new.emblem_name) == ("", "")


def test_a_chosen_place_gets_the_ending(welcome, screen, tmp_path):
    screen.save_path = tmp_path / "pati"

    welcome.choose_path()

    assert welcome.path == tmp_path / "pati.censusdesk"


def test_a_place_that_is_taken_is_told_beside_it(welcome, screen, tmp_path, opened):
    screen.save_path = tmp_path / "pati.censusdesk"
    screen.save_path.write_text("milik orang lain", "utf-8")
    welcome.choose_path()
    welcome.choose_regency(PATI)

    assert set(welcome.make()) == {"path"}
    assert screen.save_path.read_text("utf-8") == "milik orang lain"


def test_a_folder_that_cannot_be_made_is_told(welcome, screen, tmp_path):
    (tmp_path / "berkas").write_text("", "utf-8")
    screen.save_path = tmp_path / "berkas" / "pati.censusdesk"
    welcome.choose_path()
    welcome.choose_regency(PATI)

    assert "belum dibuat" in welcome.make()["path"]


def test_all_provinces_and_their_regencies_can_be_chosen(welcome):
    assert len(welcome.provinces()) == 38
    assert len(welcome.regencies("")) == 514
    assert {one.key[:2] for one in welcome.regencies("33")} == {"33"}


def test_a_name_used_before_is_not_offered_again(tmp_path):
    (tmp_path / "kudus.cadangan").mkdir()

    assert free_path(tmp_path, "kudus").name == "kudus-2.censusdesk"


def test_recent_registers_say_when_they_are_gone(welcome, tmp_path):
    welcome.preferences.remember_register(tmp_path / "hilang.censusdesk")

    (recent,) = welcome.recent()

    assert (recent.name, recent.is_there) == ("hilang", False)


def test_another_register_is_opened_by_its_file(welcome, screen, opened, tmp_path):
    screen.open_path = tmp_path / "lain.censusdesk"

    welcome.choose_other()

    assert opened == [screen.open_path]


# a register that cannot be opened


@pytest.fixture
def damaged(tmp_path, welcome, opened):
    welcome.choose_regency(PATI)
    welcome.make()
    path = opened.pop()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedRegister) as refused:
        Register.open(path, actor="Sri")
    return refused.value


def test_the_newest_good_backups_are_offered(welcome, damaged):
    offered = welcome.offered(damaged)

    assert offered
    assert str(datetime.now().year) in offered[0].words


def test_a_backup_takes_the_place_of_a_damaged_register(welcome, damaged, opened):
    assert welcome.restore(welcome.offered(damaged)[0].path, damaged) == ""

    with Register.open(opened[0], actor="Sri") as register:
        assert register.offices.count() == 26


def test_nothing_is_restored_unasked(welcome, damaged, opened, screen):
    screen.confirmed = False

    welcome.restore(welcome.offered(damaged)[0].path, damaged)

    assert opened == []


def test_a_first_start_has_nothing_to_offer(welcome):
    assert welcome.offered(None) == []
