"""The knowledge base: articles in several languages, their drafts, reviews and published versions."""

needs = ("guard",)
