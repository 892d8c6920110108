"""Stands in for Pulumi's Kubernetes plugin where the real one is not installed."""
