"""The model of this process: loaded when the first text is read, made from the project's own sentences where none is kept yet."""

import fcntl
from pathlib import Path
from threading import Lock

import msgspec
import structlog

from farol.core.urgency import hear

from . import making, shelf
from .model import Model, Understood
from .rows import ALARMS, own

log = structlog.get_logger()
BY_WORD = {"risk": "care.person_at_risk", "stolen": "sec.account_stolen"}
"""What single words ring the alarm for, whatever the model makes of the rest."""


class Resident:
    """One model, shared by all threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder, self._lock = folder, Lock()
        self._model: Model | None = None

    def place(self, folder: Path) -> None:
        """Where models are kept from now on. Without a folder a model lives as long as its process."""
        with self._lock:
            self._folder, self._model = folder, None

    def serve(self, model: Model | None) -> None:
        """Answers by this model from now on; None: by the product's own."""
        with self._lock:
            self._model = model

    @property
    def ready(self) -> bool:
        """Whether ``model`` answers at once."""
        return self._model is not None

    def model(self) -> Model:
        """Half a second for the first call of a process; a minute where nothing fitting is kept: call it in a thread. The work is another process's."""
        with self._lock:
            if self._model is None:
                self._model = _kept(self._folder) if self._folder else _made()
            return self._model


def _kept(folder: Path) -> Model:
    """Of many processes that start together one makes the model and the others wait for it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = _fitting(folder)
        if found is not None:
            return found
        if not making.make_apart(folder) or (found := _fitting(folder)) is None:
            found = _made()
            shelf.keep(found, folder)
        log.info("understanding.made", learnt=sum(found.card.rows.values()), **found.card.held)
        return found


def _fitting(folder: Path) -> Model | None:
    from .training import digest_of

    try:
        found = shelf.load(folder)
    except FileNotFoundError:
        return None
    except shelf.Damaged as error:
        log.error("understanding.damaged", error=str(error))
        return None
    return found if found.card.digest == digest_of(own()) else None


def _made() -> Model:
    from .training import train

    return train(own(), alarms=ALARMS)


resident = Resident()


def understand(text: str, language: str = "und") -> Understood:
    """What a customer's words are about. The shield has been there before: nothing of the text is kept."""
    return with_words(resident.model().understand(text, language), text)


def with_words(found: Understood, text: str) -> Understood:
    """The alarms of the model and those of the list of urgent words."""
    heard = BY_WORD.get(hear(text))
    if heard is None or heard in found.alarms:
        return found
    return msgspec.structs.replace(found, alarms=(heard, *found.alarms))
