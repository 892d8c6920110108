"""Which service accounts of a stack act in AWS: those that read models, and those with a role of
their own, which somebody else has made."""

from collections.abc import Iterator

from components.cache.manifest import FILLED_FROM
from components.identity.plan import Subject
from components.identity.workloads import DEFAULT_ACCOUNT
from components.model.pod import service_account
from components.model.protection import Access
from components.model.variants import variants
from stacks.config import StackConfig


def readers(config: StackConfig) -> tuple[Subject, ...]:
    """Every tenant's pods that name no account, what fills caches, and models with an account of
    their own but no role."""
    cached = any(spec.delivery.by == "cache" for spec in config.models.values())
    namespaces = (*config.tenants, *((FILLED_FROM,) if cached else ()))
    tenants = (Subject(namespace=name, service_account=DEFAULT_ACCOUNT) for name in namespaces)
    own = (subject for subject, access in _models(config) if access.role_arn is None)
    return (*tenants, *own)


def given(config: StackConfig) -> dict[Subject, str]:
    """The role that the stack file names for an account, by account."""
    stages = {
        Subject(namespace=spec.tenant, service_account=name): spec.access.role_arn
        for name, spec in config.consumers.items()
    }
    named = {subject: access.role_arn for subject, access in _models(config)}
    return {subject: role for subject, role in {**stages, **named}.items() if role}


def _models(config: StackConfig) -> Iterator[tuple[Subject, Access]]:
    """The accounts that are made for models: each running version has its own."""
    for name, spec in config.models.items():
        for one in variants(name, spec):
            account, access = service_account(one.name, one.spec), one.spec.access
            if account and access.service_account is None:
                yield Subject(namespace=one.spec.tenant, service_account=account), access
