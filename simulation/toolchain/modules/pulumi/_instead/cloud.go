package cloud

import (
	"errors"

	"github.com/spf13/cobra"
)

// NewAPICmd refuses: this CLI drives simulated clusters, and is built without Pulumi Cloud's API.
func NewAPICmd() *cobra.Command {
	return &cobra.Command{
		Use:    "api",
		Hidden: true,
		RunE: func(*cobra.Command, []string) error {
			return errors.New("this pulumi is built without `pulumi api`")
		},
	}
}

// ParamSpec is named by the envelopes, which stay for their errors.
type ParamSpec struct{}
