# Table ledger: every row closes, files add up to the total, reasons add up to the ledger.
# Run in the folder of the package: Rscript checks/check_ledger.R. Base R only.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "checks.R"))

ledger <- read_table("tables", "ledger")
places <- c("accepted", "rejected", "duplicate", "superseded", "out_of_scope", "control_total", "blank", "carried")
for (column in c("read", places)) ledger[[column]] <- number(ledger[[column]])
rows <- key(ledger, c("file", "measure"))
compare(rows, "read", ledger$read, rowSums(ledger[places], na.rm = TRUE))

total <- ledger[ledger$file == "(total)", ]
files <- ledger[ledger$file != "(total)", ]
for (column in c("read", places)) {
  sums <- tapply(files[[column]], files$measure, sum, na.rm = TRUE)[total$measure]
  compare(key(total, c("file", "measure")), column, ifelse(is.na(total[[column]]), 0, total[[column]]), as.vector(sums))
}

reasons <- read_table("tables", "reject_reason")
reasons$amount <- number(reasons$amount)
for (place in c("rejected", "duplicate", "superseded")) {
  of <- reasons[reasons$place == place, ]
  sums <- tapply(of$amount, key(of, c("file", "measure")), sum)[key(files, c("file", "measure"))]
  told <- files[[place]]
  compare(key(files, c("file", "measure")), place, ifelse(is.na(told), 0, told), ifelse(is.na(sums), 0, as.vector(sums)))
}
finish("ledger")
