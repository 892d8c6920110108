"""What was secret in the inputs stays secret in everything derived from them."""

from typing import Any

from simulation.plugin.values import Properties, Secret, contains


def hidden(outputs: Properties, inputs: Any) -> Properties:
    """The outputs with every value wrapped whose input held a secret."""
    if outputs.get("kind") == "Secret":
        return outputs | {
            key: Secret(outputs[key]) for key in ("data", "stringData") if key in outputs
        }
    if not isinstance(inputs, dict):
        return outputs
    return {key: _hidden(value, inputs.get(key)) for key, value in outputs.items()}


def _hidden(output: Any, source: Any) -> Any:
    if isinstance(output, dict) and isinstance(source, dict):
        return hidden(output, source)
    return Secret(output) if contains(Secret, source) else output
