"""Emergency: an account that is being robbed is frozen in seconds by its owner, a person is rung until one comes, and danger to a person is for people alone."""

needs = ("email", "help_centre", "identity", "messengers", "portal", "proposals", "threads")
