from companion.extract.urls import host_of, join, split


def test_an_address_is_split():
    assert split("https://a.example/b?c=1").path == "/b"
    assert host_of("https://A.example:8443/b") == "a.example"
    assert join("https://a.example/b/", "c") == "https://a.example/b/c"


def test_a_broken_address_has_no_parts():
    assert split("https://[broken/b").path == ""
    assert host_of("https://[broken/b") == ""
    assert join("https://a.example/", "https://[broken/b") == "https://[broken/b"
