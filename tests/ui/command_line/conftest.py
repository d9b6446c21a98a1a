"""The command line against real register files: one small desk, one sample, copied for a test."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from census_desk.__main__ import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one command answered."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Standard output, line by line."""
        return self.out.splitlines()


Command = Callable[..., Said]


@pytest.fixture(scope="session")
def _desk_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "meja.censusdesk"
    assert main(["new", str(path), "--regency", "33.18", "--office", "Setda", "--as", "Sri"]) == 0
    return path


@pytest.fixture(scope="session")
def _sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "contoh.censusdesk"
    assert main(["new", str(path), "--sample", "kudus-2020", "--as", "Sri"]) == 0
    return path


@pytest.fixture
def desk_file(_desk_file: Path, tmp_path: Path) -> Path:
    """A register of its own, just set up: kecamatan and kelurahan, nothing else."""
    return Path(shutil.copy(_desk_file, tmp_path / "meja.censusdesk"))


@pytest.fixture
def sample_file(_sample_file: Path, tmp_path: Path) -> Path:
    """A register of its own with the sample campaign."""
    return Path(shutil.copy(_sample_file, tmp_path / "contoh.censusdesk"))


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Command:
    """Do one command in this process: `say("list", path, "opd")`."""

    def command(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(code=code, out=out, err=err)

    return command


def refused(said: Said) -> str:
    """The one sentence a refusal wrote; fails when it was none or more than a line."""
    assert said.code == 1, said
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    assert "Traceback" not in said.err
    return said.err.strip()


def id_told(said: Said) -> str:
    """The id an `add` or `edit` wrote at the end of its line."""
    assert said.code == 0, said
    return said.out.strip().rsplit("[", 1)[1].rstrip("]")
