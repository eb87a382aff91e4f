# Table gap_index, recomputed from the levels of regions, the goalposts and the weights.
# Run in the folder of the package: Rscript checks/check_gap_index.R. Base R only.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "checks.R"))

weights <- read_table("tables", "gap_weights")
for (column in c("goalpost_low", "goalpost_high", "weight")) weights[[column]] <- number(weights[[column]])
published <- read_table("tables", "gap_index")
rows <- key(published, c("unit_code", "year"))
n <- nrow(published)

# Values: levels as they are for counties without treatment of outliers, else what the program made of them.
as_reported <- settings[["gap_level"]] == "county" && settings[["gap_treat"]] == "none"
values <- if (as_reported) read_table("tables", "region_year") else read_table("tables", "gap_component")
unit <- if (as_reported) "region_code" else "unit_code"
value <- if (as_reported) "value" else "treated_value"
cell <- setNames(number(values[[value]]), key(values, c(unit, "year", "indicator")))

score <- matrix(NA_real_, n, nrow(weights))
for (j in seq_len(nrow(weights))) {
  x <- cell[paste(rows, weights$indicator[j], sep = " | ")]
  s <- pmin(1, pmax(0, (x - weights$goalpost_low[j]) / (weights$goalpost_high[j] - weights$goalpost_low[j])))
  score[, j] <- if (weights$polarity[j] == "cost") 1 - s else s
}
there <- !is.na(score)
w <- matrix(weights$weight, n, nrow(weights), byrow = TRUE) * there
share <- rowSums(w)
w <- w / share
filled <- ifelse(there, score, 1)
floored <- pmax(filled, setting("gap_floor"))
index <- switch(settings[["gap_aggregation"]],
  arithmetic = rowSums(w * ifelse(there, score, 0)),
  geometric = exp(rowSums(w * log(floored))),
  harmonic = 1 / rowSums(w / floored))
enough <- if (settings[["gap_missing"]] == "refuse") rowSums(!there) == 0 else share >= setting("gap_min_share") - 1e-12
index[!enough] <- NA

compare(rows, "indicators", number(published$indicators), rowSums(there))
compare(rows, "development_index", number(published$development_index), index)
compare(rows, "gap", number(published$gap), 1 - index)
ranked <- published$role == "recipient" & !is.na(index)
for (year in unique(published$year)) {
  of <- ranked & published$year == year
  place <- rep(NA_real_, n)
  place[which(of)[order(-round(1 - index[of], 12), published$unit_code[of])]] <- seq_len(sum(of))
  all <- published$year == year
  compare(rows[all], "gap_rank", number(published$gap_rank)[all], place[all])
}
finish("gap_index")
