"""What the benches reckon with, held to sums that can be done by hand."""
