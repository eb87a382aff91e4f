# Table effect_ratio: totals, multiples and intervals, recomputed from the panel.
# Run in the folder of the package: Rscript checks/check_effect_ratio.R. Base R only.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "checks.R"))

if (settings[["absent"]] != "zero") {
  cat("effect_ratio: annual multiples of a study with absent = missing are means over recorded years, not checked here\n")
}
before_years <- setting("before_from"):setting("before_to")
after_years <- setting("after_from"):setting("after_to")
published <- read_table("tables", "effect_ratio")
panel <- read_table("panel", "panel")
panel$year <- number(panel$year)
panel$amount <- number(panel$amount)
panel$records <- number(panel$records)
panel <- panel[panel$indicator %in% published$indicator & panel$year %in% c(before_years, after_years), ]
links <- read_table("panel", "links")
prices <- read_table("panel", "prices")
price <- setNames(number(prices$deflator), prices$year)
indicators <- read_table("tables", "indicator")
scale <- setNames(10^number(indicators$decimals), indicators$indicator)
money <- setNames(indicators$kind == "money", indicators$indicator)
regions <- read_table("tables", "region")
province <- setNames(regions$province_code, regions$code)
prefecture <- setNames(regions$prefecture_code, regions$code)

# The unit of a level that a flow from a donor to a recipient belongs to, and the donor it is told for.
unit_of <- function(level, donor, recipient) {
  switch(level,
    nation = list(rep("000000", length(donor)), rep("all", length(donor))),
    donor_province = list(donor, donor),
    recipient_province = list(province[recipient], rep("all", length(donor))),
    pair = list(province[recipient], donor),
    prefecture = list(prefecture[recipient], rep("all", length(donor))),
    county = list(recipient, rep("all", length(donor))))
}
place_of <- function(level, donor, recipient) {
  unit <- unit_of(level, donor, recipient)
  paste(level, unit[[1]], unit[[2]], sep = " | ")
}

# Sums of directions and of forms exist where an indicator has several.
several <- function(column) names(which(tapply(panel[[column]], panel$indicator, function(x) length(unique(x))) > 1))
widened <- rbind(panel, transform(panel[panel$indicator %in% several("direction"), ], direction = "both"))
widened <- rbind(widened, transform(widened[widened$indicator %in% several("form"), ], form = "all"))
flow <- key(widened, c("indicator", "direction", "form", "status"))
early <- widened$year %in% before_years
late <- widened$year %in% after_years
real <- widened$amount / price[as.character(widened$year)]
pair <- paste(widened$donor_code, province[widened$recipient_code], sep = "|")

# Heads of a recipient over all years of a window; missing where a year is.
levels <- read_table("tables", "region_year")
levels <- levels[levels$indicator == "population", ]
heads <- function(years) {
  of <- levels[number(levels$year) %in% years & !is.na(number(levels$value)) & number(levels$value) > 0, ]
  sums <- tapply(number(of$value), of$region_code, sum)
  sums[tapply(of$value, of$region_code, length) == length(years)]
}
heads_before <- heads(before_years)
heads_after <- heads(after_years)

for (level in unique(published$level)) {
  told <- published[published$level == level, ]
  rows <- key(told, c("level", "unit_code", "donor_code", "indicator", "direction", "form", "status", "convention"))
  group <- key(told, c("level", "unit_code", "donor_code", "indicator", "direction", "form", "status"))
  at <- paste(place_of(level, widened$donor_code, widened$recipient_code), flow, sep = " | ")
  total <- function(amounts, side) {
    sums <- rowsum(amounts * side, at)[, 1]
    as.vector(sums[group])
  }
  if (!all(group %in% at)) wrong <- c(wrong, paste("  no flow in the panel:", head(setdiff(group, at), 3)))
  compare(rows, "records_before", number(told$records_before), total(widened$records, early))
  compare(rows, "records_after", number(told$records_after), total(widened$records, late))

  annual <- told$convention %in% c("annual", "real_annual")
  priced <- told$convention %in% c("real", "real_annual")
  head <- told$convention == "per_head"
  declared <- place_of(level, links$donor_code, links$recipient_code)
  recorded <- unique(data.frame(at, donor = widened$donor_code, recipient = widened$recipient_code)[widened$records > 0, ])
  per <- scale[told$indicator]
  nominal0 <- total(widened$amount, early) / per
  nominal1 <- total(widened$amount, late) / per
  low <- ifelse(priced, total(real, early) / per, nominal0)
  high <- ifelse(priced, total(real, late) / per, nominal1)

  # Recipients and clusters of each group: declared links and links with records.
  groups <- unique(group)
  own <- split(recorded, factor(recorded$at, groups))
  where <- split(seq_len(nrow(links)), declared)
  place <- sub("^(([^|]*\\|){2}[^|]*) \\|.*$", "\\1", groups)
  stats <- lapply(seq_along(groups), function(g) {
    more <- where[[place[g]]]
    donor <- c(own[[g]]$donor, links$donor_code[more])
    recipient <- c(own[[g]]$recipient, links$recipient_code[more])
    pairs <- unique(paste(donor, province[recipient], sep = "|"))
    people <- unique(recipient)
    list(pairs = length(pairs), by_recipient = length(pairs) == 1,
         clusters = if (length(pairs) == 1) length(people) else length(pairs),
         before = sum(heads_before[people]), after = sum(heads_after[people]))
  })
  names(stats) <- groups
  of <- function(name) vapply(stats[group], function(s) as.numeric(s[[name]]), numeric(1))
  years0 <- ifelse(annual, length(before_years), ifelse(head, of("before"), 1))
  years1 <- ifelse(annual, length(after_years), ifelse(head, of("after"), 1))
  checked <- told$ratio != "" & (settings[["absent"]] == "zero" | !annual)
  compare(rows, "clusters", number(told$clusters), of("clusters"))
  ratio <- (high / years1) / (low / years0)
  compare(rows[checked], "ratio", number(told$ratio)[checked], ratio[checked])
  # Shown amounts are rounded to 0.01.
  compare(rows[checked & !head], "before", number(told$before)[checked & !head], (low / years0)[checked & !head], 0.0051)
  compare(rows[checked & !head], "after", number(told$after)[checked & !head], (high / years1)[checked & !head], 0.0051)

  # Linearised variance of the ratio of totals over clusters with any flow; the others add nothing.
  cluster <- ifelse(of("by_recipient")[match(at, group)] == 1, widened$recipient_code, pair)
  in_group <- !is.na(cluster)
  cell <- paste(at, cluster, sep = " || ")[in_group]
  spread <- function(amounts) {
    p <- rowsum(amounts[in_group] * early[in_group], cell)[, 1]
    q <- rowsum(amounts[in_group] * late[in_group], cell)[, 1]
    home <- sub(" \\|\\| .*$", "", names(p))
    sum_p <- rowsum(p, home)[, 1]
    r <- rowsum(q, home)[, 1] / sum_p
    e <- (q - r[home] * p)^2
    sqrt(rowsum(e, home)[, 1]) / sum_p / r
  }
  log_error <- ifelse(priced, as.vector(spread(real)[group]), as.vector(spread(widened$amount)[group])) *
    sqrt(of("clusters") / (of("clusters") - 1))
  bounded <- checked & told$ci_low != ""
  level_q <- 0.5 + setting("confidence") / 2
  critical <- if (settings[["reference"]] == "t") qt(level_q, pmax(1, of("clusters") - 1)) else qnorm(level_q)
  compare(rows[bounded], "std_error_log", number(told$std_error_log)[bounded], log_error[bounded])
  compare(rows[bounded], "ci_low", number(told$ci_low)[bounded], (ratio * exp(-critical * log_error))[bounded])
  compare(rows[bounded], "ci_high", number(told$ci_high)[bounded], (ratio * exp(critical * log_error))[bounded])
}
finish("effect_ratio")
