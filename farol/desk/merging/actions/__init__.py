"""Every verb of merging and splitting."""

from .merge import merge, unmerge
from .split import split, unsplit

__all__ = ["merge", "split", "unmerge", "unsplit"]
