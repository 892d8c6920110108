"""Fluent Bit's output section for each kind of store, in its classic configuration format."""

from components.logs.elastic import CA_MOUNT, HTTP_SERVICE, PASSWORD_VARIABLE
from components.logs.spec import CloudWatchStore, LogsSpec, OpenSearchStore

Settings = dict[str, str]

INDEXED = {"Logstash_Format": "On", "Replace_Dots": "On", "Suppress_Type_Name": "On"}
"""One index a day; a label such as `a.b` is no object; no type name (gone in Elasticsearch 8)."""


def outputs(spec: LogsSpec) -> str:
    """Where every record goes; one that cannot be delivered is tried again until it can."""
    return section("OUTPUT", {**_store(spec), "Match": "*", "Retry_Limit": "False"})


def section(kind: str, settings: Settings) -> str:
    """One section of the configuration."""
    return f"[{kind}]\n" + "".join(f"    {key} {value}\n" for key, value in settings.items())


def _store(spec: LogsSpec) -> Settings:
    if spec.opensearch is not None:
        return _opensearch(spec.opensearch)
    return _cloudwatch(spec.cloudwatch) if spec.cloudwatch is not None else _elasticsearch()


def _elasticsearch() -> Settings:
    return {
        "Name": "es",
        "Host": HTTP_SERVICE,
        "Port": "9200",
        "HTTP_User": "elastic",
        "HTTP_Passwd": f"${{{PASSWORD_VARIABLE}}}",
        "tls": "On",
        "tls.ca_file": f"{CA_MOUNT}/ca.crt",
        **INDEXED,
    }


def _opensearch(store: OpenSearchStore) -> Settings:
    signed = {"AWS_Auth": "On", "AWS_Region": str(store.aws_region)}
    return {
        "Name": "opensearch",
        "Host": store.host,
        "Port": str(store.port),
        "tls": "On",
        **(signed if store.aws_region else {}),
        **INDEXED,
    }


def _cloudwatch(store: CloudWatchStore) -> Settings:
    return {
        "Name": "cloudwatch_logs",
        "region": store.region,
        "log_group_name": store.log_group,
        "log_stream_prefix": "node-",
        "auto_create_group": "On",
    }
