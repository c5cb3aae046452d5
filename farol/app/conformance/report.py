"""A run told: a table for the terminal, JSON for a pipeline, a page in Markdown or HTML to hand around."""

import html
import json
from collections.abc import Iterator
from typing import Any

from .clause import Finding, Verdict
from .run import FIRST, Report
from .veil import veiled

_MARK = {Verdict.PASS: "pass", Verdict.FAIL: "FAIL", Verdict.SKIPPED: "skip"}
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}"
    "h2{font-size:1rem;margin:1.6rem 0 .2rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:.6rem}"
    "table{border-collapse:collapse}td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}td:first-child{white-space:nowrap}"
    ".fail{color:#a40000;font-weight:600}.pass{color:#0b6b2f}.skipped{color:#666}"
    "@media (prefers-color-scheme:dark){body{color:#eee;background:#111}pre{background:#222}.fail{color:#ff8a80}.pass{color:#7bd88f}.skipped{color:#aaa}}"
)


def summary(report: Report) -> str:
    """One sentence."""
    passed, failed, skipped = (report.count(verdict) for verdict in Verdict)
    return f"{len(report.findings)} clauses: {passed} passed, {failed} failed, {skipped} skipped ({report.mode})."


def document(report: Report) -> dict[str, Any]:
    """As plain JSON."""
    return {
        "url": report.url, "at": report.at.isoformat(), "mode": report.mode, "ok": not report.failed,
        "counts": {verdict.value: report.count(verdict) for verdict in Verdict},
        "clauses": [
            {
                "id": one.clause.id, "verdict": one.verdict.value, "requires": one.clause.requires, "source": one.clause.source,
                "how": one.clause.how, "seen": veiled(one.seen), "skipped": one.skip.value if one.skip else None,
                "do": one.clause.do if one.verdict is Verdict.FAIL else "", "evidence": one.evidence,
            }
            for one in report.findings
        ],
    }  # fmt: skip


def table(report: Report) -> str:
    """For a terminal: a line a clause; a failed one with what was seen, what to do and the evidence."""
    return "\n".join([f"Core link at {report.url}", "", *_rows(report), "", summary(report)])


def _rows(report: Report) -> Iterator[str]:
    """When the core did not even say what it has, the clauses that were not reached are told in one line."""
    silent = report.failed[:1] == [FIRST]
    for one in report.findings[:1] if silent else report.findings:
        rest = f"  [{one.skip.value}: {one.seen}]" if one.skip else ""
        yield f"{one.clause.id:<12} {_MARK[one.verdict]}  {one.clause.requires}{rest}"
        if one.verdict is Verdict.FAIL:
            yield f"{'':<18}seen: {veiled(one.seen)}"
            yield f"{'':<18}do:   {one.clause.do}"
            yield from (f"{'':<18}> {line}" for line in one.evidence)
    if silent:
        yield "Nothing else was asked."


def markdown(report: Report) -> str:
    """A file for a repository or a ticket."""
    lines = [f"# Core link at {report.url}", "", f"{report.at:%Y-%m-%d %H:%M} UTC. {summary(report)}", "", "| clause | verdict | requires |", "|--|--|--|"]
    lines += [f"| {one.clause.id} | {_MARK[one.verdict]} | {_cell(_told(one))} |" for one in report.findings]
    for one in report.findings:
        if one.verdict is Verdict.FAIL:
            lines += ["", f"## {one.clause.id}: {one.clause.requires}", "", f"- Seen: {veiled(one.seen)}", f"- Checked: {one.clause.how}",
                      f"- Do: {one.clause.do}", f"- Written in: {one.clause.source}"]  # fmt: skip
            lines += ["", "```", *(line.replace("```", "'''") for line in one.evidence), "```"] if one.evidence else []
    return "\n".join(lines) + "\n"


def written(report: Report, suffix: str) -> str:
    """A file's content: ``.html``, ``.md`` or ``.json``."""
    if suffix == ".json":
        return json.dumps(document(report), ensure_ascii=False, indent=1) + "\n"
    return page(report) if suffix == ".html" else markdown(report)


def _told(one: Finding) -> str:
    return one.clause.requires + (f" ({one.skip.value}: {one.seen})" if one.skip else "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def page(report: Report) -> str:
    """One HTML file without scripts; whatever came from the exchange stands in it as text."""
    e = html.escape
    rows = "".join(
        f'<tr><td>{e(one.clause.id)}</td><td class="{one.verdict.value}">{_MARK[one.verdict]}</td><td>{e(_told(one))}</td></tr>' for one in report.findings
    )
    failed = "".join(
        f"<h2>{e(one.clause.id)}: {e(one.clause.requires)}</h2><p>Seen: {e(veiled(one.seen))}<br>Checked: {e(one.clause.how)}<br>Do: {e(one.clause.do)}"
        f"<br>Written in: {e(one.clause.source)}</p><pre>{e(chr(10).join(one.evidence))}</pre>"
        for one in report.findings
        if one.verdict is Verdict.FAIL
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Core link conformance</title>'
        f"<style>{_STYLE}</style><h1>Core link at {e(report.url)}</h1><p>{report.at:%Y-%m-%d %H:%M} UTC. {e(summary(report))}</p>{failed}"
        f"<table><tr><th>clause</th><th>verdict</th><th>requires</th></tr>{rows}</table></html>\n"
    )
