"""What is done with what people say in public."""

from . import answering, gathering, tending, watching

__all__ = ["answering", "gathering", "tending", "watching"]
