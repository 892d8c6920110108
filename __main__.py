"""`pulumi up` starts here."""

from stacks.program import program

program()
