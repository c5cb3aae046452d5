"""What each feature tells the security tests of itself, a module each.

``BODIES``: a function from nothing to a good JSON body by route. ``MISSING``: parameters that name an object, with a value that is
well formed and nobody's. ``PLAIN``: parameters that name none, with the reason. ``DESKS``: names in addresses of
what belongs to the desk and not to one person. ``play``: makes one of each object in the scene
and returns ids by the name of their parameter, which belong to the desk. All are optional.
"""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

MODULES = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]


def bodies() -> dict[str, Any]:
    """A fresh good body for each route that takes one."""
    return {key: body for module in MODULES if hasattr(module, "BODIES") for key, body in module.BODIES().items()}


def words(name: str) -> dict[str, Any]:
    """MISSING or PLAIN of all features together."""
    return {key: value for module in MODULES for key, value in getattr(module, name, {}).items()}


def names(name: str) -> list[str]:
    """DESKS of all features together."""
    return [each for module in MODULES for each in getattr(module, name, ())]


async def play(scene: Any, wanted: Iterable[str] | None = None) -> dict[str, Any]:
    """Lets every feature make its objects; only those features that have one of the wanted names, when given."""
    made: dict[str, Any] = {}
    for module in MODULES:
        if hasattr(module, "play") and (wanted is None or set(wanted) & set(getattr(module, "DESKS", ()))):
            made |= await module.play(scene)
    return made
