"""Findings that were taken along a route."""

from companion.model import Contest
from companion.store.table import Table

_TABLE = Table("contests", Contest, since="due", texts=("route", "state"))
put, get, page, each, count = _TABLE.put, _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count
