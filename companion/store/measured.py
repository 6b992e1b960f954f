"""What was measured of contested findings, before acting and at each check."""

from companion.model import Measured
from companion.store.table import Table

_TABLE = Table("measured", Measured, since="until", texts=("title",))
put, get, each = _TABLE.put, _TABLE.get, _TABLE.each
