"""Game days: what a stack promises when nodes die, crowds come, and controllers fall."""
