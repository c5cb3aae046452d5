"""Which labels are learnt from, and how much each counts: nobody's word alone may turn what a sentence means.

A sentence of the product counts 1, and there are at least twenty of each reason and language. A label counts half of that at most. All labels
of one member of staff for one reason together count as two sentences, and twenty over all reasons; all messages of one customer as one. So
who presses five hundred times moves as much as who presses twenty times, and far less than what the reason consists of.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from farol.core.reasons import reasons
from farol.core.understanding import Row

from .model import Label

MOST_ONE = 0.5
STAFF_REASON, STAFF_ALL, CUSTOMER = 2.0, 20.0, 1.0
"""What all labels of one person count together, in sentences."""
ROWS_STAFF_REASON, ROWS_STAFF, ROWS_CUSTOMER = 20, 200, 10
"""The newest labels of one person that are looked at."""


def chosen(labels: Iterable[Label]) -> dict[Row, float]:
    """The sentences to learn from with what each counts; the same for the same labels in any order."""
    taken = _newest(labels)
    by_reason = Counter((one.staff_id, one.reason) for one in taken)
    by_staff = Counter(one.staff_id for one in taken)
    by_customer = Counter(one.customer_id for one in taken)
    found: dict[Row, float] = {}
    for one in taken:
        row = Row(one.language, one.reason, one.words)
        counts = min(MOST_ONE, STAFF_REASON / by_reason[one.staff_id, one.reason], STAFF_ALL / by_staff[one.staff_id], CUSTOMER / by_customer[one.customer_id])
        found[row] = min(1.0, found.get(row, 0.0) + counts)
    return found


def _newest(labels: Iterable[Label]) -> Sequence[Label]:
    usable = [one for one in labels if one.words and one.reason in reasons()]
    by_reason: Counter[tuple[int, str]] = Counter()
    by_staff, by_customer = Counter[int](), Counter[int]()
    taken = []
    for one in sorted(usable, key=lambda label: (label.at, label.words), reverse=True):
        if by_reason[one.staff_id, one.reason] >= ROWS_STAFF_REASON or by_staff[one.staff_id] >= ROWS_STAFF or by_customer[one.customer_id] >= ROWS_CUSTOMER:
            continue
        by_reason[one.staff_id, one.reason] += 1
        by_staff[one.staff_id] += 1
        by_customer[one.customer_id] += 1
        taken.append(one)
    return taken


def mark(words: str) -> str:
    """What a model keeps of a sentence it learnt from: enough to see whether it is still kept, and not a word of it."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]
