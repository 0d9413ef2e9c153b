"""Read the acceptance articles as a user would and score the readings against their gold.

    acceptance.py --acceptance DIR [--misses]

The articles and their gold are not part of Sholu; where they are absent this says so and ends well.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--acceptance", type=Path, required=True)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--extra", action="store_true")
    options = parser.parse_args()
    golds = sorted((options.acceptance / "seeds").glob("*.gold.yaml"))
    if not golds:
        print(f"Skipped: there are no acceptance articles at {options.acceptance} (give --acceptance DIR).")
        return 0
    failed = 0
    for gold in golds:
        document = yaml.safe_load(gold.read_text("utf-8"))["document"]
        print(f"== {document['file']}", flush=True)
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            article = str(gold.parent / document["file"])
            read = [sys.executable, "-m", "sholu", "read", article, "--published", str(document["published"]), "--json"]
            subprocess.run(read, stdout=out, check=True)
            flags = [flag for flag in ("--misses", "--extra") if getattr(options, flag[2:])]
            score = [sys.executable, str(options.acceptance / "score.py"), str(gold), out.name, *flags]
            failed |= subprocess.run(score, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
