"""The zone tainter: the files that its pod would mount, run here as its own service account."""
