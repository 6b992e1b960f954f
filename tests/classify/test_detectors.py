"""Conventions that every detector keeps, whoever writes it."""

import ast
import inspect
from pathlib import Path

import pytest

import companion.classify
from companion.classify.detector import Detector, detectors
from companion.classify.wording import forbidden
from companion.model import FindingKind

HERE = Path(__file__).parent
SOURCES = Path(companion.classify.__file__).parent
EVERY = [pytest.param(it, id=it.name) for it in detectors().values()]


def _source(detector: Detector) -> Path:
    return Path(inspect.getsourcefile(detector.look) or "")


@pytest.mark.parametrize("detector", EVERY)
def test_detector_is_named_like_its_kind_and_file(detector):
    assert detector.name == detector.kind.value == _source(detector).stem


@pytest.mark.parametrize("detector", EVERY)
def test_detector_says_why_what_else_and_what_stays_unseen(detector):
    said = detector.explanation
    assert said.summary.endswith(".")
    assert said.why
    assert len(said.innocent) >= 2
    assert len(said.limits) >= 2


@pytest.mark.parametrize("detector", EVERY)
def test_detector_is_tested_for_firing_silence_and_a_null_scenario(detector):
    text = (HERE / f"test_{detector.name}.py").read_text("utf-8")
    for beginning in ("test_fires_", "test_stays_silent_", "test_null_"):
        assert f"def {beginning}" in text


@pytest.mark.parametrize("detector", EVERY)
def test_detector_does_not_import_another(detector):
    others = {f"companion.classify.{it.value}" for it in FindingKind}
    tree = ast.parse(_source(detector).read_text("utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not imported & others


def test_every_file_named_like_a_kind_registers_a_detector():
    files = {path.stem for path in SOURCES.glob("*.py")}
    assert {kind for kind in FindingKind if kind.value in files} == set(detectors())


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*.py")), ids=lambda path: path.stem)
def test_texts_hold_no_forbidden_word(path):
    if path.stem == "wording":
        return
    tree = ast.parse(path.read_text("utf-8"))
    kinds = {kind.value for kind in FindingKind}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    texts = [text for text in texts if isinstance(text, str) and text not in kinds]
    assert [text for text in texts if forbidden(text)] == []
    assert [text for text in texts if "because of you" in text.lower()] == (
        [text for text in texts if "measured to differ because of you" in text]
    )
