"""Stops asking a core that does not answer. An answer of whatever status below 500 counts as one."""

from farol.kit import breaker

from .problems import ExchangeDown


class Breaker(breaker.Breaker):
    """A breaker that raises."""

    def admit(self) -> None:
        """Lets a request pass or raises ``ExchangeDown``."""
        if not self.admits():
            raise ExchangeDown
