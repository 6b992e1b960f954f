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
    from companion.report.file import writing
    from companion.report.html import render

    text = render(gather(db), redact=redact)
    with writing(output) as target:
        target.write(text)
    click.echo(f"companion: {output.absolute().as_uri()}")
