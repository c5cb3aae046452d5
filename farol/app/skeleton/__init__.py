"""A small core link server to start from: written into a folder, it stands alone and needs nothing of Farol."""

from importlib.resources import files
from pathlib import Path

PACKAGE = "exchange_core"
SHARED = ("signing.py", "webhooks.py")
"""Farol's own two sides of both signatures; they need the standard library only."""
_FROM, _HERE = "from farol.core.exchange import ", "from . import "


def write(folder: Path) -> list[Path]:
    """Writes it; returns the files. Raises ``FileExistsError`` when something is in the folder already."""
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    here, core = files(__name__), files("farol.core.exchange")
    texts = {name: here.joinpath(name).read_text("utf-8") for name in ("README.md", "requirements.txt")}
    own = sorted(one.name for one in here.joinpath(PACKAGE).iterdir() if one.name.endswith(".py"))
    texts |= {f"{PACKAGE}/{name}": here.joinpath(PACKAGE, name).read_text("utf-8").replace(_FROM, _HERE) for name in own}
    texts |= {f"{PACKAGE}/{name}": core.joinpath(name).read_text("utf-8") for name in SHARED}
    (folder / PACKAGE).mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in texts]
