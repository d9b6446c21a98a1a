"""Letters of an event on the command line: drafted, issued, left behind by a move, issued anew."""

import json

from tests.ui.command_line.conftest import id_told, refused

DISHUB = "Sosialisasi Sensus Penduduk Daring bagi ASN Dinas Perhubungan"


def letters(say, path):
    return json.loads(say("event", "letters", path, DISHUB, "--json").out)


def test_an_invitation_is_drafted_and_listed_with_its_session(sample_file, say):
    letter_id = id_told(say("event", "draft", sample_file, DISHUB, "undangan"))

    row = next(one for one in letters(say, sample_file) if one["id"] == letter_id)
    assert (row["status"], row["told"]) == ("draf", ["Kepala Dinas Perhubungan"])
    assert "Surat undangan" in say("event", "letters", sample_file, DISHUB).out


def test_a_moved_session_s_letters_are_issued_anew_or_corrected(sample_file, say):
    assert say("void", sample_file, "005/16/2020", "--reason", "Uji").code == 0
    letter_id = id_told(say("event", "draft", sample_file, DISHUB, "undangan"))
    assert say("issue", sample_file, letter_id, "--despite", "uji").code == 0
    nothing = say("event", "reissue", sample_file, DISHUB, "--reason", "pindah")
    assert "masih sesuai" in refused(nothing)
    say("session", "move", sample_file, DISHUB, "--to", "28/02/2020", "--reason", "Kunjungan kerja")
    stale = next(one for one in letters(say, sample_file) if one["id"] == letter_id)["stale"]
    assert "28 Februari 2020" in stale[0]

    assert say("event", "ralat", sample_file, DISHUB).out.startswith("Draf ralat: ")
    said = say("event", "reissue", sample_file, DISHUB, "--reason", "Pindah hari")

    assert "kepada Kepala Dinas Perhubungan" in said.out
    now = {one["id"]: one["status"] for one in letters(say, sample_file)}
    assert now[letter_id] == "batal"


def test_an_event_nobody_knows_is_refused(sample_file, say):
    assert "tidak ditemukan" in refused(say("event", "letters", sample_file, "Pasar malam"))
    assert say("event", "draft", sample_file, DISHUB, "puisi").code == 2
