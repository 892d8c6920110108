"""What runs in the pod: standard library only, mounted from a ConfigMap."""
