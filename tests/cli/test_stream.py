import json
import subprocess
from pathlib import Path

from sholu.model.contract import document_to_dict, from_json
from sholu.samples import documents
from tests.conftest import Run, command, environment

LINES = [json.dumps(document_to_dict(document), ensure_ascii=False) for document in documents()[:24]]
BROKEN = [
    LINES[0],
    "{broken",
    json.dumps({"id": "no-text"}),
    json.dumps({"id": "late", "text": "The minister resigned.", "published": "soon"}),
    json.dumps(
        {"id": "kyrgyz", "text": "Кыргызстандын өкмөтү бүгүн жыйын өткөрүп, өлкөнүн жаңы бюджетин талкуулады. " * 3}
    ),
    json.dumps({"id": "half", "text": "\ud800 The minister resigned."}),
    "",
    LINES[1],
]


def test_readings_come_in_order_with_their_ids(sholu: Run):
    ran = sholu("read", "--jsonl", given="\n".join(LINES))
    assert ran.status == 0
    readings = [from_json(line) for line in ran.out.splitlines()]
    assert [reading.document.id for reading in readings] == [document.id for document in documents()[:24]]
    assert [reading.document.text for reading in readings] == [document.text for document in documents()[:24]]


def test_several_workers_write_the_same_bytes(sholu: Run, tmp_path: Path):
    (tmp_path / "docs.jsonl").write_text("\n".join([*LINES, *BROKEN]), "utf-8")
    one, two = (sholu("read", "docs.jsonl", "--workers", number) for number in (1, 2))
    assert one.out == two.out
    assert len(one.out.splitlines()) == 26
    assert (one.status, two.status) == (1, 1)


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(sholu: Run):
    ran = sholu("read", "--jsonl", given="\n".join(BROKEN))
    assert ran.status == 1
    assert [json.loads(line)["document"]["id"] for line in ran.out.splitlines()] == [
        documents()[0].id,
        documents()[1].id,
    ]
    for words in (
        "line 2 rejected (json-broken)",
        "no-text",
        "date-wrong",
        "'kyrgyz' rejected (language-not-read)",
        "text-broken",
    ):
        assert words in ran.err
    assert "5 of 7 lines rejected" in ran.err


def test_a_reader_of_the_output_may_go_away():
    piped = subprocess.Popen(
        command("read", "--jsonl"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert piped.stdin
    assert piped.stdout
    assert piped.stderr
    piped.stdout.close()
    try:
        piped.stdin.write("\n".join(LINES * 4).encode())
        piped.stdin.close()
    except BrokenPipeError:
        pass
    assert piped.wait(60) == 1
    assert b"Traceback" not in piped.stderr.read()


def test_a_full_disk_is_told(tmp_path: Path):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command("read", "-", "--json"),
            input=b"The minister resigned on Tuesday.",
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
        )
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_stream_has_no_other_form(sholu: Run):
    ran = sholu("read", "--jsonl", "--html", "x.html", given=LINES[0])
    assert ran.status == 2
    assert "--html" in ran.err
