"""Speaking to the terminal: output on stdout, complaints and progress on stderr."""

import sys


def complain(message: str, *, hint: str = "") -> None:
    """One error on stderr: what was seen, then what to do."""
    print(f"sholu: {message}", file=sys.stderr)
    if hint:
        print(f"       {hint}", file=sys.stderr)
