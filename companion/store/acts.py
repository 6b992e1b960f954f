"""What the person did."""

from companion.model import Act
from companion.store.table import Table

_TABLE = Table("acts", Act, texts=("text",))
put, get, page, each, count = _TABLE.put, _TABLE.get, _TABLE.page, _TABLE.each, _TABLE.count
