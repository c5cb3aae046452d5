"""Hands for driving the console: opening, writing, moving the stand-in's world, taking pictures."""

import json
import sys
import urllib.request
from pathlib import Path

from playwright.sync_api import Page

BASE = sys.argv[1]
PICTURES = Path(sys.argv[2]) if len(sys.argv) > 2 else None
IVAN, MEI, LONG = 3, 4, 10


def mock(what: str, **data: object) -> None:
    """Moves the world from outside."""
    request = urllib.request.Request(f"{BASE}/mock/{what}", json.dumps(data).encode(), method="POST")  # noqa: S310
    urllib.request.urlopen(request, timeout=5).read()  # noqa: S310


def picture(page: Page, name: str) -> None:
    """Keeps a picture when a folder was given."""
    if PICTURES:
        page.wait_for_timeout(250)
        page.screenshot(path=PICTURES / f"{name}.png")


def open_ticket(page: Page, ticket: int) -> None:
    """Opens a ticket by its address and waits for the conversation."""
    page.goto(f"{BASE}/console/tickets/{ticket}")
    page.wait_for_selector(".msg .say")


def write(page: Page, text: str) -> None:
    """Types into the composer."""
    page.locator("#write textarea").fill(text)
