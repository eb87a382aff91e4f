# Table pair_year, recomputed from the panel.
# Run in the folder of the package: Rscript checks/check_pair_year.R. Base R only.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "checks.R"))

panel <- read_table("panel", "panel")
regions <- read_table("tables", "region")
province <- setNames(regions$province_code, regions$code)
panel$province <- province[panel$recipient_code]
published <- read_table("tables", "pair_year")
keys <- key(panel, c("donor_code", "province", "indicator", "direction", "form", "status", "year"))
rows <- key(published, c("donor_code", "recipient_code", "indicator", "direction", "form", "status", "year"))
sums <- function(column) rowsum(number(panel[[column]]), keys)[, 1][rows]
compare(rows, "amount", number(published$amount), as.vector(sums("amount")))
compare(rows, "records", number(published$records), as.vector(sums("records")))
if (length(unique(keys)) != length(rows)) wrong <- c(wrong, "  the panel has other pairs and years than the table")
finish("pair_year")
