-- Opens each table of {{version}} and checks that it is the published one.
-- Run in this folder: duckdb -f open.sql. Needs DuckDB 1.1 or later.
{{checks}}
