"""``python -m farol.core.understanding FOLDER``: makes the product's own model and keeps it there."""

import os
import sys
from pathlib import Path

from .making import LOW, make

if LOW in sys.argv:
    os.nice(19)
make(Path(sys.argv[1]))
