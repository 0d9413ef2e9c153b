"""The command line: one verb a command, grouped in one file a group; nothing here but doors."""

import typer

from sholu.cli import asking, corpus, deciding, demo, doctor, fetch, reading, sources, storing
from sholu.cli.console import complain, speak_utf8
from sholu.errors import SholuError, told

STOPPED = 130
"""Exit status after Ctrl-C."""

app = typer.Typer(
    name="sholu",
    help="Reads the press of a region: who said what, what happened, who held which office, each with the exact words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (reading, storing, sources, fetch, asking, deciding, demo, doctor, corpus):
    group.register(app)


@app.callback(invoke_without_command=True)
def _options(version: bool = typer.Option(False, "--version", "-V", help="Say which version this is.")) -> None:
    if version:
        from sholu.version import __version__

        typer.echo(f"sholu {__version__}")
        raise typer.Exit


def run() -> int:
    """Run the command in `sys.argv`; returns the exit status: 0 done, 1 something failed, 2 wrong use, 130 stopped."""
    speak_utf8()
    try:
        app(prog_name="sholu")
    except SystemExit as stop:
        if stop.code == STOPPED:
            complain("Stopped. What was finished before is kept.")
        return stop.code if isinstance(stop.code, int) else 0
    except KeyboardInterrupt:
        return STOPPED
    except SholuError as error:
        complain(error.message, hint=error.hint)
        return 1
    except OSError as error:
        complain(f"{error.strerror or error}.", hint="Check the disk and the permissions of what is read and written.")
        return 1
    except Exception as error:
        complain(f"Sholu failed: {told(error)}.", hint="This is a mistake in Sholu; please report it with the command.")
        return 1
    return 0
