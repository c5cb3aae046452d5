"""Every verb of claims."""

from .appealing import appeal, decide_appeal
from .assessing import assess, compute_window, leave_out, read_waiting
from .batching import decide_batch, make_batch
from .claiming import make_claim
from .opening import open_window, publish
from .paying import paid, pay, pay_waiting

__all__ = [
    "appeal", "assess", "compute_window", "decide_appeal", "decide_batch", "leave_out", "make_batch", "make_claim", "open_window", "paid", "pay",
    "pay_waiting", "publish", "read_waiting",
]
