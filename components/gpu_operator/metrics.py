"""The GPU metrics that are exported: DCGM's default list, and what alerts need beside it.

A list of one's own replaces the default one, so both are here. ECC errors, throttling and the count
of XID errors are off upstream. Source: dcgm-exporter 4.5.3-4.8.2, etc/default-counters.csv.
"""

GAUGE, COUNTER, LABEL = "gauge", "counter", "label"

DEFAULT = {
    "DCGM_FI_DEV_SM_CLOCK": GAUGE,
    "DCGM_FI_DEV_MEM_CLOCK": GAUGE,
    "DCGM_FI_DEV_MEMORY_TEMP": GAUGE,
    "DCGM_FI_DEV_GPU_TEMP": GAUGE,
    "DCGM_FI_DEV_POWER_USAGE": GAUGE,
    "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION": COUNTER,
    "DCGM_FI_DEV_PCIE_REPLAY_COUNTER": COUNTER,
    "DCGM_FI_DEV_GPU_UTIL": GAUGE,
    "DCGM_FI_DEV_MEM_COPY_UTIL": GAUGE,
    "DCGM_FI_DEV_ENC_UTIL": GAUGE,
    "DCGM_FI_DEV_DEC_UTIL": GAUGE,
    "DCGM_FI_DEV_XID_ERRORS": GAUGE,
    "DCGM_FI_DEV_FB_FREE": GAUGE,
    "DCGM_FI_DEV_FB_USED": GAUGE,
    "DCGM_FI_DEV_FB_RESERVED": GAUGE,
    "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS": COUNTER,
    "DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS": COUNTER,
    "DCGM_FI_DEV_ROW_REMAP_FAILURE": GAUGE,
    "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL": COUNTER,
    "DCGM_FI_DEV_VGPU_LICENSE_STATUS": GAUGE,
    "DCGM_FI_DRIVER_VERSION": LABEL,
    "DCGM_FI_PROF_GR_ENGINE_ACTIVE": GAUGE,
    "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE": GAUGE,
    "DCGM_FI_PROF_DRAM_ACTIVE": GAUGE,
    "DCGM_FI_PROF_PCIE_TX_BYTES": GAUGE,
    "DCGM_FI_PROF_PCIE_RX_BYTES": GAUGE,
}

FOR_ALERTS = {
    "DCGM_EXP_XID_ERRORS_COUNT": COUNTER,
    "DCGM_FI_DEV_ECC_SBE_VOL_TOTAL": COUNTER,
    "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL": COUNTER,
    "DCGM_FI_DEV_ECC_SBE_AGG_TOTAL": COUNTER,
    "DCGM_FI_DEV_ECC_DBE_AGG_TOTAL": COUNTER,
    "DCGM_FI_DEV_POWER_VIOLATION": COUNTER,
    "DCGM_FI_DEV_THERMAL_VIOLATION": COUNTER,
    "DCGM_FI_DEV_RELIABILITY_VIOLATION": COUNTER,
}


def metrics_list() -> str:
    """The exporter's CSV: a field, its type, its help."""
    listed = {**DEFAULT, **FOR_ALERTS}
    return "".join(f"{field}, {kind}, {_help(field)}.\n" for field, kind in listed.items())


def _help(field: str) -> str:
    words = field.removeprefix("DCGM_").split("_")[1:]
    return " ".join(word.lower() for word in words if word != "DEV").capitalize()
