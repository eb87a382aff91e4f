# What the checks share: where the package is, reading its tables, comparing numbers. Base R only.
script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
root <- normalizePath(file.path(dirname(script[1]), ".."))

# A table as text; codes stay codes. number() turns a column into numbers.
read_table <- function(folder, name) {
  read.csv(file.path(root, folder, paste0(name, ".csv")), colClasses = "character", encoding = "UTF-8",
           check.names = FALSE, na.strings = character(0))
}
number <- function(text) suppressWarnings(as.numeric(ifelse(text == "", NA, text)))
key <- function(table, columns) do.call(paste, c(table[columns], sep = " | "))

settings <- local({
  read <- read_table("panel", "settings")
  setNames(read$value, read$key)
})
setting <- function(name) number(settings[[name]])

compared <- 0
wrong <- character(0)

# Compares a published column with numbers computed again; both in the order of the keys.
compare <- function(rows, column, published, computed, tolerance = 1e-9) {
  size <- pmax(1, abs(published), abs(computed))
  same <- (is.na(published) & is.na(computed)) |
    (!is.na(published) & !is.na(computed) & abs(published - computed) <= tolerance * size)
  same[is.na(same)] <- FALSE
  compared <<- compared + length(same)
  if (any(!same)) {
    wrong <<- c(wrong, sprintf("  %s: %s published %.10g, computed %.10g", rows[!same], column,
                               published[!same], computed[!same]))
  }
}

finish <- function(table) {
  cat(sprintf("%s: %d of %d numbers recomputed\n", table, compared - length(wrong), compared))
  if (length(wrong) > 0) {
    cat(head(wrong, 10), sep = "\n")
    quit(status = 1)
  }
  if (compared == 0) {
    cat("nothing was compared\n")
    quit(status = 1)
  }
}
