"""The push queue: every waiting ticket has a place, a freed agent gets the longest waiting they may take."""

needs = ("languages", "surge")
