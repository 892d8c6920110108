"""What a role registers."""

import json

from components.identity.component import Given, GivenArgs, Role, RoleArgs
from components.identity.plan import RolePlan, Subject
from components.identity.trust import pods
from tests.support.recorder import Recording, record

PLAN = RolePlan(
    trust=pods(),
    managed=("arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy",),
    policies={"read": {"Statement": []}},
    subjects=(Subject(namespace="chat", service_account="default"),),
)


def recorded() -> Recording:
    return record(lambda: Role("reader", RoleArgs(plan=PLAN, cluster_name="inference")))


def test_the_role_has_its_policies_and_no_other() -> None:
    made = recorded()

    attached = made.named(
        "reader-AmazonEBSCSIDriverPolicy",
        type="aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    )
    own = made.named("reader-read", type="aws:iam/rolePolicy:RolePolicy")
    assert attached.inputs["policyArn"] == PLAN.managed[0]
    assert json.loads(own.inputs["policy"]) == PLAN.policies["read"]


def test_a_service_account_takes_it_in_its_namespace() -> None:
    association = recorded().named(
        "reader-chat-default", type="aws:eks/podIdentityAssociation:PodIdentityAssociation"
    )

    assert association.inputs == {
        "clusterName": "inference",
        "namespace": "chat",
        "serviceAccount": "default",
        "roleArn": "arn:aws:iam:::reader",
    }


def test_a_role_that_somebody_else_made_is_taken_and_not_touched() -> None:
    arn = "arn:aws:iam::123456789012:role/reader"
    llm = Subject(namespace="chat", service_account="llm")
    made = record(lambda: Given("given", GivenArgs(roles={llm: arn}, cluster_name="inference")))

    association = made.named(
        "given-chat-llm", type="aws:eks/podIdentityAssociation:PodIdentityAssociation"
    )
    assert association.inputs["roleArn"] == arn
    assert not made.of("aws:iam/role:Role")
