"""The small web as a child process, and its person in front of a proxy: what a demo is made of."""

import json
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from companion.errors import CompanionError
from companion.model import Test
from companion.smallweb.agent import Agent
from companion.smallweb.line import Line
from companion.smallweb.script import play, script
from companion.smallweb.truth import Claim, Comparison, compare, planted, read, unsettled
from companion.smallweb.visitor import Life, Report, live


class Child:
    """A running small web; `upstream` is the proxy to come in by, `ca` and `truth` are files.

    Its clock begins `hours` off the true time.
    """

    def __init__(
        self, folder: Path, *, dials: Path | None = None, seed: int = 0, hours: int = 0
    ) -> None:
        command = [sys.executable, "-m", "companion.smallweb", str(folder)]
        command += [f"--seed={seed}", f"--hours={hours}"]
        command += [f"--dials={dials}"] if dials else []
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C ends the demo, and the demo ends this
        )
        ready = self._answer()
        self.upstream: str = ready["upstream"]
        self.ca = Path(ready["ca"])
        self.truth = Path(ready["truth"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # closes its input, which ends it

    def jump(self, hours: int) -> int:
        """Lets hours pass on the small web; how many have passed in all."""
        self._write(f"jump {hours}\n")
        total: int = self._answer()["hours"]
        return total

    def _write(self, line: str) -> None:
        with suppress(BrokenPipeError):  # it has ended, which the missing answer tells
            if self._process.stdin:
                self._process.stdin.write(line)
                self._process.stdin.flush()

    def _answer(self) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            _, said = self._process.communicate()
            raise CompanionError(said.strip().splitlines()[-1] if said else "the small web ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


def walk(proxy: str, trust: Path, web: Child, report: Report, *, seed: int = 0) -> int:
    """All that the demo's person does, without a screen; how many exchanges it took.

    `proxy` is "host:port", `trust` the certificate of its CA.
    """
    with Line(proxy, trust) as line:
        agent = Agent(line)
        play(script().visible, agent)
        return go_on(agent, web, report, seed=seed)


def go_on(agent: Agent, web: Child, report: Report, *, seed: int = 0) -> int:
    """The weeks after the visible part; how many exchanges the agent has made.

    Where a real browser played that part, the agent's jar takes over its cookies (`Jar.adopt`),
    so that it is the same person.
    """
    live(agent, Life(script=script(), seed=seed), web.jump, report)
    return agent.fetched


def judge(
    truth: Path, claims: Iterable[Claim], detectors: Iterable[str], looked: Iterable[Test] = ()
) -> Comparison:
    """Holds findings against the truth log, for what was looked for and could be settled."""
    return compare(planted(read(truth)), claims, detectors, unsettled(looked))
