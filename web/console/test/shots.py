"""Takes the console's pictures in Chromium against the mock server (or any other): ``shots.py BASE FOLDER``."""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZES = [(1440, 900), (1920, 1080), (1024, 768), (390, 844)]


def settle(page: Page) -> None:
    """Waits until the conversation stands."""
    page.wait_for_selector(".msg .say, .talk .empty", timeout=10_000)
    page.wait_for_timeout(700)


def main(base: str, folder: Path) -> None:
    """One picture per size, theme and language of an open ticket; the list alone on phones."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=ARGS)
        for width, height in SIZES:
            for theme, language in [("light", "zh"), ("dark", "zh"), ("light", "en"), ("dark", "en")]:
                context = browser.new_context(viewport={"width": width, "height": height})
                context.add_init_script(
                    "localStorage.setItem('farol.console', JSON.stringify("
                    f"{{theme:'{theme}',language:'{language}',singleKeys:true,list:true,side:true}}))"
                )
                page = context.new_page()
                page.on("console", lambda m: print("console:", m.type, m.text) if m.type in ("error", "warning") else None)
                page.on("pageerror", lambda e: print("pageerror:", e))
                page.goto(f"{base}/console/tickets/3")
                settle(page)
                name = f"{width}-{theme}-{language}"
                page.screenshot(path=folder / f"ticket-{name}.png")
                if width == 390:
                    page.goto(f"{base}/console/")
                    page.wait_for_selector("a.tick")
                    page.wait_for_timeout(500)
                    page.screenshot(path=folder / f"list-{name}.png")
                context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
