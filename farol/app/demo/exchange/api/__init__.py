"""The back office as the core link describes it: reads, challenges, reveals and actions, one file a subject."""
