"""Every verb about who somebody is, and what others ask before they act: ``level_of`` and ``require``."""

from .standing import level_of, require, standing

__all__ = ["level_of", "require", "standing"]
