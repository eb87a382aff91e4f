# Opens each table of {{version}} and checks that it is the published one.
# Run in this folder: Rscript open.R [FOLDER OF THE TABLES]
# Needs the package arrow or nanoparquet; digest or openssl (or the program sha256sum) for the check.
folder <- c(commandArgs(trailingOnly = TRUE), "{{folder}}")[1]
tables <- read.csv(text = "table,sha256
{{tables}}", colClasses = "character")

sha256 <- function(file) {
  if (requireNamespace("digest", quietly = TRUE)) {
    digest::digest(file = file, algo = "sha256")
  } else if (requireNamespace("openssl", quietly = TRUE)) {
    paste(unclass(openssl::sha256(file(file))), collapse = "")
  } else {
    sub(" .*", "", system2("sha256sum", shQuote(file), stdout = TRUE))
  }
}
read <- if (requireNamespace("arrow", quietly = TRUE)) {
  function(file) as.data.frame(arrow::read_parquet(file))
} else if (requireNamespace("nanoparquet", quietly = TRUE)) {
  function(file) as.data.frame(nanoparquet::read_parquet(file))
} else {
  stop("install.packages(\"arrow\") or install.packages(\"nanoparquet\") first")
}

for (i in seq_len(nrow(tables))) {
  file <- file.path(folder, paste0(tables$table[i], ".parquet"))
  if (sha256(file) != tables$sha256[i]) stop(file, " is not the published file")
  assign(tables$table[i], read(file))
  cat("\n", tables$table[i], ": ", nrow(get(tables$table[i])), " rows\n", sep = "")
  print(head(get(tables$table[i]), 3))
}
