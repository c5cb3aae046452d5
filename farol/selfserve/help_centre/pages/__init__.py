"""The help centre over HTTP: server-rendered, in two languages, whole without scripts."""

from . import announced, article, brand, feedback, glossary, home, machines, manual, networks, search, topic

routes = [
    *home.routes, *topic.routes, *article.routes, *feedback.routes, *search.routes, *glossary.routes, *announced.routes, *manual.routes, *networks.routes, *machines.routes, *brand.routes,
]  # fmt: skip
