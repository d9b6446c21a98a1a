"""Signature blocks, line for line as the annex of Permendagri 54/2009 and Pasal 44 have them."""

from dataclasses import replace

import pytest
from reportlab.lib.units import mm

from census_desk.letters.profile import OTHER, REGULATING, profile_on
from census_desk.people import PostKind, PostStatus
from reports.fonts import PLAIN
from reports.signature import (
    block_rows,
    capital_name,
    plain_block,
    signature_block,
    without_degrees,
)
from tests.census_desk.builders import a_signatory
from tests.reports.papers import NEW, OLD, plt_regent, secretary

OLD_PROFILE, NEW_PROFILE = profile_on(OLD), profile_on(NEW)
acting_secretary = replace(
    secretary,
    status=PostStatus.PLH,
    post="SEKRETARIS DAERAH KABUPATEN PATI",
    own_post="ASISTEN ADMINISTRASI",
)


def printed(signatory, profile, group=REGULATING, **more):
    block = signature_block(signatory, profile, group, **more)
    return [*block.titles, block.name, *block.below]


def test_an_acting_regent_prints_two_posts_and_no_degree_rank_or_nip():
    for profile in (OLD_PROFILE, NEW_PROFILE):
        assert printed(plt_regent, profile) == ["Plt. BUPATI PATI", "WAKIL BUPATI,", "SAPTO WIBOWO"]


def test_a_regent_in_post_prints_one_title_with_the_comma():
    regent = replace(plt_regent, status=PostStatus.DEFINITIVE, own_post="")

    assert printed(regent, OLD_PROFILE) == ["BUPATI PATI,", "SAPTO WIBOWO"]


def test_a_pj_regent_prints_no_post_of_his_own():
    pj = replace(plt_regent, status=PostStatus.PJ, own_post="KEPALA BIRO")

    assert printed(pj, NEW_PROFILE) == ["Pj. BUPATI PATI,", "SAPTO WIBOWO"]


def test_a_daily_acting_secretary_prints_rank_and_nip_in_2020_and_only_the_name_now():
    titles = ["Plh. SEKRETARIS DAERAH KABUPATEN PATI", "ASISTEN ADMINISTRASI,"]

    assert printed(acting_secretary, OLD_PROFILE) == [
        *titles,
        "Drs. H. BAMBANG PRASOJO, S.H., M.M.",
        "Pembina Utama Muda (IV/c)",
        "NIP. 19650101 199003 1 001",
    ]
    assert printed(acting_secretary, NEW_PROFILE) == [*titles, "BAMBANG PRASOJO"]


def test_the_secretary_for_the_regent_puts_the_comma_after_the_last_title_only():
    lines = printed(secretary, OLD_PROFILE, on_behalf_of="BUPATI PATI")

    assert lines[:2] == ["a.n. BUPATI PATI", "SEKRETARIS DAERAH,"]


def test_two_steps_down_print_ub_on_a_line_of_its_own():
    assistant = replace(secretary, post="ASISTEN ADMINISTRASI", post_kind=PostKind.ASSISTANT)

    lines = printed(assistant, OLD_PROFILE, on_behalf_of="BUPATI PATI; SEKRETARIS DAERAH")

    assert lines[:4] == ["a.n. BUPATI PATI", "SEKRETARIS DAERAH", "u.b.", "ASISTEN ADMINISTRASI,"]


def test_degrees_stand_on_correspondence_and_not_on_a_directive_of_the_secretary_now():
    assert "BAMBANG PRASOJO" in printed(secretary, NEW_PROFILE)
    assert "Drs. H. BAMBANG PRASOJO, S.H., M.M." in printed(secretary, NEW_PROFILE, OTHER)


def test_a_head_of_office_prints_degree_rank_and_nip():
    head = replace(secretary, post="KEPALA DINAS KESEHATAN", post_kind=PostKind.OFFICE_HEAD)

    assert printed(head, NEW_PROFILE)[-1] == "NIP 19650101 199003 1 001"


def test_a_pppk_prints_ni_pppk_and_the_grade_alone():
    pppk = a_signatory(name="Rina", post="LURAH", nip="199001012023211014", rank="x", grade="IX")

    assert printed(pppk, NEW_PROFILE, OTHER)[-2:] == ["IX", "NI PPPK 19900101 202321 1 014"]


@pytest.mark.parametrize(
    ("name", "bare", "capital"),
    [
        ("Drs. H. Budi Santoso, S.E., M.M.", "Budi Santoso", "Drs. H. BUDI SANTOSO, S.E., M.M."),
        ("dr. Ratna Dewi, M.Kes.", "Ratna Dewi", "dr. RATNA DEWI, M.Kes."),
        ("M. Hartanto", "M. Hartanto", "M. HARTANTO"),
        ("Sutarno", "Sutarno", "SUTARNO"),
        ("Prof. Dr. Ir. Wati", "Wati", "Prof. Dr. Ir. WATI"),
    ],
)
def test_degrees_are_known_apart_from_names_and_keep_their_case(name, bare, capital):
    assert without_degrees(name) == bare
    assert capital_name(name) == capital


def test_25_mm_stay_free_for_the_signature():
    block = plain_block("PIHAK KEDUA", "Sri Lestari", OLD_PROFILE)

    rows = block_rows(block, OLD_PROFILE, 90 * mm, PLAIN)

    gap = rows[1].lower - rows[0].lower - OLD_PROFILE.body_leading_pt
    assert gap == pytest.approx(25 * mm)


def test_40_mm_stay_free_at_the_left_for_the_stamp():
    for profile in (OLD_PROFILE, NEW_PROFILE):
        free = profile.right_block_left_mm - profile.margin_left_mm

        assert free >= profile.stamp_room_mm >= 40


def test_what_follows_plh_on_a_second_line_hangs_under_the_post():
    rows = block_rows(
        signature_block(acting_secretary, OLD_PROFILE, REGULATING), OLD_PROFILE, 70 * mm, PLAIN
    )

    assert rows[0].text.startswith("Plh. ") and rows[0].indent == 0
    assert rows[1].indent > 0


# lines


def set_lines(signatory, wide=90 * mm, **more):
    block = signature_block(signatory, OLD_PROFILE, OTHER, **more)
    return [row.text for row in block_rows(block, OLD_PROFILE, wide, PLAIN)]


@pytest.mark.parametrize(
    ("post", "lines"),
    [
        (
            "KEPALA BADAN PUSAT STATISTIK KABUPATEN PATI",
            ["KEPALA BADAN PUSAT STATISTIK", "KABUPATEN PATI,"],
        ),
        ("SEKRETARIS DAERAH KABUPATEN PATI", ["SEKRETARIS DAERAH KABUPATEN PATI,"]),
        ("CAMAT KOTA KUDUS", ["CAMAT KOTA KUDUS,"]),
    ],
)
def test_a_post_is_broken_before_its_regency(post, lines):
    head = replace(secretary, post=post, post_kind=PostKind.BPS_HEAD)

    assert set_lines(head)[: len(lines)] == lines


def test_the_longest_post_ends_with_its_regency_on_a_line_of_its_own():
    post = (
        "KEPALA DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK, PENGENDALIAN PENDUDUK "
        "DAN KELUARGA BERENCANA KABUPATEN KUDUS"
    )
    head = replace(secretary, post=post, post_kind=PostKind.OFFICE_HEAD)

    assert "KABUPATEN KUDUS," in set_lines(head)


def test_one_comma_stands_behind_the_last_title_whatever_the_status():
    for status in PostStatus:
        for behalf in ("", "BUPATI PATI", "BUPATI PATI; SEKRETARIS DAERAH"):
            one = replace(secretary, status=status, own_post="ASISTEN ADMINISTRASI")
            titles = signature_block(one, OLD_PROFILE, OTHER, on_behalf_of=behalf).titles
            ends = [title.endswith(",") for title in titles]
            assert ends == [False] * (len(titles) - 1) + [True]
