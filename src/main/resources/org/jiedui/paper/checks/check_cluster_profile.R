# Table cluster_profile and the chosen row of cluster_k_profile, recomputed from values and membership.
# Run in the folder of the package: Rscript checks/check_cluster_profile.R. Base R only.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "checks.R"))

published <- read_table("tables", "cluster_profile")
members <- read_table("tables", "cluster_membership")
members <- members[members$cluster != "", ]
components <- read_table("tables", "gap_component")
index <- read_table("tables", "gap_index")
cell <- c(setNames(number(components$value), key(components, c("unit_code", "year", "indicator"))),
          setNames(number(index$gap), paste(key(index, c("unit_code", "year")), "gap", sep = " | ")))
variables <- unique(published$variable)
x <- sapply(variables, function(v) cell[paste(members$unit_code, members$year, v, sep = " | ")])
x <- matrix(x, nrow(members), dimnames = list(NULL, variables))

told <- number(published$cluster)
rows <- key(published, c("cluster", "variable"))
of <- function(i) if (told[i] == 0) rep(TRUE, nrow(members)) else members$cluster == published$cluster[i]
by <- function(f) vapply(seq_along(told), function(i) f(x[of(i), published$variable[i]], x[, published$variable[i]]), numeric(1))
known <- colSums(is.na(x))[published$variable] == 0
compare(rows, "n", number(published$n), by(function(own, all) length(own)))
compare(rows[known], "mean", number(published$mean)[known], by(function(own, all) mean(own))[known])
compare(rows[known], "sd", number(published$sd)[known], by(function(own, all) if (length(own) > 1) sd(own) else NA)[known])
compare(rows[known], "median", number(published$median)[known], by(function(own, all) median(own))[known])
compare(rows[known], "z_mean", number(published$z_mean)[known], by(function(own, all) (mean(own) - mean(all)) / sd(all))[known], 1e-8)
finish("cluster_profile")
