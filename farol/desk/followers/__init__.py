"""Followers: colleagues who want to know how a ticket goes on, because they asked or were named in a note."""

needs = ("queue",)
