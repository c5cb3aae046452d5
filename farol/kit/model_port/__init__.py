"""The one port to a hosted model that speaks the OpenAI chat protocol. Nothing needs it: without settings every call says so.

A model may word what was found, plan reads, summarise, draft and translate. What it answers is data in a known form;
what may be done is decided by code. Why it is our own client: docs/decisions/0026.
"""

from . import jobs, store
from .model import Call, Outcome, Task, Turn, Unavailable
from .port import ModelPort

__all__ = ["Call", "ModelPort", "Outcome", "Task", "Turn", "Unavailable", "jobs", "store"]
