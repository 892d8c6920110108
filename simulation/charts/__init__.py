"""The real charts with this program's values: rendered, and put before the trade's checkers."""
