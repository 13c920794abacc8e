"""What either frozen program runs before anything else: it says where the modules of both are (build.spec).

PyInstaller puts all modules into each program it makes, 18 MB each. Its bootstrap takes them from where the program
says that they are; a program of ours says so here, and holds none itself.
"""

import os
import sys

# no pathlib: nothing but what the interpreter itself has read can be imported yet
sys._pyinstaller_pyz = f"{sys._MEIPASS}{os.sep}modules.pyz"  # type: ignore[attr-defined]
