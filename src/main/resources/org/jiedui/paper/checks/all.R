# Runs every check of this package; ends with status 1 if one of them does.
# Run in the folder of the package: Rscript checks/all.R
folder <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
status <- vapply(sort(list.files(folder, "^check_.*\\.R$", full.names = TRUE)),
                 function(file) system2(file.path(R.home("bin"), "Rscript"), shQuote(file)), integer(1))
quit(status = as.integer(any(status != 0)))
