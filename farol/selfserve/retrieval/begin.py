"""What a web process does beside serving: reads what is published before the first visitor comes, and writes gaps down."""

from farol.kit.core import Kit

from .gaps import notebook
from .library import library


async def start(kit: Kit) -> None:
    """Builds the index and begins to write what nothing answered."""
    books = await library(kit)
    kit.background(books.keep_looking(kit))
    kit.background(notebook(kit).keep_writing(kit))
