"""A long command tells where it is: a bar for people, lines for files."""

import io

from ui.command_line.progress import Progress


class Terminal(io.StringIO):
    """A stream somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_a_file_gets_one_plain_line_a_step():
    stream = io.StringIO()
    progress = Progress(2, stream)

    progress.begin("Surat")
    progress.begin("Daftar hadir")
    progress.end()

    assert stream.getvalue() == "1/2 Surat\n2/2 Daftar hadir\n"


def test_a_terminal_gets_one_line_that_is_drawn_over():
    stream = Terminal()
    progress = Progress(2, stream)

    progress.begin("Daftar hadir yang panjang")
    progress.begin("Surat")

    drawn = stream.getvalue().split("\r")
    assert drawn[1].startswith("[████████████············] 1/2")
    assert drawn[2].startswith("[████████████████████████] 2/2 Surat")
    assert len(drawn[2]) == len(drawn[1])
    assert "\n" not in stream.getvalue()


def test_the_bar_is_taken_away_at_the_end():
    stream = Terminal()
    progress = Progress(1, stream)
    progress.begin("Surat")

    progress.end()

    last, empty = stream.getvalue().split("\r")[-2:]
    assert last.strip() == empty == ""


def test_nothing_is_taken_away_that_was_not_drawn():
    stream = Terminal()

    Progress(1, stream).end()

    assert stream.getvalue() == ""


def test_a_step_too_many_keeps_the_bar_within_its_length():
    stream = io.StringIO()
    progress = Progress(0, stream)

    progress.begin("satu")
    progress.begin("dua")

    assert stream.getvalue() == "1/1 satu\n1/1 dua\n"


def test_a_title_cannot_break_the_line():
    stream = io.StringIO()

    Progress(1, stream).begin("a\nb\x1b[2J" + "x" * 100)

    assert stream.getvalue().count("\n") == 1
    assert "\x1b" not in stream.getvalue()


def test_the_bar_never_wraps_into_a_second_line(monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    stream = Terminal()

    Progress(1, stream).begin("x" * 100)

    assert len(stream.getvalue().strip("\r")) == 49
