"""`farol core-link`: for the engineers of an exchange, who build the other side."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="The core link, for the engineers of an exchange.")
KEY, SECRET, HOOK_SECRET = "FAROL_CORE_LINK_KEY", "FAROL_CORE_LINK_SECRET", "FAROL_CORE_LINK_WEBHOOK_SECRET"


@app.command("test")
def check(
    url: Annotated[str, typer.Argument(help="Where your core link answers, such as https://core.internal.example")],
    key: Annotated[str, typer.Option(envvar=KEY, help="Id of the key.")] = "farol-1",
    secret: Annotated[str, typer.Option(envvar=SECRET, help="The key itself; better in the environment or a file.")] = "",
    secret_file: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="A file with the key.")] = None,
    uid: Annotated[str, typer.Option(help="A test account; best one with deposits, withdrawals and a hold.")] = "",
    allow_actions: Annotated[
        bool, typer.Option("--allow-actions", help="Freeze the test account and open it again, reveal its values, send it codes.")
    ] = False,
    contact: Annotated[str, typer.Option(help="E-mail address or phone number of the test account.")] = "",
    campaign: Annotated[str, typer.Option(help="Id of a campaign, for eligibility.")] = "",
    facts: Annotated[str, typer.Option(help="Name of a table that you publish.")] = "",
    receive: Annotated[str, typer.Option(metavar="HOST:PORT", help="Take your events here, at /hooks/core.")] = "",
    webhook_secret: Annotated[list[str] | None, typer.Option(help=f"What they are signed with; twice while two are in use. Or {HOOK_SECRET}.")] = None,
    wait: Annotated[float, typer.Option(min=1, max=3600, help="Seconds to wait for an event.")] = 60.0,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")] = False,
    report: Annotated[list[Path] | None, typer.Option(help="Also write a file: .html, .md or .json.")] = None,
) -> None:
    """Check your core link clause by clause. Only reads and dry runs, unless --allow-actions. Exit code 0: nothing failed."""
    import asyncio
    import json

    from .conformance.bench import Options
    from .conformance.report import document, table, written
    from .conformance.run import run

    secret = secret_file.read_text("utf-8").strip() if secret_file else secret
    hooks = tuple(webhook_secret or filter(None, [os.environ.get(HOOK_SECRET, "")]))
    wrong = _wrong(url, secret, uid, allow_actions, receive, report or [])
    if wrong:
        print(wrong, file=sys.stderr)
        raise typer.Exit(2)
    options = Options(
        url=url, key=key, secret=secret, uid=uid, allow_actions=allow_actions, contact=contact, campaign=campaign, facts=facts,
        receive=receive, webhook_secrets=hooks, webhook_wait_s=wait,
    )  # fmt: skip
    try:
        found = asyncio.run(run(options))
    except OSError as error:
        print(f"cannot listen on {receive}: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    for path in report or []:
        path.write_text(written(found, path.suffix), "utf-8")
    print(json.dumps(document(found), ensure_ascii=False) if as_json else table(found))
    raise typer.Exit(1 if found.failed else 0)


def _wrong(url: str, secret: str, uid: str, allow_actions: bool, receive: str, report: list[Path]) -> str:
    """What keeps a run from starting, in a sentence; empty when nothing does."""
    if not url.startswith(("http://", "https://")):
        return "The address begins with http:// or https://."
    if not secret:
        return f"Set {SECRET}, or name a file with --secret-file."
    if allow_actions and not uid:
        return "--allow-actions needs --uid: the test account that may be frozen."
    if receive and not receive.rpartition(":")[2].isdigit():
        return "--receive is HOST:PORT."
    odd = [path.name for path in report if path.suffix not in (".html", ".md", ".json")]
    return f"A report is .html, .md or .json, not {odd[0]}." if odd else ""


@app.command("skeleton")
def skeleton(folder: Annotated[Path, typer.Argument(file_okay=False, help="A folder that does not exist yet, or is empty.")]) -> None:
    """Write a small server to start from: the first reads, events out, signing done right, sample data."""
    from . import skeleton

    try:
        files = skeleton.write(folder)
    except FileExistsError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    print("\n".join([*(str(path) for path in files), "", f"Read {folder / 'README.md'} next."]))
