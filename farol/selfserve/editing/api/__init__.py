"""The console's routes of the editors' desk."""

from . import articles, gaps, tester

routes = [*gaps.routes, *articles.routes, *tester.routes]
