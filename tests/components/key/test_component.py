"""What a key registers."""

from components.key.component import Key, KeyArgs
from tests.support.recorder import record


def test_the_key_is_renewed_and_not_lost_by_mistake_and_found_by_its_alias() -> None:
    made = record(lambda: Key("key", KeyArgs(alias="alias/inference")))

    key = made.named("key", type="aws:kms/key:Key").inputs
    alias = made.named("key", type="aws:kms/alias:Alias").inputs
    assert key["enableKeyRotation"] is True
    assert key["deletionWindowInDays"] == 30
    assert alias == {"name": "alias/inference", "targetKeyId": "key-1"}
