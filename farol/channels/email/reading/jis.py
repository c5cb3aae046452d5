"""ISO-2022-JP as mail programs of Japan really send it: with NEC's circled digits and half-width kana, which the standard leaves out."""

import re

LONGEST = 1024 * 1024
"""Bytes that are read; more than any person's words."""
_SHIFT = re.compile(rb"\x1b(\$[@B]|\$\(D|\([BJIH])")


def decode(data: bytes) -> str:
    """The text; what cannot be read becomes U+FFFD."""
    data = data[:LONGEST]
    out: list[str] = []
    at, mode = 0, b"(B"
    for found in _SHIFT.finditer(data):
        out.append(_piece(data[at: found.start()], mode))
        at, mode = found.end(), found.group(1)
    out.append(_piece(data[at:], mode))
    return "".join(out)


def looks_like(data: bytes) -> bool:
    """Whether the bytes switch to Japanese and have no high bytes."""
    return b"\x1b$B" in data or b"\x1b$@" in data


def _piece(data: bytes, mode: bytes) -> str:
    if mode in (b"$@", b"$B"):
        # Line ends stand between two-byte characters when a program forgot to switch back.
        return "\n".join(_two_bytes(line) for line in data.split(b"\n"))
    if mode == b"$(D":
        return (b"\x1b$(D" + data).decode("iso2022_jp_ext", "replace")
    if mode == b"(I":
        return bytes(byte | 0x80 for byte in data).decode("cp932", "replace")
    return data.decode("cp1252" if any(byte > 127 for byte in data) else "ascii", "replace")


def _two_bytes(line: bytes) -> str:
    shifted = bytearray()
    end = len(line) - len(line) % 2
    for first, second in zip(line[0:end:2], line[1:end:2], strict=True):
        if not (0x21 <= first <= 0x7E and 0x21 <= second <= 0x7E):
            shifted += b"?"
            continue
        row = (first - 0x21) // 2 + (0x81 if first < 0x5F else 0xC1)
        cell = second + (0x1F if first % 2 and second < 0x60 else 0x20 if first % 2 else 0x7E)
        shifted += bytes((row, cell))
    return shifted.decode("cp932", "replace")
