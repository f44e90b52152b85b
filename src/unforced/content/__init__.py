"""What is said, as data: practices, phrases, pages and signals by locale, with their form and their manners.

Content is CC BY 4.0 (LICENCE beside this file); code is Apache-2.0.
"""

from pathlib import Path

HERE = Path(__file__).parent
"""The folder that holds the content files."""
