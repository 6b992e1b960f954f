"""`companion report`: one HTML file with the evidence."""

from pathlib import Path

import click

from companion.cli._options import db_option


@click.command()
@db_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("companion-report.html"),
    show_default=True,
)
@click.option("--redact/--no-redact", default=True, help="Mask for sharing (default), or not.")
def command(db: Path, output: Path, redact: bool) -> None:
    """Write one HTML file, without script or outside resource, with every finding's evidence."""
    from companion.cli._report import gather
    from companion.errors import UnreadableInput
    from companion.report.html import render

    text = render(gather(db), redact=redact)
    try:
        output.write_text(text, "utf-8", errors="replace")
    except OSError as error:
        raise UnreadableInput(f"{output} can't be written ({error.strerror}): use -o") from error
    click.echo(f"companion: {output.absolute().as_uri()}")
