"""What recording costs the proxy, beside a bare mitmdump in the same run.

Four proxies take turns on the same requests over TLS, a slice each, in changing order: one that
records, two bare ones, and one that only lets idle addons go. How far the two bare ones lie apart
is the noise of the run; what lies between the last and the first is recording itself.
"""

import asyncio
import random
import ssl
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median, quantiles
from time import thread_time

from mitmproxy.http import Headers
from mitmproxy.test import tflow, tutils

from addons.challenges import Challenges
from addons.edge import Edge
from addons.recorder import Recorder
from addons.scope import Scope
from addons.targets import Targets
from addons.twins import Twins
from companion.model import Exchange, Origin
from tests.accuracy.report import Report
from tests.addons.certificates import self_signed
from tests.addons.load import Client
from tests.addons.proxies import Proxy
from tests.addons.web import Web, an_answer
from tests.bench.signals import mix

ROUNDS = 14
SLICE = 160
CLIENTS = 8
HOOK_SHARE = 0.04
CPU_RATIO = 1.05


def run(report: Report) -> None:
    exchanges = mix(random.Random(7))
    with tempfile.TemporaryDirectory() as folder:
        hook = hook_seconds(exchanges, Path(folder) / "hook.db")
        figures = asyncio.run(proxies(exchanges, Path(folder)))
    first, second, lean, recording = figures.values()
    bare = [mean(pair) for pair in zip(first, second, strict=True)]
    centiles = quantiles(hook, n=100)
    report.line(f"hooks: mean {mean(hook) * 1e6:.0f} µs, p99 {centiles[98] * 1e6:.0f} µs")
    report.line(f"bare proxy: {median(bare) * 1e3:.3f} ms CPU an exchange")
    report.line(f"recording proxy: {median(recording) * 1e3:.3f} ms CPU an exchange")
    noise = median(b / a for a, b in zip(first, second, strict=True))
    ratio = median(b / a for a, b in zip(bare, recording, strict=True))
    report.line(f"one bare proxy beside the other: {noise:.3f}")
    alone = median(b / a for a, b in zip(lean, recording, strict=True))
    report.line(f"recording beside a proxy that only lets idle addons go: {alone:.3f}")
    report.check_at_most("hooks / bare CPU", mean(hook) / median(bare), HOOK_SHARE)
    report.check_at_most("recording CPU / bare CPU", ratio, max(CPU_RATIO, noise, 1 / noise))


def hook_seconds(exchanges: list[Exchange], db: Path) -> list[float]:
    """How long the hooks of all addons take for each exchange, without sockets."""
    edge = Edge()
    edge.open(db, Origin.LIVE)
    scope, targets = Scope(edge), Targets(edge)
    challenges, twins, recorder = Challenges(edge), Twins(edge, scope.settings), Recorder(edge)
    taken = []
    for exchange in exchanges * 5:
        flow = a_flow(exchange)
        body = flow.response.raw_content
        began = thread_time()
        scope.requestheaders(flow)
        targets.requestheaders(flow)
        challenges.responseheaders(flow)
        twins.responseheaders(flow)
        recorder.responseheaders(flow)
        if callable(flow.response.stream):
            flow.response.stream(body)
        twins.response(flow)
        recorder.response(flow)
        taken.append(thread_time() - began)
    edge.close()
    return taken


def a_flow(exchange: Exchange):
    headers = Headers(
        [(name.encode(), value.encode()) for name, value in exchange.response.headers]
    )
    body = exchange.response.body or b""
    headers["content-length"] = str(len(body))
    flow = tflow.tflow(resp=tutils.tresp(content=body, headers=headers))
    flow.request.url = exchange.url
    for name, value in exchange.request.headers:
        flow.request.headers[name] = value
    return flow


async def proxies(exchanges: list[Exchange], folder: Path) -> dict[str, list[float]]:
    """CPU seconds an exchange of each proxy, by slice."""
    context, certificate = self_signed(folder)
    answers = [served(exchange) for exchange in exchanges]
    trust = f"ssl_verify_upstream_trusted_ca={certificate}"
    with Web(context, lambda path: answers[int(path.strip("/"))]) as web:
        options = (trust, f"companion_allow_target={web.authority}")
        with (
            Proxy(folder / "bare", trust, script=None, records=False) as bare,
            Proxy(folder / "again", trust, script=None, records=False) as again,
            Proxy(folder / "lean", trust, script=only_lean(folder), records=False) as lean,
            Proxy(folder / "recording", *options) as recording,
        ):
            children = {"bare": bare, "again": again, "lean": lean, "recording": recording}
            return await slices(children, web.authority, len(answers))


def only_lean(folder: Path) -> Path:
    script = folder / "only_lean.py"
    script.write_text("from addons.lean import Lean\naddons = [Lean()]\n")
    return script


def served(exchange: Exchange) -> list[bytes]:
    headers = {name.replace("-", "_"): value for name, value in exchange.response.headers}
    return [an_answer(exchange.response.body or b"", **headers)]


async def slices(children: dict[str, Proxy], authority: str, count: int) -> dict[str, list[float]]:
    clients = {
        name: [Client(child.port, authority, anyone()) for _ in range(CLIENTS)]
        for name, child in children.items()
    }
    figures: dict[str, list[float]] = {name: [] for name in children}
    order = list(children)
    for number in range(ROUNDS):
        order = order[1:] + order[:1]
        for name in order:
            before = cpu(children[name])
            await slice_of(clients[name], count)
            if number > 0:  # the first warms up
                figures[name].append((cpu(children[name]) - before) / SLICE)
    for client in [one for each in clients.values() for one in each]:
        await client.close()
    return figures


async def slice_of(clients: list[Client], count: int) -> None:
    numbers = iter(range(SLICE))

    async def ask(client: Client) -> None:
        for number in numbers:
            await client.get(f"/{number % count}")

    await asyncio.gather(*map(ask, clients))


def anyone() -> ssl.SSLContext:
    """A client that takes any certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def cpu(proxy: Proxy) -> float:
    """CPU seconds of all threads of a proxy so far."""
    return sum(tasks(proxy)) / 1e9


def tasks(proxy: Proxy) -> Iterator[int]:
    for task in Path(f"/proc/{proxy.child.pid}/task").iterdir():
        yield int((task / "schedstat").read_text().split()[0])
