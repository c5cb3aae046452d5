"""The parsing process: reads framed mails from standard input, answers with framed results, holds nothing else.

``python -I -m farol.channels.email.reading.child``. A frame is four bytes of length (big endian; the highest bit: the
original to look at is wanted, not what the mail says) and the bytes; an answer is a length and msgpack of ``Mail``, ``Original`` or ``Refused``. CPU time is counted for each mail; the kernel ends the process over a limit.
"""

import os
import resource
import signal
import struct
import sys
from collections.abc import Callable

import msgspec

from farol.channels.email.model import Mail, Refused

from .original import original
from .parse import parse

CPU_S = 2.0
MEMORY = 256 * 1024 * 1024
LOOK = 1 << 31
"""In a frame's length: the original is wanted."""


def confine(memory: int = MEMORY) -> None:
    """Limits for the life of the process: memory, no written files, no processes, no core dumps."""
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(5)


def serve(handle: Callable[[bytes], Mail | Refused] = parse) -> None:
    """Answers until standard input ends."""
    encoder = msgspec.msgpack.Encoder()
    read, write = sys.stdin.buffer, sys.stdout.buffer
    while len(head := read.read(4)) == 4:
        length = struct.unpack(">I", head)[0]
        raw = read.read(length & ~LOOK)
        signal.setitimer(signal.ITIMER_PROF, CPU_S)  # SIGPROF ends the process
        answer = encoder.encode(original(raw) if length & LOOK else handle(raw))
        signal.setitimer(signal.ITIMER_PROF, 0)
        write.write(struct.pack(">I", len(answer)))
        write.write(answer)
        write.flush()
        del raw, answer


if __name__ == "__main__":
    confine()
    serve()
