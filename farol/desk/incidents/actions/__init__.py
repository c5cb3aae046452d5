"""Verbs of an incident."""

from .answer import answer, preview, send, send_some
from .attach import attach, attach_new, decide, detach
from .declare import change, declare, update
from .resolve import resolve
from .scan import look, scan, scan_some
from .subscribe import subscribe

__all__ = [
    "answer", "attach", "attach_new", "change", "decide", "declare", "detach", "look", "preview", "resolve", "scan", "scan_some",
    "send", "send_some", "subscribe", "update",
]
