"""Shifts: who is to work when, set against how many customers usually come, and against who is there."""

needs = ("queue",)
