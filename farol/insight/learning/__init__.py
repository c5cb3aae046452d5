"""What people correct, kept without what is personal, and a model that learns from it only where nothing gets worse."""

needs = ("understanding", "urgency", "triage", "assistant", "editing")
