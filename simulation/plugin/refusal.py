"""What the plugin will not do, said in a sentence a person can act on."""


class Refusal(Exception):
    """A request that cannot be served, and why."""
