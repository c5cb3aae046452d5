"""Keeping a model: arrays in ``intent.npz``, everything else in ``intent.json``, which seals both with SHA-256. Nothing in either file can run.

The seal shows damage and mix-ups. It is no signature: who may write the folder may put another model there.
"""

import hashlib
import io
import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from .model import Card, Model
from .vectors import Vocabularies, Vocabulary

FORM = 2
"""Of the files and of what a piece is; models of another form are made anew."""
ARRAYS, TOLD = "intent.npz", "intent.json"
LARGEST = 200_000_000
"""Bytes of a file."""
_BREAK = "\n"
"""Between pieces; a piece holds letters, figures, marks, blanks, ``&`` and ``#``."""


class Damaged(Exception):
    """The stored model is not what was kept; the message says which part."""


class _Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """arrays: SHA-256 of the other file. seal: of this one with an empty seal."""

    form: int
    card: Card
    arrays: str
    seal: str = ""


def keep(model: Model, folder: Path) -> None:
    """Writes both files, each whole or not at all; a reader that meets the files of two models refuses them as damaged."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = io.BytesIO()
    known = model.known
    np.savez_compressed(
        packed, weights=model.weights.astype(np.float16), bias=model.bias,
        words=_bytes(known.words), words_weights=known.words.weights, letters=_bytes(known.letters), letters_weights=known.letters.weights,
    )  # fmt: skip
    arrays = packed.getvalue()
    open_ = _Told(FORM, model.card, hashlib.sha256(arrays).hexdigest())
    _write(folder / ARRAYS, arrays)
    _write(folder / TOLD, _sealed(open_))


def load(folder: Path) -> Model:
    """Raises ``Damaged`` for anything but what ``keep`` wrote, and FileNotFoundError where there is nothing."""
    told_bytes, arrays = _read(folder / TOLD), _read(folder / ARRAYS)
    try:
        told = msgspec.json.decode(told_bytes, type=_Told)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Damaged(f"{TOLD}: {error}") from error
    if told.form != FORM:
        raise Damaged(f"{TOLD}: form {told.form}, wanted {FORM}")
    if _sealed(msgspec.structs.replace(told, seal="")) != told_bytes:
        raise Damaged(f"{TOLD}: not as it was sealed")
    if hashlib.sha256(arrays).hexdigest() != told.arrays:
        raise Damaged(f"{ARRAYS}: not the file that was kept with {TOLD}")
    with np.load(io.BytesIO(arrays), allow_pickle=False) as held:
        words = Vocabulary(_pieces(held["words"]), held["words_weights"], 0)
        letters = Vocabulary(_pieces(held["letters"]), held["letters_weights"], len(words.known))
        return Model(told.card, Vocabularies(words, letters), held["weights"], held["bias"])


def _sealed(told: _Told) -> bytes:
    seal = hashlib.sha256(_json(told)).hexdigest()
    return _json(msgspec.structs.replace(told, seal=seal))


def _json(told: _Told) -> bytes:
    return msgspec.json.format(msgspec.json.encode(told, order="sorted"), indent=1) + b"\n"


def _bytes(known: Vocabulary) -> Any:
    return np.frombuffer(_BREAK.join(known.known).encode(), np.uint8)


def _pieces(held: Any) -> list[str]:
    whole = bytes(held).decode()
    return whole.split(_BREAK) if whole else []


def _read(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise Damaged(f"{path.name}: larger than {LARGEST} bytes")
    return path.read_bytes()


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
