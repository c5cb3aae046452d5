"""The console's routes on the knowledge base."""

from . import articles, drafts, folders, helping, trees

routes = [*articles.routes, *drafts.routes, *helping.routes, *trees.routes, *folders.routes]
