# Opens each table of {{version}} and checks that it is the published one.
# Run in this folder: python3 open.py [FOLDER OF THE TABLES]
# Needs pandas with pyarrow or fastparquet.
import hashlib
import sys
from pathlib import Path

import pandas as pd

FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else "{{folder}}")
SHA256 = dict(line.split(",") for line in """\
{{tables}}
""".splitlines())

tables = {}
for table, sha256 in SHA256.items():
    file = FOLDER / f"{table}.parquet"
    if hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
        sys.exit(f"{file} is not the published file")
    tables[table] = pd.read_parquet(file)
    print(f"\n{table}: {len(tables[table])} rows")
    print(tables[table].head(3))
