"""The `sholu` command."""

import gc
import sys

_ALLOCATIONS = 50_000


def main() -> None:
    """Run the command line; the version is told without loading anything else."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from sholu.version import __version__

        print(f"sholu {__version__}")
        return
    # Loading makes many objects and hardly a cycle: looking for cycles less often saves a sixth of the start.
    gc.set_threshold(_ALLOCATIONS)
    from sholu.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
