"""The help centre: articles in Chinese and English, live facts of the exchange inside them, and a search over both."""

needs = ("announcements", "connections", "incidents", "knowledge", "retrieval", "titles")
