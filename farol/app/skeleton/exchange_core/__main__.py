"""``python -m exchange_core``: serves on 127.0.0.1:8720, or on PORT."""

import os
import sys

import uvicorn

from .server import Config, build


def main() -> int:
    """Runs until told to stop. Exit code 2 without a secret."""
    env = os.environ
    if not env.get("FAROL_CORE_LINK_SECRET"):
        print("FAROL_CORE_LINK_SECRET is not set", file=sys.stderr)
        return 2
    hook_secrets = [env.get("FAROL_CORE_LINK_WEBHOOK_SECRET", ""), env.get("FAROL_CORE_LINK_WEBHOOK_SECRET_OLD", "")]
    config = Config(
        keys={env.get("FAROL_CORE_LINK_KEY", "farol-1"): env["FAROL_CORE_LINK_SECRET"]},
        hooks_url=env.get("FAROL_HOOKS_URL", ""), hook_secrets=[secret for secret in hook_secrets if secret],
    )  # fmt: skip
    uvicorn.run(build(config), host="127.0.0.1", port=int(env.get("PORT", "8720")), log_level="warning")
    return 0


if __name__ == "__main__":
    sys.exit(main())
