"""A paper is written whole or not at all."""

import errno
import io
from pathlib import Path

import pypdf
import pytest
from reportlab import rl_config

from reports import document
from reports.document import new_canvas, write
from reports.errors import CannotWrite


def test_a_paper_is_written_with_its_folder(tmp_path):
    path = write(tmp_path / "cetakan" / "surat.pdf", b"isi")

    assert path.read_bytes() == b"isi"
    assert [entry.name for entry in path.parent.iterdir()] == ["surat.pdf"]


def test_a_full_disk_leaves_the_older_paper_and_no_draft(tmp_path, monkeypatch):
    path = write(tmp_path / "surat.pdf", b"lama")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(document.os, "fsync", full)
    with pytest.raises(CannotWrite, match=r"surat\.pdf tidak dapat disimpan: tempat di penyimpan"):
        write(path, b"baru")

    assert path.read_bytes() == b"lama"
    assert list(tmp_path.glob(".*tmp")) == []


def busy(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Windows' answer to a file open elsewhere, so many times."""
    real, left = Path.replace, [times]

    def held(self: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = 32
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)


def test_a_file_held_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    busy(monkeypatch, 3)
    waited: list[float] = []

    write(tmp_path / "surat.pdf", b"isi", wait=waited.append)

    assert (tmp_path / "surat.pdf").read_bytes() == b"isi"
    assert len(waited) == 3


def test_a_file_open_in_another_program_is_a_sentence(tmp_path, monkeypatch):
    path = write(tmp_path / "surat.pdf", b"lama")
    busy(monkeypatch, 99)

    with pytest.raises(CannotWrite, match="sedang dibuka di program lain"):
        write(path, b"baru", wait=lambda seconds: None)

    assert path.read_bytes() == b"lama"


def test_a_folder_that_may_not_be_written_is_a_sentence(tmp_path, monkeypatch):
    def refused(self: Path, *args: object, **more: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)

    with pytest.raises(CannotWrite, match="tidak boleh ditulisi"):
        write(tmp_path / "surat.pdf", b"isi")


def test_foreign_settings_of_the_pdf_library_are_refused(monkeypatch):
    import io

    monkeypatch.setattr(rl_config, "trustedHosts", ["contoh.go.id"])

    with pytest.raises(CannotWrite):
        new_canvas(io.BytesIO(), (100, 100), title="x")


def test_pages_of_one_stored_drawing_are_whole_pages_of_their_own():
    target = io.BytesIO()
    canvas = new_canvas(target, (300, 200), title="Salinan")
    canvas.beginForm("isi", 0, 0, 300, 200)
    canvas.drawString(20, 150, "Isi bersama")
    canvas.endForm()
    for number in range(1, 4):
        canvas.doForm("isi")
        canvas.drawString(20, 100, f"Salinan {number}")
        canvas.showPage()
    canvas.save()

    pages = pypdf.PdfReader(io.BytesIO(target.getvalue()), strict=True).pages

    for number, page in enumerate(pages, 1):
        assert f"Salinan {number}" in page.extract_text()
    assert all("Isi bersama" in page.extract_text() for page in pages)
    assert {page["/Parent"]["/Count"] for page in pages} == {3}
    assert len({page.indirect_reference.idnum for page in pages}) == 3
