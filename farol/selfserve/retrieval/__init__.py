"""Search over what is published: passages of articles in this process's memory, with slips, synonyms, suggestions and gaps."""

needs = ("knowledge", "titles")
