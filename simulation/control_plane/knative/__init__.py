"""Knative Serving: its kinds, its controller and webhook, and stand-ins for what must not run."""
