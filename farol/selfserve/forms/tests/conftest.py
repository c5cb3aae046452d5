"""Customers at a form, in front of the shipped articles and, where a test wants it, the demo exchange."""

from farol.selfserve.help_centre.tests.conftest import demo, reader
from farol.selfserve.portal.tests.conftest import enter

__all__ = ["demo", "enter", "reader"]
