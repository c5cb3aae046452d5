"""Drives the console in Chromium against the mock server, verb by verb: ``drive.py BASE [FOLDER for pictures]``."""

import sys
import time

import verbs_desk
import verbs_talk
from hands import PICTURES, mock, picture
from playwright.sync_api import Page, sync_playwright

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def listen(page: Page, noise: list[str]) -> None:
    """Collects what the browser complains about."""
    page.on("console", lambda said: noise.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: noise.append(f"page error: {error}"))


def main() -> int:
    """Runs every step, or those named after the folder; says which failed."""
    wanted = sys.argv[3:]
    if PICTURES:
        PICTURES.mkdir(parents=True, exist_ok=True)
    failed = 0
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=ARGS)
        for step in [*verbs_talk.VERBS, *verbs_desk.VERBS]:
            if wanted and step.__name__ not in wanted:
                continue
            context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
            page = context.new_page()
            noise: list[str] = []
            listen(page, noise)
            start = time.monotonic()
            try:
                step(page)
                result = "ok"
            except (AssertionError, Exception) as problem:
                failed += 1
                result = f"FAILED {str(problem)[:600]}"
                picture(page, f"failed-{step.__name__}")
                mock("cut", cut=False)
            loud = [line for line in noise if "Failed to load resource" not in line and "WebSocket" not in line and "ERR_" not in line]
            print(f"{step.__name__:16} {time.monotonic() - start:5.1f} s  {result}", *loud, sep="\n    " if loud else "")
            failed += bool(loud)
            context.close()
        browser.close()
    return failed


if __name__ == "__main__":
    sys.exit(main())
