"""What comes with the program is found by its path, and nothing else is."""

import json

import pytest

from census_desk.resource_files import (
    ResourceMissing,
    file_names,
    read_bytes,
    read_json,
    read_rows,
    read_text,
)

NEEDED_ON_PAPER = "".join(map(chr, range(0x20, 0x7F))) + "‘’“”–—…•½§é°×−≥≤é"
PROFILES = ("permendagri-54-2009", "permendagri-1-2023")


@pytest.mark.parametrize(
    "path", ["../setup.cfg", "fonts/../../setup.cfg", "/etc/hosts", "", "a\\b"]
)
def test_a_path_that_leads_out_of_resources_is_not_there(path):
    with pytest.raises(ResourceMissing):
        read_bytes(path)


def test_a_missing_file_is_named_in_an_indonesian_sentence():
    with pytest.raises(ResourceMissing) as caught:
        read_text("fonts/none.ttf")

    assert caught.value.sentence.startswith("Berkas bawaan fonts/none.ttf tidak ditemukan.")


def test_a_folder_is_not_a_file_and_a_file_not_a_folder():
    with pytest.raises(ResourceMissing):
        read_bytes("fonts")
    with pytest.raises(ResourceMissing):
        file_names("fonts/OFL.txt")


def test_every_named_font_face_is_there_and_knows_the_letters_of_indonesian_paper():
    from reportlab.pdfbase.ttfonts import TTFontFace

    families = read_json("fonts/fonts.json")

    assert set(families) == {"Arimo", "Desk Bonum"}
    for faces in families.values():
        assert set(faces) == {"regular", "bold", "italic", "bold_italic"}
        for name in faces.values():
            known = TTFontFace(_stream(f"fonts/{name}")).charToGlyph
            assert [mark for mark in NEEDED_ON_PAPER if ord(mark) not in known] == [], name


def test_the_changed_font_carries_its_new_name():
    from reportlab.pdfbase.ttfonts import TTFontFace

    face = TTFontFace(_stream("fonts/DeskBonum-Regular.ttf"))

    assert face.familyName == b"Desk Bonum"


def test_font_licences_lie_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE" in read_text("fonts/OFL.txt")
    assert "GUST Font License" in read_text("fonts/GUST-FONT-LICENSE.txt")


def test_both_layout_profiles_have_the_same_keys():
    old, new = (read_json(f"profiles/{name}.json") for name in PROFILES)

    assert list(old) == list(new)


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_names_a_shipped_font_and_itself(name):
    profile = read_json(f"profiles/{name}.json")
    families = read_json("fonts/fonts.json")

    assert profile["id"] == name
    assert {profile["body_font"], profile["circular_font"], profile["kop_font"]} <= set(families)


@pytest.mark.parametrize("name", PROFILES)
def test_the_last_signature_rule_of_a_profile_matches_every_official(name):
    rules = read_json(f"profiles/{name}.json")["signature_rules"]

    assert [rules[-1][key] for key in ("paper_group", "post", "status")] == ["any"] * 3


def test_the_two_profiles_follow_each_other_without_a_gap():
    old, new = (read_json(f"profiles/{name}.json") for name in PROFILES)

    assert (old["valid_to"], new["valid_from"]) == ("2022-12-31", "2023-01-01")


@pytest.mark.parametrize("name", PROFILES)
def test_every_key_of_a_profile_is_documented(name):
    readme = read_text("profiles/README.md")

    assert [
        key for key in json.loads(read_text(f"profiles/{name}.json")) if key not in readme
    ] == []


def test_rows_come_with_the_names_of_the_header_line():
    rows = read_rows("sample/kudus-2020/offices.csv")

    assert rows[0]["code"] == "SETDA"


def _stream(path):
    from io import BytesIO

    return BytesIO(read_bytes(path))
