"""Opinions: what people say about us in public; who asks about their own case is led into private, and nobody's data goes out."""

needs = ("connections", "messengers", "guard")
