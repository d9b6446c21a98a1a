"""`census-desk plan`: a request in, a plan out, without register and display."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.census_desk.sessions.planner.test_reading import INSTANCE, a_file


@pytest.fixture
def request_file(tmp_path) -> Path:
    return written(tmp_path / "minta.json", a_file())


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_a_plan_is_written_as_json(say, request_file):
    said = say("plan", request_file, "--tries", "50", "--seed", "4")

    plan = json.loads(said.out)
    assert said.code == 0
    assert plan["sessions"] == [
        {"unit": "A", "date": "2020-02-17", "slot": "AM", "team": "T1", "locked": False}
    ]
    assert (plan["unreached"], plan["shortage"], plan["seed"]) == ({}, None, 4)
    assert plan["total"] == pytest.approx(sum(plan["parts"].values()))
    assert plan["bound"] <= plan["total"] + 1e-6


def test_a_plan_of_a_whole_kabupaten_passes_the_checker(say, tmp_path):
    made = say("plan", INSTANCE, "--tries", "2000")
    path = tmp_path / "rencana.json"
    path.write_text(made.out, encoding="utf-8")

    said = say("plan", INSTANCE, "--check", path)

    verdict = json.loads(said.out)
    assert (said.code, verdict["ok"], verdict["violations"]) == (0, True, [])
    assert verdict["total"] == json.loads(made.out)["total"]


def test_the_same_seed_and_tries_write_the_same_bytes(say):
    words = ("plan", INSTANCE, "--tries", "1000", "--seed", "9")

    assert say(*words).out == say(*words).out


def test_a_plan_that_breaks_a_rule_is_refused_with_the_first_of_them(say, request_file, tmp_path):
    session = {"unit": "A", "date": "2020-02-18", "slot": "AM", "team": "T1"}
    path = written(tmp_path / "salah.json", {"sessions": [session]})

    said = say("plan", request_file, "--check", path)

    assert said.code == 1
    assert json.loads(said.out)["violations"][0]["rule"] == "unknown"
    assert said.err == (
        "Rencana salah.json melanggar 1 aturan; yang pertama: A, 18/02/2020 pagi, Tim T1: "
        "tanggal itu bukan hari kerja dalam masa rencana.\n"
    )


def test_who_is_left_out_is_told_with_the_reason_and_the_fixes(say, tmp_path):
    value = a_file()
    value["units"][0] |= {"people": 100, "sessions": 3}

    said = say("plan", written(tmp_path / "sempit.json", value), "--tries", "50")

    shortage = json.loads(said.out)["shortage"]
    assert said.code == 0
    assert (shortage["need"], shortage["offered"], shortage["limit"]) == (3, 1, "per day")
    assert shortage["fixes"][0]["kinds"] == ["hall", "per day"]
    assert said.err.startswith("A butuh 3 sesi sampai 17 Februari 2020;")


def test_a_bad_request_is_refused_with_every_mistake(say, tmp_path):
    value = a_file()
    value["units"][0]["room"] = 0
    del value["home"]

    said = say("plan", written(tmp_path / "buruk.json", value))

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(
        "buruk.json: 2 kesalahan. home: belum ditulis. units[0] “A”.room: harus bilangan bulat"
    )


def test_a_plan_without_sessions_is_no_plan(say, request_file, tmp_path):
    said = say("plan", request_file, "--check", written(tmp_path / "x.json", {"sessions": 3}))

    assert said.code == 1
    assert said.err.startswith("x.json: 1 kesalahan. sessions: harus daftar [ … ]")


@pytest.mark.parametrize("words", [("--seconds", "lama"), ("--seconds", "-1"), ("--tries", "1,5")])
def test_a_limit_that_is_no_number_is_not_understood(say, request_file, words):
    said = say("plan", request_file, f"{words[0]}={words[1]}")

    assert said.code == 2
    assert words[0] in said.err


def test_seconds_may_be_written_with_a_comma(say, request_file):
    assert say("plan", request_file, "--seconds", "0,01").code == 0


def test_a_proof_needs_a_package_and_says_which(say, request_file, monkeypatch):
    monkeypatch.setattr("census_desk.sessions.planner.proving.is_installed", lambda: False)

    said = say("plan", request_file, "--tries", "10", "--prove")

    assert (said.code, said.out) == (1, "")
    assert "highspy" in said.err
