"""Tags: the desk's own words on tickets, added and taken away one by one, so that nobody's are lost."""
