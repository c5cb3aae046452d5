"""Undo send: a reply waits on the server for some seconds before it is said, and comes back when somebody spoke meanwhile."""

needs = ("drafts",)
