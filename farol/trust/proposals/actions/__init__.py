"""Every verb on actions on accounts."""

from .decide import approve, refuse, withdraw
from .execute import attempt
from .preview import preview
from .propose import propose
from .run_out import run_out
from .settle import ask, heard
from .stopping import end_in

__all__ = ["approve", "ask", "attempt", "end_in", "heard", "preview", "propose", "refuse", "run_out", "withdraw"]
