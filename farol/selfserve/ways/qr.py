"""QR codes for links, after ISO/IEC 18004: bytes, correction level M, versions 1 to 10, which hold 213 bytes. No I/O."""

from collections.abc import Callable, Iterator
from itertools import groupby

_BLOCKS = {
    1: (10, (16,)), 2: (16, (28,)), 3: (26, (44,)), 4: (18, (32, 32)), 5: (24, (43, 43)), 6: (16, (27,) * 4), 7: (18, (31,) * 4),
    8: (22, (38, 38, 39, 39)), 9: (22, (36, 36, 36, 37, 37)), 10: (26, (43, 43, 43, 43, 44)),
}  # fmt: skip
"""By version: correction bytes of each block, and the blocks' bytes of data."""
MOST = 213
"""Bytes that fit."""
_ALIGNED = {1: (), 2: (18,), 3: (22,), 4: (26,), 5: (30,), 6: (34,), 7: (22, 38), 8: (24, 42), 9: (26, 46), 10: (28, 50)}
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda y, x: (y + x) % 2 == 0, lambda y, x: y % 2 == 0, lambda y, x: x % 3 == 0, lambda y, x: (y + x) % 3 == 0, lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0, lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0, lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
)  # fmt: skip
_LIKE_A_FINDER = ([1, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1])
Grid = list[list[int]]

_EXP, _LOG = [0] * 512, [0] * 256
_value = 1
for _power in range(255):
    _EXP[_power], _LOG[_value] = _value, _power
    _value = (_value << 1) ^ (0x11D if _value & 0x80 else 0)
for _power in range(255, 512):
    _EXP[_power] = _EXP[_power - 255]


def grid(text: str) -> Grid:
    """The code as rows of 0 and 1, without its quiet zone. Raises ValueError for what is too long."""
    data = text.encode()
    version = next((v for v, (_, sizes) in _BLOCKS.items() if len(data) + (2 if v < 10 else 3) <= sum(sizes)), None)
    if version is None:
        raise ValueError("too long for a QR code of version 10")
    drawn, fixed = _frame(version)
    bits = (byte >> place & 1 for byte in _codewords(data, version) for place in range(7, -1, -1))
    for y, x in _path(len(drawn)):
        if not fixed[y][x]:
            drawn[y][x] = next(bits, 0)
    tried = [_masked(drawn, fixed, number, version) for number in range(len(_MASKS))]
    return min(tried, key=_penalty)


def path(text: str) -> tuple[int, str]:
    """Modules on a side with the quiet zone, and the dark ones as the path of an SVG."""
    rows = grid(text)
    return len(rows) + 8, "".join(f"M{x + 4} {y + 4}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)


def _codewords(data: bytes, version: int) -> list[int]:
    """Data and correction bytes, interleaved."""
    each, sizes = _BLOCKS[version]
    room = sum(sizes)
    count = 8 if version < 10 else 16
    value = (0b0100 << count | len(data)) << 8 * len(data) | int.from_bytes(data)
    size = 4 + count + 8 * len(data)
    end = min(4, room * 8 - size)
    value, size = value << end, size + end
    value, size = value << -size % 8, size + -size % 8
    words = list(value.to_bytes(size // 8))
    words += [(0xEC, 0x11)[n % 2] for n in range(room - len(words))]
    blocks, at = [], 0
    for length in sizes:
        blocks.append(words[at : at + length])
        at += length
    checks = [_remainder(block, each) for block in blocks]
    mixed = [block[n] for n in range(max(sizes)) for block in blocks if n < len(block)]
    return mixed + [check[n] for n in range(each) for check in checks]


def _remainder(block: list[int], count: int) -> list[int]:
    """Reed-Solomon over GF(256)."""
    generator = [1]
    for power in range(count):
        longer = [*generator, 0]
        for n, factor in enumerate(generator):
            longer[n + 1] ^= _EXP[_LOG[factor] + power] if factor else 0
        generator = longer
    rest = [*block, *[0] * count]
    for n in range(len(block)):
        if lead := rest[n]:
            for m, factor in enumerate(generator):
                rest[n + m] ^= _EXP[_LOG[factor] + _LOG[lead]] if factor else 0
    return rest[len(block) :]


def _frame(version: int) -> tuple[Grid, Grid]:
    """The patterns that every code of a version has, and where nothing else may stand."""
    size = 17 + 4 * version
    drawn, fixed = [[0] * size for _ in range(size)], [[0] * size for _ in range(size)]

    def put(y: int, x: int, dark: bool) -> None:
        if 0 <= y < size and 0 <= x < size:
            drawn[y][x], fixed[y][x] = int(dark), 1

    for n in range(8, size - 8):
        put(6, n, n % 2 == 0)
        put(n, 6, n % 2 == 0)
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        for y in range(-1, 8):
            for x in range(-1, 8):
                put(top + y, left + x, max(abs(y - 3), abs(x - 3)) in (0, 1, 3))
    centres = (6, *_ALIGNED[version]) if version > 1 else ()
    for cy in centres:
        for cx in centres:
            if (cy, cx) not in ((6, 6), (6, centres[-1]), (centres[-1], 6)):
                for y in range(-2, 3):
                    for x in range(-2, 3):
                        put(cy + y, cx + x, max(abs(y), abs(x)) != 1)
    for n in range(9):  # the format's places
        put(8, n, bool(drawn[8][n]))
        put(n, 8, bool(drawn[n][8]))
    for n in range(8):
        put(8, size - 1 - n, False)
        put(size - 1 - n, 8, n == 7)
    if version >= 7:
        bits = version << 12 | _polynomial(version << 12, 0x1F25)
        for n in range(18):
            put(n // 3, size - 11 + n % 3, bool(bits >> n & 1))
            put(size - 11 + n % 3, n // 3, bool(bits >> n & 1))
    return drawn, fixed


def _path(size: int) -> Iterator[tuple[int, int]]:
    """Every place in the order in which bits are laid: up and down in columns of two, from the right."""
    upwards = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for y in range(size - 1, -1, -1) if upwards else range(size):
            yield y, right
            yield y, right - 1
        upwards = not upwards


def _masked(drawn: Grid, fixed: Grid, number: int, version: int) -> Grid:
    size, mask = len(drawn), _MASKS[number]
    made = [[dark if fixed[y][x] else dark ^ mask(y, x) for x, dark in enumerate(row)] for y, row in enumerate(drawn)]
    bits = (number << 10 | _polynomial(number << 10, 0x537)) ^ 0x5412  # level M is 00
    around = [(n, 8) for n in (0, 1, 2, 3, 4, 5, 7, 8)] + [(8, n) for n in (7, 5, 4, 3, 2, 1, 0)]
    split = [(8, size - 1 - n) for n in range(8)] + [(size - 7 + n, 8) for n in range(7)]
    for places in (around, split):
        for n, (y, x) in enumerate(places):
            made[y][x] = bits >> n & 1
    made[size - 8][8] = 1
    return made


def _polynomial(value: int, divisor: int) -> int:
    length = divisor.bit_length()
    while value.bit_length() >= length:
        value ^= divisor << value.bit_length() - length
    return value


def _penalty(made: Grid) -> int:
    """How hard a reader would find it, by the standard's four rules."""
    size, columns = len(made), [list(column) for column in zip(*made, strict=True)]
    found = 0
    for line in (*made, *columns):
        found += sum(length - 2 for _, same in groupby(line) if (length := len(list(same))) >= 5)
        found += 40 * sum(line[n : n + 11] in _LIKE_A_FINDER for n in range(size - 10))
    found += 3 * sum(
        made[y][x] == made[y][x + 1] == made[y + 1][x] == made[y + 1][x + 1] for y in range(size - 1) for x in range(size - 1))
    dark = sum(map(sum, made)) * 100 / size**2
    return found + 10 * int(abs(dark - 50) // 5)
