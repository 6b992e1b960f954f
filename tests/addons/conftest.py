import pytest

from tests.addons.proxies import Proxy
from tests.addons.web import Web


@pytest.fixture(scope="session")
def web():
    with Web() as web:
        yield web


@pytest.fixture(scope="session")
def proxy(web, tmp_path_factory):
    folder = tmp_path_factory.mktemp("recorded")
    with Proxy(folder, f"companion_allow_target={web.authority}") as proxy:
        yield proxy
