"""`companion encrypt`: the store under a passphrase, or plain again."""

from pathlib import Path

import click

from companion.cli._options import db_option, passphrase, tell


@click.command()
@db_option
@click.option("--off", is_flag=True, help="Make it a plain file again.")
def command(db: Path, off: bool) -> None:
    """Encrypt the store and your own data to watch for; every start then asks for a passphrase.

    A passphrase that is lost can't be found again, and the record with it. The journal of a
    recording that runs, the settings and the browser profiles stay as they are.
    """
    from companion.intake.encrypt import encrypt, refuse_done
    from companion.store.repair import damaged

    refuse_done(db, off=off)
    encrypt(db, passphrase(twice=not off), off=off)
    for copy in damaged(db):
        tell(f"{copy} is as it was: delete it if you miss nothing")
    click.echo(f"companion: {db} is {'a plain file again' if off else 'encrypted'}")
