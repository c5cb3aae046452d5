"""Opens one file that a stranger sent. Run as a process of its own, one for each file; never imported.

``python -I confined.py KIND COPY_FD PREVIEW_FD`` reads the file from standard input and writes one JSON line to
standard output. For a picture (``png``, ``jpeg``, ``gif``, ``webp``) a copy made of its pixels alone and a preview go
to the two descriptors: ``{"outcome": "ok", "width": .., "height": ..}``. For ``zip`` only the table of contents is
read. Other outcomes are the keys of ``problems.WHY``.

The process begins with an empty environment and no other open descriptor, limits itself, and on x86-64 Linux then
gives up every system call but those that compute, read and write what is open: a decoder that is tricked opens no
file, no socket and no program, and ends with the process. Elsewhere only the limits hold.
"""

import ctypes
import json
import os
import platform
import resource
import struct
import sys
from collections.abc import Iterator
from typing import BinaryIO

CPU_S = 2
MEMORY = 256 * 1024 * 1024
LARGEST_COPY = 40 * 1024 * 1024
MOST_PIXELS = 50_000_000
SCALED_ABOVE = 24_000_000
MOST_MOVING_PIXELS = 20_000_000
MOST_FRAMES = 300
QUICK_ABOVE = 4_000_000
PREVIEW = 1600
MOST_ENTRIES = 10_000
MOST_RATIO = 100
SMALL_ENOUGH = 20 * 1024 * 1024


def confine() -> None:
    """Limits for all that follows: CPU seconds, memory, size of what is written, no processes, no core files."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_COPY, LARGEST_COPY))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)


confine()

import codecs  # noqa: E402 - the limits come first
import copy as _copy  # noqa: E402, F401 - a decoder needs it, and behind the fence nothing more can be imported
from zipfile import BadZipFile, ZipFile  # noqa: E402

from PIL import Image, ImageOps, ImageSequence, MpoImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: E402, F401
from PIL.Image import Image as Picture  # noqa: E402

DECODERS = {"png": ("PNG",), "jpeg": ("JPEG", "MPO"), "gif": ("GIF",), "webp": ("WEBP",)}


# Numbers of x86-64: read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn ioctl
# pread64 readv writev sched_yield mremap madvise dup getpid exit fcntl sigaltstack gettid futex restart_syscall
# clock_gettime exit_group newfstatat getrandom rseq getcwd
ALLOWED = (0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 24, 25, 28, 32, 39, 60, 72, 131, 186, 202, 219, 228,
           231, 262, 318, 334, 79)
_X86_64 = 0xC000003E
_LOAD, _EQUAL, _ANSWER = 0x20, 0x15, 0x06  # instructions of the kernel's filter: load a word, compare, end
_ALLOW, _NO_PERMISSION, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def fence() -> None:
    """From here on other system calls answer EPERM (seccomp). Raises OSError when the kernel refuses to do so."""
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        return
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, _X86_64), (_ANSWER, 0, 0, _KILL), (_LOAD, 0, 0, 0)]
    steps += [(_EQUAL, len(ALLOWED) - at, 0, number) for at, number in enumerate(ALLOWED)]
    steps += [(_ANSWER, 0, 0, _NO_PERMISSION), (_ANSWER, 0, 0, _ALLOW)]
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or kernel.prctl(
            _SET_FILTER, _FILTER, ctypes.byref(_Program(len(steps), code)), 0, 0):
        raise OSError(ctypes.get_errno(), "no seccomp")


class Refused(Exception):
    """The argument is a key of ``problems.WHY``."""


def bare(picture: Picture) -> Picture:
    """The pixels alone: 8 bits, upright, without EXIF, GPS position, comments, profiles and text chunks."""
    ImageOps.exif_transpose(picture, in_place=True)
    clear = "A" in picture.mode or "a" in picture.mode or "transparency" in picture.info
    mode = "RGBA" if clear else "L" if picture.mode in ("1", "L") else "RGB"
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value / 257).convert("L")
    elif picture.mode != mode:
        picture = picture.convert(mode)
    picture.load()
    picture.info = {}
    return picture


def frames(picture: Picture) -> Iterator[Picture]:
    """Every frame: its pixels and how long it stands (ms)."""
    for frame in ImageSequence.Iterator(picture):
        duration = frame.info.get("duration", 100)
        clean = bare(frame.copy())
        clean.info["duration"] = duration
        yield clean


def bounded(picture: Picture) -> bool:
    """Whether it moves. Refuses too many frames, counted no further than one more than allowed."""
    if not getattr(picture, "is_animated", False):
        return False
    count = 1
    try:
        while count <= MOST_FRAMES:
            picture.seek(count)
            count += 1
    except EOFError:
        pass
    if count > MOST_FRAMES or count * picture.width * picture.height > MOST_MOVING_PIXELS:
        raise Refused("animation")
    picture.seek(0)
    return True


def copy(picture: Picture, kind: str, out: BinaryIO) -> Picture:
    """Writes the copy in the same format. Returns the still picture that the preview is made of."""
    if kind in ("gif", "webp") and bounded(picture):
        first, *rest = frames(picture)
        durations = [frame.info.pop("duration") for frame in (first, *rest)]
        first.save(out, kind.upper(), save_all=True, append_images=rest, duration=durations, loop=0, method=0)
        return first
    if kind == "jpeg" and picture.width * picture.height > SCALED_ABOVE:
        picture.draft(None, (picture.width // 2, picture.height // 2))  # the decoder halves it: a quarter of the memory
    still = bare(picture)
    if kind == "png":
        # Photographs as PNG hardly shrink; screenshots do, and are small enough to take the time.
        still.save(out, "PNG", compress_level=1 if still.width * still.height > QUICK_ABOVE else 4)
    else:
        still.save(out, kind.upper(), quality=90, method=2)
    return still


def picture(kind: str, copy_fd: int, preview_fd: int) -> dict[str, object]:
    """Copy and preview. The size in the header is judged before a pixel is decoded."""
    Image.MAX_IMAGE_PIXELS = None  # our own cap is stricter
    found = Image.open(sys.stdin.buffer, formats=DECODERS[kind])
    if found.width * found.height > MOST_PIXELS:
        raise Refused("too_many_pixels")
    with os.fdopen(copy_fd, "wb") as out:
        still = copy(found, kind, out)
    width, height = still.size
    still.thumbnail((PREVIEW, PREVIEW))
    with os.fdopen(preview_fd, "wb") as out:
        still.save(out, "WEBP", quality=80, method=2)
    return {"outcome": "ok", "width": width, "height": height}


def archive() -> dict[str, object]:
    """The sizes an archive names for its entries, together against its own. A broken one is not our concern."""
    size = os.fstat(0).st_size
    try:
        entries = ZipFile(sys.stdin.buffer).infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError):
        return {"outcome": "ok"}
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or (unpacked > SMALL_ENOUGH and unpacked > MOST_RATIO * size):
        raise Refused("archive")
    return {"outcome": "ok"}


def main(kind: str, copy_fd: str, preview_fd: str) -> None:
    """Whatever a decoder raises means that the file cannot be read."""
    try:
        answer = archive() if kind == "zip" else picture(kind, int(copy_fd), int(preview_fd))
    except Refused as refused:
        answer = {"outcome": refused.args[0]}
    except MemoryError:
        answer = {"outcome": "too_heavy"}
    except Exception:
        answer = {"outcome": "unreadable"}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    Image.preinit()
    codecs.lookup("cp437")  # the spelling of names in old archives
    fence()
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
