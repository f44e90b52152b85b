"""What could go wrong with what is kept: each fault is brought about on a real file, and counted. One file a fault.

    python -m bench.faults [name ...] [--tenth]

Each fault has a control: the same fault where one precaution is left out. The control must show losses, or else the
figure beside it shows nothing. A loss of power is not among them: a kill leaves what was written and not yet synced,
and a simulation that takes it away needs a layer below the database.
"""
