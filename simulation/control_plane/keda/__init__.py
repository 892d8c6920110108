"""KEDA: its kinds, its operator, and the adapter through which autoscalers read its metrics."""
