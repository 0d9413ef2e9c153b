"""Our own articles are sound, and the commands answer."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from sholu.cli.app import app
from sholu.corpus.article import load
from sholu.corpus.check import check_file, check_splits
from sholu.corpus.markup import parse, write
from sholu.model.contract import schema
from tests.corpus.sample import ARTICLE

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "corpus" / "articles").rglob("*.txt"))


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["corpus", *map(str, words)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "en" / "train" / "001-osh-market.txt"
    file.parent.mkdir(parents=True)
    file.write_text(ARTICLE, "utf-8")
    return file


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_articles_are_sound(file: Path):
    assert [problem for problem in check_file(file) if problem.serious] == []


def test_stories_lie_in_one_split_and_ids_are_one_articles():
    articles = [load(file) for file in ARTICLES]
    assert list(check_splits(articles)) == []
    assert len({article.header["id"] for article in articles}) == len(articles) >= 18


@pytest.mark.parametrize("file", ARTICLES[::5], ids=lambda file: file.stem)
def test_marks_survive_writing(file: Path):
    marked = load(file).marked
    again, problems = parse(write(marked))
    assert problems == []
    assert again.text == marked.text
    assert {mark[:3] for mark in again.marks} == {mark[:3] for mark in marked.marks}


def test_check_says_file_and_line(article: Path):
    assert run("check", article) == (0, "1 articles, 0 problems.\n")
    article.write_text(ARTICLE.replace("by=traders", "by=buyers"), "utf-8")
    status, output = run("check", article)
    assert status == 1
    line = ARTICLE[: ARTICLE.index("by=traders")].count("\n") + 1
    assert f"{article}:{line}: by=buyers is no entity." in output


def test_a_story_in_two_splits_is_refused(article: Path):
    other = article.parents[1] / "test" / "002-osh-again.txt"
    other.parent.mkdir()
    other.write_text(ARTICLE.replace("001-osh-market", "002-osh-again"), "utf-8")
    status, output = run("check", article.parents[2])
    assert status == 1
    assert "in two splits" in output


def test_convert_writes_readings_that_score_perfectly(article: Path, tmp_path: Path):
    status, output = run("convert", article)
    assert status == 0
    jsonschema.validate(json.loads(output), schema())
    readings = tmp_path / "readings.jsonl"
    readings.write_text(output, "utf-8")
    status, output = run("score", article, "--reader", readings, "--misses", "--beyond")
    assert status == 0
    assert "nothing wrong" in output


def test_documents_are_written_without_annotation(article: Path):
    _, output = run("convert", article, "--documents")
    assert set(json.loads(output)) >= {"id", "text", "published"}
    assert "entities" not in json.loads(output)


def test_score_reads_with_the_exact_reader(article: Path):
    status, output = run("score", article, "--misses")
    assert status == 0
    assert "all items" in output


def test_agree_lists_differences(article: Path, tmp_path: Path):
    other = tmp_path / "second.txt"
    other.write_text(ARTICLE.replace("obstruct", "demo"), "utf-8")
    status, output = run("agree", article, other)
    assert status == 0
    assert "mode=demo" in output
    assert "mode=obstruct" in output
