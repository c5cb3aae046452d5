"""E10, E11: given hostile mails, when the real process reads one or makes it fit to be looked at, then its own account of CPU and memory stays in bounds."""

import os
import struct
import subprocess
from itertools import product
from pathlib import Path

import pytest

from farol.channels.email.reading.child import CPU_S, LOOK, MEMORY
from farol.channels.email.reading.pool import COMMAND
from tests.sizes import some

from .mails import mail
from .test_parser_processes import HOSTILE

START_S = 0.6
"""CPU that the process itself takes to start, on a slow machine."""
CODE = 96 * 1024 * 1024
"""Pages of the interpreter and its libraries, which the limit on data does not count."""


def cost(raw: bytes, wanted: int) -> tuple[bool, float, int]:
    """Whether it answered, and what the kernel says it spent: CPU seconds, bytes at its largest (0 when it ended over a limit)."""
    child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={"LC_ALL": "C.UTF-8"})
    assert child.stdin
    assert child.stdout
    child.stdin.write(struct.pack(">I", len(raw) | wanted) + raw)
    child.stdin.flush()
    head = child.stdout.read(4)
    answered, memory = len(head) == 4, 0
    if answered:
        child.stdout.read(struct.unpack(">I", head)[0])
        # Not ru_maxrss, which begins with what the parent had when it forked.
        status = Path(f"/proc/{child.pid}/status").read_text()
        memory = int(status.partition("VmHWM:")[2].split()[0]) * 1024
    child.stdin.close()
    child.stdout.close()
    _, ended, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(ended)
    return answered, used.ru_utime + used.ru_stime, memory


@pytest.mark.parametrize(("name", "wanted"), some(product(HOSTILE, (0, LOOK)), 5))
def test_what_one_mail_costs(name: str, wanted: int) -> None:
    answered, cpu_s, memory = cost(HOSTILE[name], wanted)
    print(f"cost {'look' if wanted else 'read'} {name}: {cpu_s:.2f} s, {memory >> 20} MB, {'answered' if answered else 'ended'}")
    assert cpu_s <= CPU_S + START_S
    assert memory <= MEMORY + CODE
    assert answered or wanted, "only what is looked at may end its process, and is then said to be unreadable"


def test_a_plain_mail_costs_next_to_nothing() -> None:
    nothing, some = cost(mail(body=b"x"), 0)[1], cost(mail(body=b"hello\r\n" * 50), 0)[1]
    assert some - nothing < 0.2
