"""`python -m planning --stack prod`: what a stack will hold and cost, without a cloud account."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from planning.account import NoAccount, with_account
from planning.change.change import change, recorded_now
from planning.findings.all import findings
from planning.plan import plan
from planning.report.document.document import document
from planning.report.form import FORMS, written
from planning.report.refused import refused_markdown
from stacks.file import read
from stacks.problem import Refused

ROOT = Path(__file__).parents[1]


def main(arguments: list[str] | None = None) -> int:
    """Writes the plan; 1 where the stack or a policy refuses it, with every reason."""
    asked = _asked(arguments)
    try:
        config = read(ROOT / f"Pulumi.{asked.stack}.yaml")
        found = plan(with_account(config) if asked.account else config)
        compared = change(ROOT, asked.against, asked.stack, found) if asked.against else None
    except Refused as refused:
        print(refused, file=sys.stderr)
        if asked.format == "markdown":
            _write(refused_markdown(asked.stack, refused), asked.output)
        return 1
    except NoAccount as missing:
        print(missing, file=sys.stderr)
        return 1
    today = datetime.now(UTC).date()
    recorded = recorded_now(ROOT, asked.stack).values()
    said = findings(found, today, recorded)
    data = document(asked.stack, found, said, compared)
    _write(written(asked.format, found, data), asked.output)
    return int(any(finding.level == "refusal" for finding in said))


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text)


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m planning", description=__doc__)
    parser.add_argument("--stack", default="dev", help="which Pulumi.<stack>.yaml")
    parser.add_argument("--format", choices=FORMS, default="terminal")
    parser.add_argument("--against", metavar="REF", help="compare with this Git reference")
    parser.add_argument("--account", action="store_true", help="ask AWS for quotas and zones")
    parser.add_argument("--output", type=Path, help="a file instead of the standard output")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
