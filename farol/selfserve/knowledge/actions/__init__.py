"""Verbs of the knowledge base: the only code that changes it."""

from .describing import bring_back, describe, retire
from .glossary import remove_term, save_term
from .importing import take_in
from .pictures import add_picture
from .publishing import publish, publish_draft, publish_due
from .reviewing import schedule, send_back, submit, unschedule
from .topics import remove_topic, save_topic
from .writing import discard, open_article, restore, write

__all__ = [
    "add_picture",
    "bring_back",
    "describe",
    "discard",
    "open_article",
    "publish",
    "publish_draft",
    "publish_due",
    "remove_term",
    "remove_topic",
    "restore",
    "retire",
    "save_term",
    "save_topic",
    "schedule",
    "send_back",
    "submit",
    "take_in",
    "unschedule",
    "write",
]
