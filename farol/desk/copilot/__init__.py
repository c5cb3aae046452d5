"""The copilot: drafts with their sources, summaries, similar solved tickets and what to do next, for an agent who decides; it does nothing by itself."""

needs = ("checklists", "evidence", "fields", "guard", "knowledge", "macros", "plays", "retrieval", "search", "sla", "translating")
