"""Every verb of rules: written, tried, applied to what happens and to what time does."""

from .rules import arrange, draft_of, remove, save, seed
from .run import take_in, tick
from .trial import try_out

__all__ = ["arrange", "draft_of", "remove", "save", "seed", "take_in", "tick", "try_out"]
