from tui.widgets.columns import Column, layout

NAME = Column("Name", lambda row: f"row {row}", share=1)
NUMBER = Column("No.", str, width=9, right=True)


def test_shares_fill_the_room_and_narrow_tables_leave_columns_out():
    wide = Column("Wide", str, share=1, least=60)
    columns = [NAME, NUMBER, wide]
    assert [w for _, w in layout(columns, 59)] == [59 - 9 - 2 - 2, 9]
    assert sum(w for _, w in layout(columns, 60)) == 60 - 2 - 4


def test_a_cell_is_exactly_as_wide_as_its_column():
    column = Column("Name", str, share=1)
    assert column.content("a name that is long", 8).cell_length == 8
    assert column.content("a", 8).cell_length == 8


def test_a_number_stands_at_the_right():
    assert Column("No.", str, width=4, right=True).content("7", 4).plain == "   7"
