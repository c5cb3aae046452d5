"""What people correct, kept without what is personal, and a model that learns from it only where nothing gets worse."""

needs = ("triage", "assistant", "retrieval", "editing", "copilot", "portal")
