* Table gap_index, recomputed from values, goalposts and weights.
* Run in the folder of the package: do checks/check_gap_index.do. Stata 14 or later; stops with an error where a number differs.
version 14
clear all
import delimited using "panel/settings.csv", varnames(1) encoding("UTF-8") stringcols(_all)
forvalues i = 1/`=_N' {
  local `=key[`i']' = value[`i']
}
import delimited using "tables/gap_weights.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1) clear
keep indicator polarity goalpost_low goalpost_high weight
rename weight declared
tempfile weights computed
save `weights'
import delimited using "tables/gap_component.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 3 10 11) clear
keep unit_code year indicator treated_value
merge m:1 indicator using `weights', assert(match) nogenerate
generate double score = min(1, max(0, (treated_value - goalpost_low) / (goalpost_high - goalpost_low))) if !missing(treated_value)
replace score = 1 - score if polarity == "cost"
replace declared = . if missing(score)
egen double share = total(declared), by(unit_code year)
generate double w = declared / share
generate double floored = max(score, `gap_floor') if !missing(score)
if "`gap_aggregation'" == "geometric" generate double part = w * ln(floored)
else if "`gap_aggregation'" == "harmonic" generate double part = w / floored
else generate double part = w * score
generate byte lacks = missing(score)
collapse (sum) part lacks (first) share, by(unit_code year)
if "`gap_aggregation'" == "geometric" replace part = exp(part)
else if "`gap_aggregation'" == "harmonic" replace part = 1 / part
if "`gap_missing'" == "refuse" replace part = . if lacks > 0
else replace part = . if share < `gap_min_share' - 1e-12
save `computed'
import delimited using "tables/gap_index.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 3 4 11 12 16 17) clear
merge 1:1 unit_code year using `computed', keep(master match) nogenerate
assert reldif(development_index, part) < 1e-8 if !missing(development_index)
assert missing(part) if missing(development_index)
assert reldif(gap, 1 - part) < 1e-8 if !missing(gap)
display as result "gap_index: all indices recomputed"
