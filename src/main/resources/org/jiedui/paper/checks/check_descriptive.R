# Table descriptive, recomputed from the levels of regions.
# Run in the folder of the package: Rscript checks/check_descriptive.R. Base R only.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "checks.R"))

levels <- read_table("tables", "region_year")
levels$value <- number(levels$value)
levels <- levels[!is.na(levels$value), ]
published <- read_table("tables", "descriptive")
each <- split(levels, levels$indicator)[published$indicator]
by <- function(f) vapply(each, f, numeric(1), USE.NAMES = FALSE)

compare(published$indicator, "n", number(published$n), by(nrow))
compare(published$indicator, "regions", number(published$regions), by(function(d) length(unique(d$region_code))))
compare(published$indicator, "mean", number(published$mean), by(function(d) mean(d$value)))
compare(published$indicator, "sd", number(published$sd), by(function(d) sd(d$value)))
compare(published$indicator, "minimum", number(published$minimum), by(function(d) min(d$value)))
compare(published$indicator, "median", number(published$median), by(function(d) median(d$value)))
compare(published$indicator, "maximum", number(published$maximum), by(function(d) max(d$value)))
finish("descriptive")
