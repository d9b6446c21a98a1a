"""Several offices on the command line: invited to their next sessions, reminded of their recaps."""

import json

from tests.ui.command_line.conftest import refused


def test_offices_are_invited_one_draft_a_session(sample_file, say):
    said = say("event", "invite", sample_file, "Arpusda", "BPBD")

    assert said.code == 0
    assert said.out.count("Draf: Undangan") == 2
    again = say("event", "invite", sample_file, "Arpusda")
    assert "sudah punya undangan" in refused(again)


def test_an_area_is_invited_by_its_code_and_who_has_no_session_is_told(sample_file, say):
    said = say("event", "invite", sample_file, "Arpusda", "33.20.01")

    assert "Belum punya jadwal: 33.20.01." in said.out


def test_those_without_recap_are_reminded_in_one_draft(sample_file, say):
    said = say("remind-recap", sample_file, "RSUD", "Diskominfo")

    assert said.out.count("Draf: Pengingat") == 1
    kept = json.loads(
        say("show", sample_file, "letters", said.out.split("[")[1].split("]")[0], "--json").out
    )
    assert len(kept["office_ids"]) == 1


def test_who_has_handed_in_a_recap_is_not_reminded(sample_file, say):
    assert "sudah pernah menyerahkan" in refused(say("remind-recap", sample_file, "Diskominfo"))


def test_an_office_nobody_knows_is_refused(sample_file, say):
    assert "tidak ditemukan" in refused(say("event", "invite", sample_file, "Dinas Sihir"))
