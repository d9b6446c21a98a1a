"""list, show, add, edit, delete: as in the window, without one."""

import json
from dataclasses import fields

import pytest

from census_desk.catalogue import COLLECTIONS
from census_desk.register import Register
from tests.ui.command_line.conftest import id_told, refused
from ui.command_line.showing import shower_of

OFFICE = ("code=DINKES", "name=Dinas Kesehatan", "short_name=Dinkes", "asn_count=1.200")


def test_a_list_has_indonesian_headings_and_counts_its_rows(say, sample_file):
    said = say("list", sample_file, "offices")

    assert said.lines[0].split()[:3] == ["Id", "OPD", "Nama"]
    assert said.lines[-1] == "43 baris"


@pytest.mark.parametrize(
    "collection",
    ["letters", "sessions", "visits", "offices", "employees", "signatories", "recaps", "sheets"],
)
def test_a_list_fits_a_hundred_columns(say, sample_file, collection):
    said = say("list", sample_file, collection)

    assert said.code == 0
    assert max(map(len, said.lines)) <= 100


@pytest.mark.parametrize(
    ("word", "name"), [("surat", "letters"), ("Sesi", "sessions"), ("kunjungan", "visits")]
)
def test_a_collection_answers_to_its_indonesian_word(say, sample_file, word, name):
    assert say("list", sample_file, word).out == say("list", sample_file, name).out


def test_a_filter_keeps_the_rows_with_every_word(say, sample_file):
    said = say("list", sample_file, "opd", "--filter", "kec jati")

    assert said.lines[-1] == "1 dari 43 baris"
    assert "Kec. Jati" in said.lines[2]


@pytest.mark.parametrize("field", ["asn_count", "ASN", "Jumlah ASN"])
def test_a_list_is_sorted_by_field_or_label(say, sample_file, field):
    rising = json.loads(say("list", sample_file, "opd", "--json", "--sort", "asn_count").out)
    assert [one["asn_count"] for one in rising] == sorted(one["asn_count"] for one in rising)

    said = say("list", sample_file, "opd", "--sort", field, "--descending", "--json")

    counts = [one["asn_count"] for one in json.loads(said.out)]
    assert counts == sorted(counts, reverse=True)


def test_a_list_is_sorted_by_a_field_it_does_not_show(say, sample_file):
    said = say("list", sample_file, "opd", "--sort", "address", "--json")

    assert len(json.loads(said.out)) == 43


def test_an_unknown_field_to_sort_by_is_told_with_those_there_are(say, sample_file):
    sentence = refused(say("list", sample_file, "opd", "--sort", "gaji"))

    assert "gaji" in sentence
    assert "asn_count" in sentence


def test_json_has_the_field_names_as_keys(say, sample_file):
    letters = json.loads(say("list", sample_file, "surat", "--json").out)

    assert letters[0]["number"] == "470/385/2020"
    assert letters[0]["dated_on"] == "2020-02-13"
    assert isinstance(letters[0]["recipients"], list)


def test_an_empty_list_says_nought_rows(say, desk_file):
    said = say("list", desk_file, "surat")

    assert said.code == 0
    assert said.lines[-1] == "0 baris"


def test_what_has_no_table_is_listed_by_name(say, desk_file):
    assert say("list", desk_file, "gambar").lines[-1] == "0 baris"


def test_nip_is_masked_unless_all_is_asked_for(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)
    say("add", desk_file, "asn", "opd=dinkes", "nama=Sri Lestari", "nip=19860926 201505 1 001")

    for words in (("list",), ("list", "--json"), ("show",), ("show", "--json")):
        command, *options = words
        one = ["sri"] if command == "show" else []
        masked = say(command, desk_file, "asn", *one, *options).out.replace(" ", "")
        full = say(command, desk_file, "asn", *one, *options, "--full").out.replace(" ", "")
        assert "1986092620" not in masked
        assert "198609262015051001" in full


def test_the_nip_is_masked_in_the_history_too(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)
    say("add", desk_file, "asn", "opd=dinkes", "nama=Sri Lestari", "nip=198609262015051001")

    assert "198609262015051001" not in say("history", desk_file, "--json").out
    assert "198609262015051001" in say("history", desk_file, "--json", "--full").out


def test_a_record_is_shown_with_labels_and_titles_of_what_it_refers_to(say, sample_file):
    said = say("show", sample_file, "asn", "Drs. Khoirul")

    assert "Diskominfo" in next(line for line in said.lines if line.startswith("OPD"))


def test_a_text_of_several_lines_is_shown_line_by_line(say, sample_file):
    said = say("show", sample_file, "surat", "470/385/2020")

    body = next(place for place, line in enumerate(said.lines) if line.startswith("Isi "))
    assert said.lines[body + 1] == ""
    assert said.lines[body + 2].startswith("   ")


def test_signs_that_repaint_a_screen_are_not_written(say, desk_file):
    say("add", desk_file, "petugas", "name=Joko\x1b[31m Prasetyo\u202e")

    assert "\x1b" not in say("list", desk_file, "petugas").out
    assert "\u202e" not in say("show", desk_file, "petugas", "joko").out


def test_a_record_is_added_as_typed_in_the_window(say, desk_file):
    office = id_told(say("add", desk_file, "opd", *OFFICE, "kind=dinas"))

    shown = json.loads(say("show", desk_file, "opd", office, "--json").out)
    assert (shown["asn_count"], shown["kind"]) == (1200, "dinas")


def test_dates_times_lists_and_choices_are_typed_as_in_the_window(say, desk_file):
    session = id_told(
        say(
            *("add", desk_file, "sesi", "title=Rapat", "held_on=13 Februari 2020"),
            *("starts_at=08.30", "venue=Aula", "kind=Rapat koordinasi"),
            *("office_ids=Kec. Tayu; Kec. Juwana", "district_codes=tayu", "groups=Camat;Lurah"),
        )
    )

    shown = json.loads(say("show", desk_file, "sesi", session, "--json").out)
    assert shown["held_on"] == "2020-02-13"
    assert shown["starts_at"] == "08:30:00"
    assert shown["kind"] == "rapat koordinasi"
    assert len(shown["office_ids"]) == 2
    assert len(shown["district_codes"]) == 1
    assert shown["groups"] == ["Camat", "Lurah"]


def test_a_letter_is_signed_in_the_town_of_the_desk_unless_told(say, desk_file):
    letter = id_told(say("add", desk_file, "surat", "subject=Edaran", "dated_on=13/02/2020"))

    assert json.loads(say("show", desk_file, "surat", letter, "--json").out)["place"] == "Pati"


def test_a_layout_is_chosen_by_its_name_or_id(say, desk_file):
    letter = id_told(
        say(
            *("add", desk_file, "surat", "subject=Edaran", "dated_on=13/02/2020"),
            "profile=permendagri-54-2009",
        )
    )

    shown = json.loads(say("show", desk_file, "surat", letter, "--json").out)
    assert shown["profile"] == "permendagri-54-2009"


def test_a_long_text_comes_from_a_file(say, desk_file, tmp_path):
    (tmp_path / "isi.md").write_text("Satu.\n\nDua; tiga = empat.\n", encoding="utf-8-sig")

    letter = id_told(
        say(
            *("add", desk_file, "surat", "subject=Edaran", "dated_on=13/02/2020"),
            *("--file", f"body={tmp_path / 'isi.md'}"),
        )
    )

    shown = json.loads(say("show", desk_file, "surat", letter, "--json").out)
    assert shown["body"] == "Satu.\n\nDua; tiga = empat."


@pytest.mark.parametrize(
    ("content", "why"), [(b"\xff\xfe\x00", "UTF-8"), (b"x" * 200_001, "terlalu besar")]
)
def test_a_file_that_is_no_text_of_that_size_is_refused(say, desk_file, tmp_path, content, why):
    (tmp_path / "isi").write_bytes(content)

    sentence = refused(say("add", desk_file, "surat", "--file", f"body={tmp_path / 'isi'}"))

    assert why in sentence


def test_a_file_that_is_not_there_is_named(say, desk_file, tmp_path):
    missing = tmp_path / "tidak-ada.md"

    assert str(missing) in refused(say("add", desk_file, "surat", "--file", f"body={missing}"))


def test_only_the_typed_fields_change(say, sample_file):
    before = json.loads(say("show", sample_file, "opd", "Diskominfo", "--json").out)

    say("edit", sample_file, "opd", "Diskominfo", "phone=0291-123")

    after = json.loads(say("show", sample_file, "opd", "Diskominfo", "--json").out)
    assert after == before | {"phone": "0291-123"}


def test_an_empty_value_clears_the_field(say, sample_file):
    say("edit", sample_file, "opd", "Diskominfo", "phone=0291-123", "sebutan kepala=")

    shown = json.loads(say("show", sample_file, "opd", "Diskominfo", "--json").out)
    assert shown["head_title"] == ""


def test_an_edit_that_changes_nothing_makes_no_step(say, sample_file):
    before = say("history", sample_file, "--limit", 1).out

    said = say("edit", sample_file, "opd", "Diskominfo", "short_name=Diskominfo")

    assert said.out.startswith("Tetap: Diskominfo")
    assert say("history", sample_file, "--limit", 1).out == before


def test_a_deleted_record_comes_back_with_undo(say, desk_file):
    office = id_told(say("add", desk_file, "opd", *OFFICE))

    said = say("delete", desk_file, "opd", "dinkes")

    assert "census-desk undo" in said.out
    assert office not in say("list", desk_file, "opd").out
    say("undo", desk_file)
    assert office in say("list", desk_file, "opd").out


def test_what_others_use_is_not_deleted(say, sample_file):
    assert "masih dipakai" in refused(say("delete", sample_file, "opd", "Diskominfo"))


def test_a_numbered_letter_is_not_deleted(say, sample_file):
    assert "sudah bernomor" in refused(say("delete", sample_file, "surat", "470/385/2020"))


def test_the_fields_of_a_collection_are_told_with_their_choices(say):
    said = say("fields", "kunjungan")

    line = next(line for line in said.lines if line.startswith("status "))
    assert "direncanakan, selesai, batal" in line


@pytest.mark.parametrize("collection", ["lembar", "gambar"])
def test_what_only_the_desk_writes_is_not_typed(say, desk_file, collection):
    assert "tidak diisi lewat perintah" in refused(say("add", desk_file, collection, "name=x"))


def test_numbers_times_and_switches_are_shown_in_words(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)
    say("add", desk_file, "asn", "opd=Dinkes", "nama=Sri Lestari", "nik_ready=ya", "sex=")
    say("add", desk_file, "target", "percent=27,5", "known_from=13/02/2020", "source=Surat")
    say(
        *("add", desk_file, "kunjungan", "opd=Dinkes", "purpose=Bantuan", "held_on=13/02/2020"),
        *("starts_at=9", "attendee_count=1.250", "officers=Joko; Sri"),
    )

    visit = say("show", desk_file, "kunjungan", "Bantuan").out
    assert all(text in visit for text in ("09.00", "13/02/2020", "1.250", "Joko; Sri"))
    assert "ya" in say("show", desk_file, "asn", "sri").out
    assert "27,5" in say("show", desk_file, "target", "27.5%").out


def test_a_printed_sheet_is_shown_with_its_moment_and_pages(say, sample_file, tmp_path):
    say("print", sample_file, "daftar-hadir", "Rapat Koordinasi", "--to", tmp_path)
    sheet = json.loads(say("list", sample_file, "lembar", "--json").out)[0]

    said = say("show", sample_file, "lembar", sheet["code"].lower())

    pages = next(line for line in said.lines if line.startswith("Halaman"))
    assert pages.split()[-1] == str(len(sheet["pages"]))
    printed = next(line for line in said.lines if line.startswith("Dicetak pada"))
    assert printed.split()[-2].count("/") == 2


def test_a_village_name_of_two_kecamatan_lists_both(say, desk_file):
    sentence = refused(say("add", desk_file, "petugas", "name=Joko", "village_codes=Jimbaran"))

    assert "[33.18." in sentence


# bad input, each answered by one sentence


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("dated_on=31/02/2020", "subject=x"), "Tanggal surat bukan tanggal"),
        (("subject=x",), "Tanggal surat belum diisi"),
        (("dated_on=13/02/2020", "subject=NIK 3319011234567890"), "tidak boleh disimpan"),
        (("dated_on=13/02/2020", "subject=x", "status=selsai"), "tidak ada dalam daftar"),
        (("dated_on=13/02/2020", "subject=x", "status=bernomor"), "census-desk issue"),
        (("dated_on=13/02/2020", "subject=x", "gaji=1"), "tidak dikenal"),
        (("subjek",), "bukan ISIAN=NILAI"),
        (("--file", "subjek"), "bukan ISIAN=NILAI"),
        (("dated_on=13/02/2020", "subject=x\udcff"), "tidak terbaca"),
        (("dated_on=13/02/2020", "subject=x", "profile=zzz"), "tidak ditemukan"),
        (("dated_on=13/02/2020", "subject=x", "signatory_id=zzz"), "tidak ditemukan"),
    ],
)
def test_a_letter_typed_wrong_is_refused_in_one_sentence(say, desk_file, words, why):
    assert why in refused(say("add", desk_file, "surat", *words))
    assert say("list", desk_file, "surat").lines[-1] == "0 baris"


def test_the_state_of_a_letter_is_told_and_not_among_what_may_be_typed(say, desk_file):
    typed = [line.split()[0] for line in say("fields", "surat").lines]

    assert "number" in typed
    assert "status" not in typed


@pytest.mark.parametrize("typed", ["tidak-ada", "0000000000000", "", " "])
def test_an_unknown_record_is_told(say, desk_file, typed):
    assert "tidak ditemukan" in refused(say("show", desk_file, "opd", typed))


def test_a_beginning_that_fits_several_lists_them_with_their_ids(say, desk_file):
    sentence = refused(say("show", desk_file, "opd", "kec. w"))

    assert "Kec. Winong [" in sentence
    assert "Kec. Wedarijaksa [" in sentence


def test_many_candidates_are_counted(say, desk_file):
    assert "lagi" in refused(say("show", desk_file, "opd", "kec"))


def test_a_whole_name_wins_over_a_longer_one(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)
    say("add", desk_file, "opd", "code=X", "name=UPT", "short_name=Dinkes Barat")

    assert "Dinas Kesehatan" in say("show", desk_file, "opd", "DINKES").out


def test_an_ambiguous_choice_lists_its_values(say, desk_file):
    sentence = refused(say("add", desk_file, "sesi", "kind=sosialisasi"))

    assert "sosialisasi kecamatan" in sentence


def test_a_stale_edit_is_never_saved_over_another(say, sample_file, monkeypatch):
    from ui.command_line import records

    def meanwhile(*args: object) -> object:
        monkeypatch.undo()
        assert say("edit", sample_file, "opd", "Diskominfo", "phone=1").code == 0
        return changed(*args)

    changed = records.typed.changed_record
    monkeypatch.setattr(records.typed, "changed_record", meanwhile)

    sentence = refused(say("edit", sample_file, "opd", "Diskominfo", "phone=2"))

    assert "sudah diubah" in sentence
    assert json.loads(say("show", sample_file, "opd", "Diskominfo", "--json").out)["phone"] == "1"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_of_a_record_has_a_name_for_people(desk_file, collection):
    with Register.open(desk_file, actor="Sri", read_only=True) as register:
        shower = shower_of(register, collection, full=False)
        names = [field.name for field in fields(COLLECTIONS[collection].record)]

        assert [name for name in names if shower.label(name) == name] == []
