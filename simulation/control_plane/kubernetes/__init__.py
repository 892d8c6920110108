"""Kubernetes itself: the store, the API server, its controllers, and simulated kubelets."""
