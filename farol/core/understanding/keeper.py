"""The model of this process: loaded when the first text is read, made from the project's own sentences where none is kept yet."""

import fcntl
from pathlib import Path
from threading import Lock

import msgspec
import structlog

from farol.core.urgency import hear

from . import making, shelf
from .model import Model, Understood
from .rows import ALARMS, AT_ONCE, own

log = structlog.get_logger()
MADE = Path(__file__).with_name("made")
"""Where set-up leaves the model, for every data folder of this installation."""
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
        """Half a second for the first call of a process; a minute where set-up left nothing fitting and nothing is kept: call it in a thread. The work is
        another process's."""
        with self._lock:
            if self._model is None:
                self._model = _fitting(MADE) or (_kept(self._folder) if self._folder else _made())
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
    """The alarms of the model and those of the list of urgent words, which are acted on at once."""
    heard = BY_WORD.get(hear(text))
    if heard is None and not found.alarms:
        return found
    alarms = (heard, *(code for code in found.alarms if code != heard)) if heard else found.alarms
    shares = {one.code: one.p for one in found.reasons}
    sure = tuple(code for code in alarms if code == heard or shares[code] >= AT_ONCE.get(code, 0.0))
    return msgspec.structs.replace(found, alarms=alarms, sure=sure)
