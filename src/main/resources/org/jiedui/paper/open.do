* Opens each table of {{version}} and checks that it is the published one.
* Run in this folder: do open.do. Needs Stata 16 or later and the reader pq (ssc install pq).
* Without pq: run TABLE.do beside the CSV files of `jiedui export data`.
version 16
args folder
if `"`folder'"' == "" local folder "{{folder}}"
{{checks}}
