import pytest

from companion.redact.named import name_before, named_at


def value_of(text: str, word: str = "password"):
    data = text.encode()
    start = data.index(word.encode())
    found = named_at(data, start, start + len(word))
    return found and (found.name, data[found.start : found.end].decode())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a=1&password=hun%20ter&b=2", ("password", "hun%20ter")),
        ("login[password]=x", ("login[password]", "x")),
        ('password="hun ter" next', ("password", "hun ter")),
        ('{"password": "hun\\"ter", "b": 1}', ("password", 'hun\\"ter')),
        ('{"new_password": "x"}', ("new_password", "x")),
        ("{password: 'x y'}", ("password", "x y")),
        ('{"password":1234,"b":1}', ("password", "1234")),
        ('{"d":"{\\"password\\":\\"hun\\\\\\"ter\\"}"}', ("password", 'hun\\\\\\"ter')),
        ('{"password":{"value":"x"}}', ("password", "x")),
        ('{"password":["x"]}', ("password", "x")),
        ('{"name":"password","value":"x"}', ("password", "x")),
        ('name="password"\r\n\r\nhunter\r\n--B', ("password", "hunter")),
        ('name="password"\r\nContent-Type: text/plain\r\n\r\nhunter', ("password", "hunter")),
        ("<password>hunter</password>", ("password", "hunter")),
        ('<input name="password" value="x y">', ("password", "x y")),
        ("<input value=xy name=password>", ("password", "xy")),
        ("<meta name='password' content='x'>", ("password", "x")),
        ('<input type="password" value="x">', ("password", "x")),
    ],
)
def test_the_value_under_a_name_is_found(text, found):
    assert value_of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "password",
        "Your password: 8 characters or more",
        "password=&b=1",
        '{"password": "", "b": 1}',
        '{"password": "no end',
        '{"password": null}',
        'password="no end',
        "<label>password</label>",
        '<input type="password">',
        'name="password"\r\n\r\n',
        'name="password" more',
        "type=password without a tag",
    ],
)
def test_a_name_without_a_value(text):
    assert value_of(text) is None


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("a=1&zip=", "zip"),
        ('{"zip": "', "zip"),
        ('{"zip": ', "zip"),
        ('{\\"zip\\":\\"', "zip"),
        ("billing[zip]=", "billing[zip]"),
        ("tel=+", "tel"),
        ('name="zip"\r\n\r\n', "zip"),
        ("a word ", ""),
        ("line\n", ""),
        ("", ""),
    ],
)
def test_the_name_before_a_value(before, name):
    assert name_before(before.encode(), len(before.encode())) == name
