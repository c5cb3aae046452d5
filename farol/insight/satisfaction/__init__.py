"""What customers say of a contact once it is over: stars, words, and whether it was solved."""

needs = ("surge",)
