"""The demo exchange behind the link, and Mei's browser."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.trust.identity.tests.conftest import Browser, Phone, browser, phone

__all__ = ["browser", "phone"]


@pytest.fixture
async def mei(phone: Phone, browser: Any) -> Browser:
    """Signed in from the exchange's site."""
    found: Browser = await browser(cast.MEI)
    return found
