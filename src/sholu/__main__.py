"""The `sholu` command."""

import sys


def main() -> None:
    """Run the command line; the version is told without loading anything else."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from sholu.version import __version__

        print(f"sholu {__version__}")
        return
    from sholu.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
