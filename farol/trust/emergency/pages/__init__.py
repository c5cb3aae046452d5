"""The emergency pages: proving control and freezing, and the case afterwards. Whole without a script and without an account of ours."""

from . import case, pack, stolen, stop, talk

routes = [*stolen.routes, *case.routes, *talk.routes, *stop.routes, *pack.routes]
