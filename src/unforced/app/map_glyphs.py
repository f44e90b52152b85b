"""Small drawings that stand for a part on the map, one for each look. Lines only, in a square of 20 around its middle.

Rules: quiet, and none of them alive enough to look back. A colour is a disc with a hatching of its own, so that no look
is told from another by colour alone. A part without a look is an open ring.
"""

from __future__ import annotations

DISC = "M0-8.5C5-8.8 8.6-5 8.5 0C8.7 5 5 8.6 0 8.5C-5 8.7-8.7 5-8.5 0C-8.6-5-5-8.6 0-8.5Z"
RING = "M4.6-6.4C1-8.8-4.6-7.6-6.9-3.6C-9.2 1-6.6 6.9-1.4 7.7C4 8.5 8.2 4.4 7.8-.6C7.7-2 7.3-3 6.8-3.9"
GLYPHS = {
    "": RING,
    "stone": "M-9 3.4C-9.6-2.6-5.4-7-.4-7.5C5.6-8 9.6-4 9 1.5C8.6 5.6 4 7 0 7C-4.5 7-8.7 7.1-9 3.4Z"
    "M-4-3.4C-2.6-4.6-1-5 .6-5",
    "wall": "M-9-7H9V7H-9ZM-9-2.3H9M-9 2.4H9M-2-7V-2.3M5-7V-2.3M-5-2.3V2.4M2-2.3V2.4M-2 2.4V7M5 2.4V7",
    "gate": "M-8 8.5V-3C-8-9 8-9 8-3V8.5M-4 8.5V-6.4M0 8.5V-7.4M4 8.5V-6.4M-8 2H8",
    "fog": "M-8-6H3M6.4-6H8M-9-2H-4.4M-1-2H9M-7 2H6M-9 6H-2.4M1 6H7.4",
    "wire": "M-10 1C-5-1 5-1 10 1M-6.4-3.4L-3.2 3.2M-2.8-3.4L-6.4 3.2M3-3.4L6.4 3.2M6.6-3.4L3 3.2",
    "knot": "M-10 5C-3 5.6 5.4 5 5.2-1C5-6.6-4-6.6-4-1C-4 5 4 5.6 10 5",
    "dog": "M-5.6-4L-8.6-8.4L-8.8-.6M5.6-4L8.6-8.4L8.8-.6M-5.6-4C-3-6 3-6 5.6-4"
    "M-8.8-.6C-7 3-5 4-4 6.4C-2.6 9 2.6 9 4 6.4C5 4 7 3 8.8-.6M-1.6 5.4H1.6",
    "bell": "M-8.4 5C-5-.4-6.6-8 0-8.4C6.6-8 5-.4 8.4 5C4 5.8-4 5.8-8.4 5ZM-2 8C-1 9.2 1 9.2 2 8",
    "ember": "M0 9C-5.4 9-7.4 5-5.4 1C-4.4-1-2-2.4-2.2-7C2-4.6 2-1.6 3 .8C4 0 4.2-1 4.2-2.4C7.6 2 6.4 9 0 9Z",
    "wave": "M-10 3C-5 3-5.4-6 1-6C6-6 6.4-.4 3-.2C1 0 .6-2 2-2.6"
    "M-10 7C-6.4 5-3.2 9 0 7S6.6 5 10 7M3-.2C5 3.4 7.6 3 10 3",
    **dict.fromkeys(("grey", "rust", "moss", "dusk", "sand", "ink"), DISC),
}
HATCHINGS = {
    "grey": "M-6 0H6",
    "rust": "M-6.4 1.4L1.4-6.4M-5 5L5-5M-1.4 6.4L6.4-1.4",
    "moss": "M0-6.4V6.4M-4-5V5M4-5V5",
    "dusk": "M-8 1.6H8M-6.8 4.4H6.8M-4 7H4",
    "sand": "M-3-4h.01M3-3.4h.01M0 .4h.01M-4.6 2.4h.01M4.4 3h.01M-.6 5.4h.01",
    "ink": "M0-4.6C3-4.8 4.8-2.8 4.7 0C4.8 2.8 2.8 4.8 0 4.7C-2.8 4.8-4.8 2.8-4.7 0C-4.8-2.8-2.8-4.8 0-4.6Z",
}
"""What a colour's disc is hatched with."""
