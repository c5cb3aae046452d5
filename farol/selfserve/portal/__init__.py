"""My tickets: a customer reads, answers and follows their own tickets without a script."""

needs = ("help_centre",)
