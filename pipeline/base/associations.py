"""Which associations an inputs folder holds: one, or one for each subfolder with settings of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .settings import FILE, Settings, load


class NamedLikeAYear(ValueError):
    """A subfolder has settings of its own, and the name of a folder that the association around it writes to."""

    def __init__(self, folder: Path) -> None:
        reason = f"Der Ordner „{folder.name}“ hat eine eigene „{FILE}“, heißt aber wie ein Berichtsjahr. "
        super().__init__(reason + f"Benennen Sie ihn um, oder löschen Sie darin „{FILE}“.")


@dataclass(frozen=True)
class Association:
    """One association: its name ("" when it is the only one), its inputs, and the folders in there of others."""

    name: str
    inputs: Path
    outputs: Path
    others: tuple[Path, ...] = ()

    def settings(self) -> Settings:
        """Return its settings; a run tells what is wrong with them."""
        return load(self.inputs)[0]

    def called(self) -> str:
        """Return what people call it; its folder's name where the settings do not say."""
        return self.settings().organisation.short or self.inputs.resolve().name


def find(inputs: Path, outputs: Path) -> tuple[Association, ...]:
    """Return the associations of `inputs`, in the order of their names.

    A subfolder with a `bericht.toml` is an association of its own and writes to `outputs/<subfolder>/`. The folder
    itself is one as well if it has a `bericht.toml`, or if no subfolder has. A link to a folder is none: it could
    lead to somebody else's. Raise `NamedLikeAYear` where two would write to the same folder.
    """
    named = (path.parent for path in inputs.glob(f"*/{FILE}") if path.parent.name[0] not in "._")
    folders = sorted(folder for folder in named if not folder.is_symlink())
    apart = tuple(Association(folder.name, folder, outputs / folder.name) for folder in folders)
    if apart and not (inputs / FILE).exists():
        return apart
    for folder in folders:
        if len(folder.name) == 4 and folder.name.isdecimal():
            raise NamedLikeAYear(folder)
    return (Association("", inputs, outputs, tuple(folders)), *apart)
