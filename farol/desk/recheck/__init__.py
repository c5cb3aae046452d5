"""Did the fix hold: a day on which somebody looks at a solved ticket again."""

needs = ("threads",)
