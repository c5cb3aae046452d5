"""The help centre over HTTP: server-rendered, in two languages, whole without scripts."""

from . import announced, article, brand, home, machines, manual, search, topic

routes = [
    *home.routes, *topic.routes, *article.routes, *search.routes, *announced.routes, *manual.routes, *machines.routes, *brand.routes,
]  # fmt: skip
