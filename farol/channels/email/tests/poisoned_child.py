"""The parsing process with a trap in it: mails that name it die, hang, eat memory or answer nonsense."""

import os
import sys
import time

from farol.channels.email.model import Mail, Refused
from farol.channels.email.reading import child
from farol.channels.email.reading.parse import parse


def handle(raw: bytes) -> Mail | Refused:
    if b"X-Poison: abort" in raw:
        os.abort()
    if b"X-Poison: spin" in raw:
        while True:
            pass
    if b"X-Poison: sleep" in raw:
        time.sleep(600)
    if b"X-Poison: memory" in raw:
        return Refused(str(len(bytearray(1 << 30))))
    if b"X-Poison: recursion" in raw:
        return handle(raw)
    if b"X-Poison: nonsense" in raw:
        sys.stdout.buffer.write(b"\0\0\0\1\xc1")
        sys.stdout.flush()
    return parse(raw)


if __name__ == "__main__":
    child.confine()
    child.serve(handle)
