"""An exchange's side of the core link: the first reads, two events, sample data."""
