package ports

const (
	ProxyStatusPort                   = 10249
	KubeletPort                       = 10250
	KubeletReadOnlyPort               = 10255
	KubeletHealthzPort                = 10248
	ProxyHealthzPort                  = 10256
	KubeControllerManagerPort         = 10257
	CloudControllerManagerPort        = 10258
	CloudControllerManagerWebhookPort = 10260
)
