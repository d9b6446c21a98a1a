"""argparse in Indonesian: headings, help and every complaint."""

import re
import sys
from argparse import Action, ArgumentParser, HelpFormatter
from collections import deque
from collections.abc import Iterable, Sequence
from typing import NoReturn

from census_desk.words import N_, _
from ui.command_line.failures import MISUSED

# argparse words its complaints in English; what cannot be recognised gets the last sentence.
COMPLAINTS = (
    (r"the following arguments are required: (?P<names>.+)", N_("Kurang: {names}.")),
    (r"unrecognized arguments: (?P<names>.+)", N_("Tidak dikenal: {names}.")),
    (
        r"argument (?P<name>.+?): invalid choice: (?P<typed>.+?) \(choose from (?P<known>.+)\)",
        N_("{name}: {typed} tidak ada; pilihannya {known}."),
    ),
    (
        r"argument (?P<name>.+?): expected (one|at least one|\d+) arguments?",
        N_("{name}: nilainya belum ditulis."),
    ),
    (
        r"argument (?P<name>.+?): ignored explicit argument (?P<typed>.+)",
        N_("{name}: tidak memakai nilai, tetapi ditulis {typed}."),
    ),
    (
        r"argument (?P<name>.+?): invalid int value: (?P<typed>.+)",
        N_("{name}: {typed} bukan bilangan."),
    ),
    (r"argument (?P<name>.+?): (?P<why>.+)", N_("{name}: {why}.")),
)


class IndonesianHelp(HelpFormatter):
    """Help whose usage line begins with "pemakaian"."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[object],
        prefix: str | None = None,
    ) -> None:
        """The usage line under its Indonesian word."""
        told = _("pemakaian: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, told)  # type: ignore[arg-type]


class Parser(ArgumentParser):
    """An ArgumentParser that speaks Indonesian and accepts no shortened options."""

    def __init__(self, prog: str, description: str = "", epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=IndonesianHelp,
        )
        self._positionals.title = _("yang ditulis")
        self._optionals.title = _("pilihan")
        self.add_argument("-h", "--help", action="help", help=_("tampilkan bantuan ini"))

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def,override]
        """As argparse does, with words and options of a command in any order."""
        given = sys.argv[1:] if args is None else list(args)
        if self._subparsers is None:
            given = self._options_first(given)
        return super().parse_known_args(given, namespace)

    def _options_first(self, given: Sequence[str]) -> list[str]:
        """The options with their values, then the words.

        argparse takes an open list of words for finished at the first option after it. What lacks
        an option's value stays as typed, so that the complaint is about that option.
        """
        options: list[str] = []
        words: list[str] = []
        left = deque(given)
        while left:
            word = left.popleft()
            if word == "--":
                return [*options, word, *words, *left]
            if not self._is_option(word):
                words.append(word)
                continue
            options.append(word)
            action = self._option_string_actions.get(word)
            if action is None or action.nargs == 0:  # unknown, --name=value, or a plain switch
                continue
            if not left or left[0] == "--" or self._is_option(left[0]):
                return list(given)
            options.append(left.popleft())
        return [*options, *words]

    def _is_option(self, word: str) -> bool:
        """As argparse decides: a dash in front, but no number and no sentence."""
        if not word.startswith("-") or word == "-":
            return False
        if word in self._option_string_actions or (word.startswith("--") and "=" in word):
            return True
        return not re.fullmatch(r"-\d+|-\d*\.\d+", word) and " " not in word

    def error(self, message: str) -> NoReturn:
        """One sentence and where help is; exit code 2."""
        print(f"{in_indonesian(message)} {self._way_out()}", file=sys.stderr)
        sys.exit(MISUSED)

    def _way_out(self) -> str:
        return _("Bantuan: {command} --help").format(command=self.prog)


def in_indonesian(message: str) -> str:
    """argparse's complaint as an Indonesian sentence."""
    for pattern, sentence in COMPLAINTS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(sentence).format(**found.groupdict())
    return _("Perintah tidak dapat dipahami.")
