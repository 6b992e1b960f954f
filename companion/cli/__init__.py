"""The command line: one file a command, found by its name; the only place that prints or exits.

A command's file is named as the command and holds a click command called `command`. Its first
line, after the colon, stands in the list of commands: so the list needs no imports. Files that
begin with an underscore are shared by several commands.
"""

import importlib
import os
import sys
from pathlib import Path

import click

from companion.errors import CompanionError


class Commands(click.Group):
    """Every command whose file stands in this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in alphabetical order."""
        files = Path(__file__).parent.glob("[!_]*.py")
        return sorted(file.stem.removesuffix("_") for file in files)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with the first line of its file."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_line(name)) for name in self.list_commands(ctx)])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of a name; a file may end in an underscore where the name is a keyword."""
        if name not in self.list_commands(ctx):
            return None
        for module in (name, f"{name}_"):
            try:
                found = importlib.import_module(f"{__name__}.{module}")
            except ModuleNotFoundError as error:
                if error.name != f"{__name__}.{module}":
                    raise
                continue
            command: click.Command = found.command
            return command
        return None


def _first_line(name: str) -> str:
    folder = Path(__file__).parent
    file = next(folder.glob(f"{name}_.py"), folder / f"{name}.py")
    with file.open(encoding="utf-8") as text:
        told = text.readline().partition(": ")[2].strip().rstrip('".')
    return told[:1].upper() + told[1:]


@click.group(cls=Commands, invoke_without_command=True, no_args_is_help=False)
@click.version_option(package_name="companion")
@click.pass_context
def companion(ctx: click.Context) -> None:
    """See how the web personalizes itself around you, and contest it.

    Without a command: a first start of three questions, then recording, browser and screen at once.
    """
    if ctx.invoked_subcommand is None:
        from companion.cli._first import first_start

        first_start()


def run() -> None:
    """Run a command; what a person should know goes to standard error in one line."""
    try:
        status = companion.main(standalone_mode=False)
    except click.exceptions.Exit as error:
        status = error.exit_code
    except click.ClickException as error:
        error.show()
        status = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(err=True)  # what is shown next begins a line of its own
        status = 130
    except CompanionError as error:
        click.echo(f"companion: {error}", err=True)
        status = 2
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        status = 0
    except Exception as error:  # the edge: a fault of ours is one line, too
        if os.environ.get("COMPANION_TRACE"):
            raise
        # Not the error's own text: it may hold what a site or the person wrote.
        name = type(error).__name__
        click.echo(
            f"companion: a fault of Companion ({name}): COMPANION_TRACE=1 shows it", err=True
        )
        status = 2
    sys.exit(status if isinstance(status, int) else 0)
