from components.node_group.mig import profiles, uncuttable

A100_80 = 81_920
A100_40 = 40_960


def test_the_same_family_has_other_profiles_with_half_the_memory() -> None:
    assert "1g.5gb" in profiles("NVIDIA A100 SXM4 40GB", A100_40)
    assert "1g.5gb" not in profiles("NVIDIA A100 SXM4 80GB", A100_80)


def test_a_product_name_of_node_feature_discovery_is_understood() -> None:
    assert profiles("NVIDIA-A100-SXM4-80GB", A100_80) == profiles("A100", A100_80)


def test_gpus_for_inference_have_no_mig() -> None:
    for product in ("NVIDIA T4", "NVIDIA A10G", "NVIDIA L4", "NVIDIA L40S", None):
        assert not profiles(product, 24_000)


def test_a_whole_profile_leaves_no_room_for_another() -> None:
    known = profiles("NVIDIA H100 SXM5 80GB", A100_80)

    assert uncuttable({"7g.80gb": 1}, known) == ""
    assert uncuttable({"7g.80gb": 1, "1g.10gb": 1}, known)


def test_what_fits_once_may_fit_as_often_as_the_profile_says() -> None:
    known = profiles("NVIDIA H200", 144_384)

    for name, profile in known.items():
        assert uncuttable({name: profile.most}, known) == ""
        assert uncuttable({name: profile.most + 1}, known)
