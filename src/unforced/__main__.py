"""`python -m unforced` is `unforced`."""

from unforced.wiring import main

main()
