"""Figures of the desk, live and by day, each with its formula, recomputable from the log, and clickable to its tickets."""

needs = ("sla", "queue")
