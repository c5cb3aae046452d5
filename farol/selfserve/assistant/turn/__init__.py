"""A turn of the assistant as pure stages, each a function of what is known so far, each with its place in the trace."""
