"""Every failure a clerk may meet, worded as one Indonesian sentence."""

from collections.abc import Mapping

from census_desk.words import _


class CensusDeskError(Exception):
    """Base of all expected failures; `sentence` says what happened and the way out."""

    @property
    def sentence(self) -> str:
        """The Indonesian sentence for the message bar or standard error."""
        return str(self.args[0]) if self.args else self.__class__.__name__


class InvalidRecord(CensusDeskError):
    """A record would break its own rules; `problems` maps field name to sentence."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(" ".join(self.problems.values()))


class RefusedByReference(CensusDeskError):
    """A record cannot go because others still refer to it."""

    def __init__(self, title: str, users: list[str]) -> None:
        self.users = users
        super().__init__(
            _(
                "{title} masih dipakai oleh {users}; "
                "hapus atau ubah yang memakainya terlebih dahulu."
            ).format(title=title, users=", ".join(users[:3]))
        )
