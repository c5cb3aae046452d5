"""HTTP: routes with rights, strict bodies, pages, problems. The only room that knows the web framework."""

from litestar import Request
from litestar.datastructures import Cookie
from litestar.response import Response

from .answers import Bytes, Page, Streamed, cookie, json, redirect
from .assemble import Group, assemble
from .audience import Audience
from .bodies import Body, decode
from .credentials import Credentials
from .front import Front
from .hot import HotRoute
from .refused import after
from .routes import delete, get, patch, post, put

__all__ = [
    "Audience", "Body", "Bytes", "Cookie", "Credentials", "Front", "Group", "HotRoute", "Page", "Request", "Response",
    "Streamed", "after", "assemble", "cookie", "decode", "delete", "get", "json", "patch", "post", "put", "redirect",
]
