"""Reads a lock from standard input; leaves out the markers that hold everywhere we run."""

import re
import sys

EVERYWHERE = (
    "((platform_machine == 'arm64' and sys_platform == 'darwin') or "
    "(platform_machine == 'aarch64' and sys_platform == 'linux') or "
    "(platform_machine == 'x86_64' and sys_platform == 'linux'))"
)


def shorten(line: str) -> str:
    """Return a requirement without the markers that always hold here."""
    line = line.replace(f" and {EVERYWHERE}", "")
    line = re.sub(r" ; python_full_version < '3\.11'(?= \\|$)", "", line)
    return line.replace("python_full_version < '3.11' and ", "")


if __name__ == "__main__":
    for text in sys.stdin:
        sys.stdout.write(shorten(text.rstrip("\n")) + "\n")
