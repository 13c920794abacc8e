"""The store application, headquarters and their command line."""

import os

# A frame's matrices are small: threads of numpy's linear algebra (OpenBLAS) spin beside the one that works, and a frame
# costs nearly twice the processor. It is asked once, when numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
