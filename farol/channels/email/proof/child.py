"""The checking process: reads framed mails, answers with what SPF, DKIM and ARC come to, holds nothing else.

``python -I -m farol.channels.email.proof.child``. Frames as in ``reading.child``. It never speaks to the network: for a DNS record it writes
``Ask`` and reads ``Answer``. CPU time is counted for each mail; the kernel ends the process over a limit, since a signature's canonical
form can cost the square of a hostile line's length.
"""

import logging
import signal
import struct
import sys

import dkim  # type: ignore[import-untyped]
import msgspec

from farol.channels.email.reading.child import confine

from . import signatures, spf_check
from .model import Answer, Ask, Found, Job
from .resolver import Unresolved

CPU_S = 4.0
MEMORY = 640 * 1024 * 1024
"""A mail of 25 MB is held as lines, and once more in canonical form."""
_ENCODER = msgspec.msgpack.Encoder()
_JOB = msgspec.msgpack.Decoder(Job)
_ANSWER = msgspec.msgpack.Decoder(Answer)


def _read() -> bytes:
    head = sys.stdin.buffer.read(4)
    return sys.stdin.buffer.read(struct.unpack(">I", head)[0]) if len(head) == 4 else b""


def _write(said: Ask | Found) -> None:
    frame = _ENCODER.encode(said)
    sys.stdout.buffer.write(struct.pack(">I", len(frame)) + frame)
    sys.stdout.buffer.flush()


def look_up(name: str, kind: str) -> list[bytes]:
    """Asks the process that started this one. Raises Unresolved."""
    _write(Ask(name, kind))
    records = _ANSWER.decode(_read()).records
    if records is None:
        raise Unresolved(name)
    return records


def check(job: Job) -> Found:
    """All three, each by itself: what one of them cannot read says nothing of the others."""
    spf = spf_check.check(look_up, job.ip, job.mail_from, job.helo)
    if b"dkim-signature" not in job.raw[:262_144].lower() and b"arc-seal" not in job.raw[:262_144].lower():
        return Found(spf, ())
    try:
        message = dkim.DKIM(job.raw, minkey=signatures.LEAST_BITS)
    except (dkim.DKIMException, IndexError, ValueError):
        return Found(spf, ())
    signed = signatures.check(look_up, message)
    if not any(name.lower() == b"arc-seal" for name, _ in message.headers):
        return Found(spf, signed)
    return Found(spf, signed, *signatures.chain(look_up, job.raw))


def main() -> None:
    """Answers until standard input ends."""
    confine(MEMORY)
    logging.disable(logging.CRITICAL)
    while frame := _read():
        job = _JOB.decode(frame)
        signal.setitimer(signal.ITIMER_PROF, CPU_S)  # SIGPROF ends the process
        found = check(job)
        signal.setitimer(signal.ITIMER_PROF, 0)
        _write(found)
        del frame, job


if __name__ == "__main__":
    main()
