"""From the folder of a run to its model."""

from training import pretrained
from training.encoder import from_pretrained
from training.model import Model
from training.run import Plan, RunFolder


def load_model(folder: RunFolder, plan: Plan) -> Model:
    """The model of a run as of its last checkpoint."""
    model = Model(from_pretrained(pretrained.load(), folder.read_vocabulary().rows, plan.layers))
    weights = folder.load()["model"]
    model.fit(weights)
    model.load_state_dict(weights)
    return model.eval()
