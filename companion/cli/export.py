"""`companion export`: the whole record as one document."""

import sys
from pathlib import Path

import click

from companion.cli._options import db_option


@click.command()
@db_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File (JSON), or folder (CSV, Parquet)."
)
@click.option("--format", "form", type=click.Choice(["json", "csv", "parquet"]), default="json")
@click.option(
    "--redact",
    is_flag=True,
    help="For sharing: without identifiers, personal data, other people's data and queries.",
)
@click.option("--preview", is_flag=True, help="Only show what would leave with --redact.")
def command(db: Path, output: Path | None, form: str, redact: bool, preview: bool) -> None:
    """Write the export document, brought up to date first."""
    from companion.cli._document import current_document
    from companion.report import csv, json, leaving, parquet
    from companion.report.file import writing
    from companion.report.share import share_safe

    document = current_document(db, redact=redact and not preview)
    if preview:
        click.echo("\n".join(leaving.preview(document, share_safe(document))))
        return
    if redact:
        click.echo("companion: companion export --preview shows what leaves", err=True)
    if form != "json":
        if output is None:
            raise click.UsageError(f"--format {form} writes one file per array: name a folder, -o")
        written = (csv if form == "csv" else parquet).write(document, output)
        click.echo(f"companion: {len(written)} files in {output}")
    elif output is None:
        json.write(document, sys.stdout)
    else:
        with writing(output) as target:
            json.write(document, target)
        click.echo(f"companion: {output}")
