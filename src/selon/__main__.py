"""``selon``, and ``python -m selon``: starts the command line, so that a Ctrl-C is quiet from the first moment on."""
from __future__ import annotations

import sys

from selon.cli import INTERRUPTED


def main() -> None:
    """Run the command line; nothing is imported before an interruption is waited for."""
    try:
        from selon.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
