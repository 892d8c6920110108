"""What Valkey is told beyond its chart's defaults."""

from components.platform.site import Site
from components.valkey.spec import ValkeySpec
from components.valkey.values import values

MADE = values(ValkeySpec(memory_gib=4, secret="users"), Site())


def test_a_full_cache_forgets_what_was_not_asked_for_longest() -> None:
    assert "maxmemory-policy allkeys-lru" in MADE["valkeyConfig"]


def test_keys_leave_room_for_connections_and_copies() -> None:
    assert "maxmemory 3072mb" in MADE["valkeyConfig"]
    assert MADE["resources"]["limits"]["memory"] == "4Gi"


def test_nobody_gets_in_without_the_password_of_the_stacks_secret() -> None:
    assert MADE["auth"]["enabled"] is True
    assert MADE["auth"]["usersExistingSecret"] == "users"


def test_no_request_reaches_it_before_it_answers() -> None:
    assert MADE["readinessProbe"] == {"enabled": True}


def test_nothing_measures_where_nobody_scrapes() -> None:
    assert values(ValkeySpec(), Site(monitored=False))["metrics"]["enabled"] is False
