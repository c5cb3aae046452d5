"""Every verb of tags: on a ticket, and on a word for all tickets."""

from .ticket import change, change_in
from .words import rename, replace, restore, retire

__all__ = ["change", "change_in", "rename", "replace", "restore", "retire"]
