"""The community over HTTP: server-rendered, read by everybody, written in by customers, without scripts."""

from . import changing, own, reading, writing

routes = [*reading.routes, *writing.routes, *changing.routes, *own.routes]
