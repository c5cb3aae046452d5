"""Files people send: bytes under random keys, every one judged before it is kept."""

from farol.kit.files.bytestore import Files

__all__ = ["Files"]
