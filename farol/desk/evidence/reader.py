"""Reads the words in one picture. Run as a process of its own, one for each picture; never imported.

``python -I reader.py`` takes the picture from standard input and writes one JSON line to standard output:
``{"outcome": "ok", "lines": [...]}`` or ``{"outcome": "failed"}``. It limits itself: CPU seconds, memory, size of what is
written, no core files; its models come with the library, so it asks nobody for anything.
"""

import json
import logging
import os
import resource
import sys
from io import BytesIO

CPU_S = 60
MEMORY = 2 * 1024 * 1024 * 1024
MOST_WRITTEN = 1024 * 1024
MOST_BYTES = 41 * 1024 * 1024
MOST_LINES = 600
LONGEST_LINE = 400
SURE = 0.5
"""How sure the reader has to be of a line, of 1."""
SIDE = 2000
"""Pixels of the longer side that are looked at."""


def confine() -> None:
    """Limits for all that follows."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN, MOST_WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)


def lines(picture: bytes) -> list[str]:
    """The lines from top to bottom."""
    import numpy
    from PIL import Image
    from rapidocr import RapidOCR

    found = Image.open(BytesIO(picture))
    found.thumbnail((SIDE, SIDE))
    engine = RapidOCR(params={
        "Global.log_level": "critical", "Global.text_score": SURE, "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    })  # fmt: skip
    read = engine(numpy.asarray(found.convert("RGB"))[:, :, ::-1])
    return [str(line)[:LONGEST_LINE] for line in (read.txts or ())][:MOST_LINES]


def main() -> None:
    """Whatever goes wrong means that nothing was read."""
    logging.disable(logging.CRITICAL)
    out, sys.stdout = sys.stdout, sys.stderr  # the library may talk; the answer is one line
    try:
        answer = {"outcome": "ok", "lines": lines(sys.stdin.buffer.read(MOST_BYTES))}
    except Exception:
        answer = {"outcome": "failed"}
    out.write(json.dumps(answer) + "\n")
    out.flush()


if __name__ == "__main__":
    confine()
    main()
    os._exit(0)
