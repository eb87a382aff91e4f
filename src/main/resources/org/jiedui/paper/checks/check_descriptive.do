* Table descriptive, recomputed from the levels of regions.
* Run in the folder of the package: do checks/check_descriptive.do. Stata 14 or later; stops with an error where a number differs.
version 14
clear all
import delimited using "tables/region_year.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 3 5 6)
drop if missing(value)
collapse (count) n_=value (mean) mean_=value (sd) sd_=value (min) minimum_=value (median) median_=value (max) maximum_=value, by(indicator)
tempfile computed
save `computed'
import delimited using "tables/descriptive.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 11) clear
merge 1:1 indicator using `computed', assert(match) nogenerate
foreach column in n mean sd minimum median maximum {
  assert reldif(`column', `column'_) < 1e-8 | (missing(`column') & missing(`column'_))
}
display as result "descriptive: all numbers recomputed"
