"""Notices out of the house: by mail, and as web push to browsers that were allowed to show them."""

needs = ("email",)
