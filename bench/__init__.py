"""Every published figure is one command away."""
