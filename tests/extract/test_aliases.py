import pytest

from companion.extract.aliases import party_of
from tests.builders import an_exchange


def party(url, cname, **changes):
    return party_of(an_exchange(url, cname=cname, **changes))


def test_a_vendor_behind_an_alias_of_the_site_is_the_party():
    assert (
        party("https://smetrics.news.example/b/ss/1", "news.example.102.122.2o7.net") == "2o7.net"
    )


@pytest.mark.parametrize(
    "target",
    [
        "news.example.edgekey.net",
        "d111.cloudfront.net",
        "news.azureedge.net",
        "ghs.googlehosted.com",
        "shops.myshopify.com",
        "static.nobody-knows.example",
        "origin.news.example",
    ],
)
def test_who_carries_or_hosts_or_is_unknown_is_not(target):
    assert party("https://static.news.example/a.js", target) == "news.example"


def test_without_an_alias_the_party_stays():
    assert party("https://a.news.example/", None) == "news.example"


def test_the_pages_own_host_is_the_site_whoever_serves_it():
    url = "https://support.news.example/faq"
    assert party(url, "news.zendesk.com", page="https://support.news.example/") == "news.example"


def test_a_company_that_is_known_stays_whoever_serves_its_host():
    url = "https://ads.linkedin.com/collect"
    assert party(url, "x.criteo.com", party="linkedin.com") == "linkedin.com"


def test_a_known_site_may_have_a_vendor_behind_an_alias():
    url = "https://smetrics.microsoft.com/b/ss"
    page = "https://www.microsoft.com/"
    found = party(
        url, "microsoft.sc.omtrdc.net", party="microsoft.com", site="microsoft.com", page=page
    )
    assert found == "omtrdc.net"


def test_one_company_behind_its_own_alias_stays():
    url = "https://a.google.com/x"
    assert party(url, "b.doubleclick.net", party="google.com", site="google.com") == "google.com"
