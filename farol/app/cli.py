"""The `farol` command. Every part is imported by the command that needs it, so that each starts quickly."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from farol.kit.settings import Settings, SettingsError

from . import channel, core_link
from .connectors import command as connectors

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Farol: customer support for exchanges.")
PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


def settings() -> Settings:
    """The settings of this process. Ends the process with a clear text when they are wrong."""
    try:
        return Settings.load(os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None


@app.command()
def up(
    demo: Annotated[bool, typer.Option("--demo", envvar="FAROL_DEMO", help="With demo content, a demo exchange and a mailbox.")] = False,
    data: Annotated[Path | None, typer.Option(help="Folder for everything that is kept.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65000, help="Web port; the demo's others follow it.")] = None,
    web: Annotated[int | None, typer.Option(min=1, max=64, help="Number of web processes.")] = None,
) -> None:
    """Run everything on this machine until Ctrl-C."""
    from farol.kit import log

    from . import plan, up

    env = plan.own_environment()
    # This process never sees what people write, so there is nothing to scrub.
    level = env.get("FAROL_LOG_LEVEL") or ("warning" if demo else "info")
    log.configure(scrub=str, level=level, form=env.get("FAROL_LOG_FORMAT") or "json")
    raise typer.Exit(up.run(plan.Options(demo, data, port, web), env))


@app.command()
def web(fd: Annotated[int | None, typer.Option(help="An open listening socket to serve on.")] = None) -> None:
    """Run one web process."""
    from . import serve

    serve.web(settings(), fd)


@app.command()
def work() -> None:
    """Run one worker: jobs, reactions, mail."""
    from . import serve

    serve.work(settings())


@app.command("demo-content", hidden=True)
def demo_content(links: Path) -> None:
    """Add the demo's people, articles and tickets, and write the sign-in links to a file."""
    import asyncio
    import json

    from farol.kit.supervisor.home import write_private

    from .demo import seed

    async def fill(using: Settings) -> str:
        await seed.plant(using)
        return json.dumps(await seed.links(using))

    write_private(links, asyncio.run(fill(settings())))


@app.command()
def migrate(
    only: Annotated[str | None, typer.Option(help="'before' or 'after' the new code is in place.")] = None,
) -> None:
    """Bring the database up to date."""
    import asyncio

    from farol.kit import schema

    if only not in (None, *schema.PHASES):
        raise typer.BadParameter("wanted 'before' or 'after'", param_hint="--only")
    phases: tuple[schema.Phase, ...] = ("before", "after") if only is None else ("before",) if only == "before" else ("after",)
    try:
        ran = asyncio.run(schema.migrate(settings().database_url, phases=phases))
    except (schema.SchemaError, OSError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    print("\n".join(ran) or "The database is up to date.")


@app.command()
def doctor(data: Annotated[Path | None, typer.Option(help="Data folder of a `farol up` to check.")] = None) -> None:
    """Check this installation and say what to do."""
    import asyncio

    from . import doctor

    raise typer.Exit(asyncio.run(doctor.main(os.environ, data)))


@app.command("schema")
def write_schema() -> None:
    """Write farol/schema/current.sql from the migrations."""
    import asyncio

    from . import current_schema

    print(asyncio.run(current_schema.write()))


@app.command()
def routes() -> None:
    """List every route with its audience and permission."""
    from . import reference

    print(reference.routes())


@app.command("map")
def module_map() -> None:
    """Show every feature and what it needs."""
    from . import reference

    print(reference.feature_map())


@app.command("reference")
def write_reference() -> None:
    """Write docs/reference anew from the code."""
    from . import reference

    for path in reference.write():
        print(path)


@app.command("staff-add")
def staff_add(
    email: str,
    name: str,
    role: str,
    alias: Annotated[str, typer.Option(help="The name customers see; the first name when not given.")] = "",
    language: Annotated[str, typer.Option(help="zh or en")] = "en",
) -> None:
    """Add a member of staff; prints the address for the authenticator app."""
    from farol.kit.problem import Problem

    from . import staffing

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        print(staffing.add(settings(), email, name, alias or name.split()[0], role, language, password))
    except Problem as problem:
        print(problem.text(), file=sys.stderr)
        raise typer.Exit(1) from None


articles = typer.Typer(no_args_is_help=True, help="Articles as a folder of Markdown files.")
app.add_typer(articles, name="articles")


@articles.command("export")
def articles_export(folder: Annotated[Path, typer.Argument(file_okay=False)]) -> None:
    """Write every published article with its pictures."""
    from . import articles

    print(f"{articles.write(settings(), folder)} files")


@articles.command("import")
def articles_import(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    publish: Annotated[bool, typer.Option("--publish", help="Publish them; otherwise they become drafts.")] = False,
) -> None:
    """Take a folder in, all of it or nothing; broken files are named."""
    from farol.kit.problem import Problem

    from . import articles

    try:
        for taken in articles.read(settings(), folder, publish=publish):
            print(f"{taken.path}: {taken.outcome}{f' v{taken.version}' if taken.version else ''}")
    except Problem as problem:
        for file in problem.fields.get("files", ()):
            for error in file["errors"]:
                print(f"{file['path']}: {error['en']}", file=sys.stderr)
        print(problem.text(), file=sys.stderr)
        raise typer.Exit(1) from None


@app.command(context_settings=PASSED_ON)
def bench(context: typer.Context) -> None:
    """Measure speed beside the bare parts."""
    from .bench import main

    raise typer.Exit(main(context.args))


@app.command(context_settings=PASSED_ON)
def evaluate(context: typer.Context) -> None:
    """Measure how good answers are on a data set."""
    from .evaluate import main

    raise typer.Exit(main(context.args))


@app.command()
def words(
    feature: Annotated[str, typer.Option(help="Print this feature's sentences, English to Chinese.")] = "",
    language: Annotated[str, typer.Option(help="Only those that this language lacks.")] = "",
) -> None:
    """Show what the screens say in which language; ends with 1 when a translation cannot be right."""
    from . import words

    raise typer.Exit(words.show(feature, language))


@app.command(context_settings=PASSED_ON)
def chaos(context: typer.Context) -> None:
    """Kill parts under load and audit what people saw."""
    from .chaos import main

    raise typer.Exit(main(context.args))


app.add_typer(channel.app, name="channel")
app.add_typer(core_link.app, name="core-link")
app.add_typer(connectors.app, name="connector")


if __name__ == "__main__":
    app()
