"""Training needs more than the reader: where that is not installed, its tests are skipped and say so."""

from importlib.util import find_spec
from pathlib import Path

import pytest

NEEDS = {
    "test_windows.py": ("tokenizers",),
    "test_model.py": ("torch", "tokenizers"),
    "test_train.py": ("torch", "tokenizers"),
    "test_ablate.py": ("torch", "tokenizers"),
    "test_thinning.py": ("torch", "tokenizers"),
    "test_export.py": ("torch", "tokenizers", "onnx", "onnxruntime"),
    "test_restore.py": ("torch", "tokenizers", "onnx", "onnxruntime"),
}
"""What a file of tests imports that the reader does not need."""


class Skipped(pytest.Module):
    """A file of tests that cannot run here."""

    def collect(self):
        missing = [name for name in NEEDS[self.path.name] if find_spec(name) is None]
        pytest.skip(f"{', '.join(missing)} not installed; see requirements/train.in", allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    missing = any(find_spec(name) is None for name in NEEDS.get(module_path.name, ()))
    return Skipped.from_parent(parent, path=module_path) if missing else None
