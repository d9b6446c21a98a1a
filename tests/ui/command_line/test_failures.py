"""Every failure is one Indonesian sentence and the exit code 1; no traceback reaches a clerk."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from census_desk.errors import CensusDeskError
from tests.screen import PROJECT
from ui import log as desk_log
from ui.command_line import failures
from ui.command_line.failures import guarded, sentence_of
from ui.preferences import FilePreferences
from ui.presenters.kept_folders import folder_key

SAMPLE = "kudus-2020"


def raising(error: BaseException):
    def work() -> int:
        raise error

    return work


def told(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.strip()


def test_a_command_that_went_well_answers_its_code():
    assert guarded(lambda: 0, "list") == 0


def test_an_expected_failure_is_its_own_sentence(capsys):
    assert guarded(raising(CensusDeskError("Tidak\nbisa.")), "list") == 1

    assert told(capsys) == "Tidak bisa."


def test_stopping_a_command_says_that_nothing_is_lost(capsys):
    assert guarded(raising(KeyboardInterrupt()), "list") == 1

    assert "aman" in told(capsys)


@pytest.mark.parametrize("code", failures.SENTENCES)
def test_a_failure_of_the_file_system_names_the_file(code):
    assert "surat.pdf" in sentence_of(OSError(code, os.strerror(code), "surat.pdf"))


def test_a_full_disk_says_what_to_do(capsys):
    assert guarded(raising(OSError(errno.ENOSPC, "x", "surat.pdf")), "print") == 1

    assert told(capsys).startswith("Disk penuh; surat.pdf belum ditulis.")


@pytest.mark.parametrize("error", [OSError(errno.EIO, "x", "a.pdf"), OSError("x")])
def test_other_failures_of_the_file_system_are_told_too(error):
    assert "tidak dapat dibaca atau ditulis" in sentence_of(error)


def test_a_bug_is_logged_with_its_traceback_and_the_log_is_named(capsys):
    assert guarded(raising(ZeroDivisionError("oh")), "list") == 1

    path = desk_log.folder() / desk_log.LOG_NAME
    assert str(path) in told(capsys)
    assert "ZeroDivisionError: oh" in path.read_text(encoding="utf-8")


def test_a_log_holds_no_population_number_nor_nip(capsys):
    guarded(raising(ValueError("NIK 3319 0112 3456 7890, NIP 198609262015051001")), "add")

    text = (desk_log.folder() / desk_log.LOG_NAME).read_text(encoding="utf-8")
    assert "0112 3456" not in text
    assert "09262015" not in text


def test_a_log_that_grew_long_makes_room_once(monkeypatch):
    monkeypatch.setattr(desk_log, "LOG_BYTES", 10)

    first, second = (failures.log(ValueError(word), "list") for word in ("satu", "dua"))

    assert "dua" in second.read_text(encoding="utf-8")
    assert "satu" in first.with_suffix(".log.1").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_hides_nothing_else(capsys, monkeypatch):
    blocked = desk_log.folder()
    blocked.parent.mkdir(parents=True)
    blocked.write_text("di sini berkas, bukan folder", encoding="utf-8")

    assert guarded(raising(ZeroDivisionError()), "list") == 1
    assert "tidak dapat dicatat" in told(capsys)


# as processes of their own


def census_desk(*words: object, **more: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "census_desk", *map(str, words)],
        cwd=PROJECT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,  # type: ignore[call-overload]
    )


def heeds_interrupts() -> None:
    """A shell that runs the tests in the background lets its children ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("words", [[], ["a.censusdesk"], ["open", "a.censusdesk"]])
def test_without_a_screen_the_window_says_so_in_one_sentence(words):
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}

    _out, err = census_desk(*words, env=environment).communicate(timeout=60)

    assert err == "Tidak ada layar untuk membuka jendela. Tanpa jendela: census-desk --help\n"


def test_a_python_without_tk_says_so(capsys):
    assert failures.told(ModuleNotFoundError("x", name="_tkinter"), "window") == 1

    assert "tidak membawa Tk" in told(capsys)


def test_the_command_line_needs_no_display_and_no_tkinter(sample_file):
    program = (
        "import sys\n"
        "from census_desk.__main__ import main\n"
        f"code = main(['list', {str(sample_file)!r}, 'surat'])\n"
        "heavy = {'tkinter', 'ttkbootstrap', 'reportlab', 'openpyxl', 'pypdfium2', 'holidays'}\n"
        "assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()\n"
        "sys.exit(code)\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_leaves_early_gets_one_sentence_and_no_traceback(sample_file):
    process = census_desk("history", sample_file, "--limit", "500", "--json")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()

    err = process.stderr.read()
    process.stderr.close()

    assert process.wait(60) == 1
    assert err == "Keluaran ditutup sebelum semuanya ditulis.\n"


def test_an_interrupt_ends_with_a_sentence(sample_file, tmp_path):
    pipe = tmp_path / "isi"
    os.mkfifo(pipe)
    process = census_desk(
        *("add", sample_file, "surat", "subject=x", "dated_on=13/02/2020"),
        *("--file", f"body={pipe}"),
        preexec_fn=heeds_interrupts,
    )
    with pipe.open("wb"):  # open succeeds once the command is reading
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)

    assert process.returncode == 1
    assert err == "Dihentikan. Yang sudah tersimpan tetap aman.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_to_a_full_disk_is_told(sample_file):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "census_desk", "list", str(sample_file), "opd"],
            cwd=PROJECT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.startswith("Disk penuh")
    assert done.stderr.count("\n") == 1


def test_a_clerk_without_a_name_on_this_computer_can_work(say, desk_file, monkeypatch):
    monkeypatch.setattr("getpass.getuser", raising(OSError("no user")))

    assert say("add", desk_file, "petugas", "name=Joko").code == 0
    assert "tanpa nama" in say("history", desk_file, "--limit", 1).out


def test_a_backup_that_failed_is_told_though_the_change_is_saved(say, desk_file):
    (desk_file.parent / "meja.cadangan").write_text("di sini berkas", encoding="utf-8")

    said = say("add", desk_file, "petugas", "name=Joko")

    assert said.code == 0
    assert said.err.startswith("Cadangan gagal dibuat")
    assert said.err.count("\n") == 1
    assert "Joko" in say("list", desk_file, "petugas").out


def test_the_name_and_backup_folder_chosen_in_the_window_hold_here_too(say, desk_file, tmp_path):
    preferences = FilePreferences()
    preferences.set("clerk", "Bu Wati")
    preferences.set(folder_key(desk_file), str(tmp_path / "stik"))

    say("add", desk_file, "petugas", "name=Joko")

    assert "Bu Wati" in say("history", desk_file, "--limit", 1).out
    assert list((tmp_path / "stik").glob("*.censusdesk"))
    assert str(tmp_path / "stik") in say("backups", desk_file).out
