"""The evidence chain of a store, or of a bundle: checked, and written for others."""

from dataclasses import replace
from pathlib import Path

from companion.chain.bundle import Bundle, add_stamps
from companion.chain.bundle import write as write_bundle
from companion.chain.link import Link, holds
from companion.chain.sign import public_pem, read_public, signing_key
from companion.chain.verify import Verdict, verify
from companion.cli._document import current
from companion.cli._stamps import read_stamps
from companion.model import Exchange
from companion.settings import data_folder
from companion.store import exchanges, links, stamps
from companion.store.open import Database


def of_store(db: Path, key: Path | None, roots: Path | None = None) -> Verdict:
    """The verdict on a store's own chain, by its own key or the one that was given.

    Time stamps are checked against the certificates in `roots`; without, only read.
    """
    public = (
        read_public(key.read_bytes(), str(key))
        if key
        else signing_key(data_folder(db)).public_key()
    )
    with current(db) as store:
        checked = verify(
            links.each(store),
            links.signatures(store),
            public,
            lambda link: _is_kept(store, link),
        )
        before, added = links.unlinked(store)
        kept = stamps.each(store)
        read_stamps(checked, kept, lambda number: links.numbered(store, number), roots)
    if before:
        checked.notes.append(f"{before:,} exchanges were kept before the chain began")
    if added and not checked.altered:
        return replace(checked, altered=f"exchange {added} was added without a link")
    return checked


def of_bundle(path: Path, key: Path | None, roots: Path | None = None) -> Verdict:
    """The verdict on a bundle, by the key that was given or, said so, the one that lies in it."""
    bundle = Bundle(path)
    public = read_public(key.read_bytes() if key else bundle.public_key(), str(key or path))
    checked = verify(bundle.links(), bundle.signatures(), public, bundle.holds)
    if kept := bundle.stamps():
        by_number = {link.number: link for link in bundle.links()}
        read_stamps(checked, kept, by_number.get, roots)
    if key is None:
        checked.notes.append(
            "checked with the key that lies in the bundle, which whoever altered it could have"
            " put there: name the one you were given with --key"
        )
    return checked


def write(db: Path, target: Path, site: str | None) -> int:
    """Write a bundle of a store, or of a site's exchanges; how many it holds."""
    key = signing_key(data_folder(db)).public_key()
    with current(db) as store:

        def find(wanted: str) -> Exchange | None:
            found = exchanges.get(store, wanted)
            return found if found and site in (None, found.site) else None

        public = public_pem(key)
        written = write_bundle(target, links.each(store), links.signatures(store), public, find)
        add_stamps(target, stamps.each(store))
        return written


def _is_kept(store: Database, link: Link) -> bool:
    found = exchanges.get(store, link.exchange or "")
    return found is not None and holds(found, link)
