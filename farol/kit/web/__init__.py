"""HTTP: routes with rights, strict bodies, pages, problems. The only room that knows the web framework."""

from litestar import Request
from litestar.datastructures import Cookie
from litestar.response import Response

from .answers import Bytes, Page, cookie, json, redirect
from .assemble import Group, assemble
from .audience import Audience
from .bodies import Body, decode
from .credentials import Credentials
from .hot import HotRoute
from .routes import delete, get, patch, post, put

__all__ = [
    "Audience", "Body", "Bytes", "Cookie", "Credentials", "Group", "HotRoute", "Page", "Request", "Response",
    "assemble", "cookie", "decode", "delete", "get", "json", "patch", "post", "put", "redirect",
]
