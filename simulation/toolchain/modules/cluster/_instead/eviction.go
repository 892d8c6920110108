package eviction

import v1 "k8s.io/api/core/v1"

// Reason is what the kubelet writes into the status of a pod that it evicts.
const Reason = "Evicted"

// PodIsEvicted says whether the kubelet ended this pod.
func PodIsEvicted(status v1.PodStatus) bool {
	return status.Phase == v1.PodFailed && status.Reason == Reason
}
