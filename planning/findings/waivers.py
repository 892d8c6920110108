"""Findings that somebody answers for, until a day; after it they count again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from planning.findings.finding import Finding
from planning.spec import Waiver


def waived(
    findings: Iterable[Finding], waivers: Iterable[Waiver], today: date
) -> Iterator[Finding]:
    """`findings`, those with a valid waiver marked with its reason; shown, never dropped."""
    valid = {(w.rule, w.about): w for w in waivers if today <= w.expires}
    for finding in findings:
        waiver = valid.get((finding.rule, finding.about))
        if waiver is None:
            yield finding
        else:
            mend = f"waived until {waiver.expires}: {waiver.reason}"
            yield replace(finding, level="waived", mend=mend)


def unused(
    findings: Iterable[Finding], waivers: Iterable[Waiver], today: date, elsewhere: set[str]
) -> Iterator[Finding]:
    """A warning for each valid waiver that meets nothing: misspelt, or mended meanwhile.

    Rules that are judged `elsewhere` may well have met it there.
    """
    met = {(finding.rule, finding.about) for finding in findings}
    for waiver in waivers:
        known = (waiver.rule, waiver.about) in met or waiver.rule in elsewhere
        if today <= waiver.expires and not known:
            yield Finding(
                level="warning",
                rule="waiver-unused",
                about="planning.waivers",
                what=f"{waiver.rule} for {waiver.about} is waived, and nobody reports it",
                mend="remove it, or mend how it is spelt",
            )


def expired(waivers: Iterable[Waiver], today: date) -> Iterator[Finding]:
    """A warning for each waiver that no longer holds."""
    for waiver in waivers:
        if today > waiver.expires:
            yield Finding(
                level="warning",
                rule="waiver-expired",
                about="planning.waivers",
                what=f"{waiver.rule} for {waiver.about} was waived until {waiver.expires}",
                mend="mend the cause, or renew the waiver with its reason",
            )
