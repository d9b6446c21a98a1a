"""A template or a layout as one file: whole on the way out, strict on the way in."""

import json

import pytest

from census_desk.intake.table import UnreadableFile
from census_desk.letters.letter import Attachment, CoverItem
from census_desk.letters.one_file import (
    MOST_FILE_BYTES,
    import_profile,
    import_template,
    profile_file,
    read_profile,
    read_template,
    template_file,
)
from census_desk.letters.own_profiles import copy_profile
from census_desk.letters.profile import UnknownProfile, profiles
from census_desk.letters.templates import (
    TemplateBody,
    TemplateNotFound,
    keep_template,
    letter_templates,
)
from census_desk.people import PostKind
from census_desk.register import Register
from tests.census_desk.builders import NIK_LIKE, a_template


def no_signs(data):
    """Files of these tests bring no fonts."""
    return frozenset()


@pytest.fixture
def register():
    with Register.in_memory() as made:
        yield made


@pytest.fixture
def written(tmp_path):
    def write(content):
        path = tmp_path / "surat.templat.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


def a_document(register, **changes):
    own = keep_template(register, a_template(id=register.ids(), items=(CoverItem(what="Rekap"),)))
    return json.loads(template_file(register, own.id)) | changes


def without(document, *keys):
    return {key: value for key, value in document.items() if key not in keys}


@pytest.mark.parametrize("template", letter_templates(), ids=lambda one: one.id)
def test_every_template_that_ships_comes_back_from_its_file(register, written, template):
    read = read_template(written(template_file(register, template.id)))

    assert without(values_of(read), "id") == without(values_of(template), "id")
    assert read.id != template.id


def values_of(record):
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def test_an_own_template_comes_back_with_every_part(register, written):
    own = keep_template(
        register,
        a_template(
            id=register.ids(),
            name="Pengantar “khusus”",
            signer=PostKind.BPS_HEAD,
            bodies=(TemplateBody(form="opening", text="a\n\n1. b"),),
            attachments=(Attachment(title="Daftar", body="| a |"),),
            recipients=("Camat",),
        ),
    )
    path = written(template_file(register, own.id))

    with Register.in_memory() as other:
        taken = import_template(other, path)

        assert without(values_of(taken), "id") == without(values_of(own), "id")
        assert other.templates.all() == (taken,)


def test_a_template_of_a_name_in_use_is_taken_in_under_another(register, written):
    own = keep_template(register, a_template(id=register.ids(), name="Undangan"))

    taken = import_template(register, written(template_file(register, own.id)))

    assert taken.name == "Undangan (2)"


def test_a_template_brings_no_layout_of_another_register(register, written):
    document = a_document(register, profile="0000000000001")

    assert read_template(written(document)).profile == ""


def test_the_file_can_be_read_by_people(register):
    own = keep_template(register, a_template(id=register.ids(), name="Rapat “penting”"))

    text = template_file(register, own.id).decode()

    assert "Rapat “penting”" in text
    assert text.startswith('{\n  "census_desk": "templat surat 1"')
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"census_desk": "profil tata letak 1"}, "bukan berkas templat surat"),
        ({"census_desk": "templat surat 2"}, "bukan berkas templat surat"),
        ({"warna": "merah"}, "“warna”"),
        ({"items": [{"what": "Rekap", "harga": 3}]}, "“harga”"),
        ({"items": [{"count": "2"}]}, "“items”"),
        ({"name": 7}, "name"),
        ({"kind": "pamflet"}, "kind"),
        ({"bodies": "Isi"}, "bodies"),
        ({"reply_days": True}, "reply_days"),
        ({"reply_days": 1_000}, "Batas jawaban"),
        ({"subject": f"NIK {NIK_LIKE}"}, "16 angka"),
        ({"bodies": [{"form": "", "text": "x" * 20_001}]}, "paling panjang"),
    ],
)
def test_a_file_that_is_not_quite_a_template_is_refused_and_says_why(
    register, written, changes, told
):
    path = written(a_document(register, **changes))

    with pytest.raises(UnreadableFile, match=told):
        import_template(register, path)
    assert len(register.templates.all()) == 1


def test_a_template_without_a_name_is_refused(register, written):
    with pytest.raises(UnreadableFile, match="name"):
        read_template(written(without(a_document(register), "name")))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"nol",
        b'{"census_desk": "templat surat 1", "name": "a", "name": "b"}',
        b'{"census_desk": "templat surat 1", "reply_days": NaN}',
        b"{" * 70,
        b"\xff\xfe\x00",
        b" " * (MOST_FILE_BYTES + 1),
    ],
)
def test_a_broken_or_hostile_file_is_refused(written, content):
    with pytest.raises(UnreadableFile):
        read_template(written(content))


def test_what_is_not_there_has_no_file(register):
    with pytest.raises(TemplateNotFound):
        template_file(register, "zzz")
    with pytest.raises(UnknownProfile):
        profile_file(register, "zzz")
    with pytest.raises(UnknownProfile):
        profile_file(register, "")


@pytest.mark.parametrize("layout", profiles(), ids=lambda one: one.id)
def test_every_layout_that_ships_comes_back_from_its_file(register, written, layout):
    read = read_profile(written(profile_file(register, layout.id)))

    assert without(values_of(read), "id", "chosen_by_date") == without(
        values_of(layout), "id", "chosen_by_date"
    )


def test_a_layout_taken_in_serves_no_letter_by_its_date_until_told(register, written):
    own = copy_profile(register, "permendagri-1-2023", name="Perbup")
    path = written(profile_file(register, own.id))

    with Register.in_memory() as other:
        taken = import_profile(other, path, no_signs)

        assert (taken.name, taken.chosen_by_date) == ("Perbup", False)
        assert other.profiles.all() == (taken,)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"margin_left_mm": "30"}, "margin_left_mm"),
        ({"margin_left_mm": 3}, "Nilai antara"),
        ({"signature_rules": [{"post": "any"}]}, "signature_rules"),
        ({"lebar": 3}, "“lebar”"),
        ({"valid_from": "kemarin"}, "valid_from"),
    ],
)
def test_a_layout_that_could_not_print_is_refused(register, written, changes, told):
    document = json.loads(profile_file(register, "permendagri-1-2023")) | changes

    with pytest.raises(UnreadableFile, match=told):
        import_profile(register, written(document), no_signs)
    assert register.profiles.all() == ()
