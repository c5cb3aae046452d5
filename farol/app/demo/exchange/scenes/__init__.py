"""The scenario clock: what happens next at the demo exchange, one step at a time, by a button or by a test."""

from . import accounts, coins, trading, venue
from .step import STEPS, Stage, Step, play

__all__ = ["STEPS", "Stage", "Step", "accounts", "coins", "play", "trading", "venue"]
