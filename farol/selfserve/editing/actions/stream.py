"""Where the log holds what editors do."""

STREAM = "editing:1"
