"""Lists of tickets: those every desk has and those people save, in pages, counted, and only of what the reader may see."""

needs = ("conditions", "inbox", "queue")
