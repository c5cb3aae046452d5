"""`farol connector`: a process that reads a venue. Only it imports ccxt, which takes seconds and 70 MB."""

import os
import sys
from typing import Annotated, Any

import typer

app = typer.Typer(no_args_is_help=True, help="Public facts of trading venues, served as a core link.")
KEY, SECRET = "FAROL_CORE_LINK_KEY", "FAROL_CORE_LINK_SECRET"


@app.callback()
def connectors() -> None:
    """Keeps ``ccxt`` a word of its own while it is the only connector."""


@app.command("ccxt")
def from_ccxt(
    venue: Annotated[str, typer.Option(help="The venue's id at ccxt. okx, binance and bybit tell networks only to a key; htx and kucoin to everybody.")],
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where it serves, on 127.0.0.1.")] = 8730,
    core: Annotated[str, typer.Option(help="A core link behind it, to which everything but networks and incidents is handed on.")] = "",
) -> None:
    """Serve a venue's networks, asked for once a minute, as a core link."""
    import uvicorn

    from .feed import Feed
    from .server import build

    secret = os.environ.get(SECRET, "")
    if not secret:
        print(f"{SECRET} is not set", file=sys.stderr)
        raise typer.Exit(2)
    application = build(Feed(_venue(venue)), {os.environ.get(KEY, "farol-1"): secret}, core)
    uvicorn.run(application, host="127.0.0.1", port=port, log_level="warning")


def _venue(name: str) -> Any:
    try:
        import ccxt.async_support as ccxt
    except ImportError:
        print("ccxt is not installed: pip install 'farol[ccxt]'", file=sys.stderr)
        raise typer.Exit(2) from None
    if name not in ccxt.exchanges:
        print(f"ccxt knows no venue {name}", file=sys.stderr)
        raise typer.Exit(2)
    return getattr(ccxt, name)({"enableRateLimit": True, "timeout": 20_000})
