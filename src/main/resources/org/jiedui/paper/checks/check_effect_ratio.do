* Table effect_ratio: totals and multiples of the nation, provinces and pairs, recomputed from the panel.
* Run in the folder of the package: do checks/check_effect_ratio.do. Stata 14 or later; stops with an error where a number differs.
version 14
clear all
import delimited using "panel/settings.csv", varnames(1) encoding("UTF-8") stringcols(_all)
forvalues i = 1/`=_N' {
  local `=key[`i']' = value[`i']
}
tempfile regions prices scales panel computed
import delimited using "tables/region.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) stringcols(_all) clear
keep code province_code
rename code recipient_code
save `regions'
import delimited using "panel/prices.csv", varnames(1) case(preserve) encoding("UTF-8") asdouble clear
save `prices'
import delimited using "tables/indicator.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 2 3 4 5 6) clear
keep indicator kind decimals
save `scales'
import delimited using "panel/panel.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 2 4 5 6 7) clear
keep if inrange(year, `before_from', `before_to') | inrange(year, `after_from', `after_to')
merge m:1 recipient_code using `regions', keep(match) nogenerate
merge m:1 indicator using `scales', keep(match) nogenerate
merge m:1 year using `prices', keep(master match) nogenerate
replace amount = amount / 10^decimals
generate double real = amount / deflator
* Sums of directions and of forms, where an indicator has several.
bysort indicator (direction): generate byte directions = direction[1] != direction[_N]
bysort indicator (form): generate byte forms = form[1] != form[_N]
expand 2 if directions, generate(copy)
replace direction = "both" if copy
drop copy
expand 2 if forms, generate(copy)
replace form = "all" if copy
drop copy
* Each flow counts for the nation, its donor, its recipient province and its pair.
expand 4
bysort recipient_code donor_code year indicator direction form status: generate byte which = _n
generate level = word("nation donor_province recipient_province pair", which)
generate unit_code = cond(which == 1, "000000", cond(which == 2, donor_code, province_code))
replace donor_code = "all" if inlist(which, 1, 3)
foreach side in before after {
  generate double total_`side' = cond(inrange(year, ``side'_from', ``side'_to'), amount, 0)
  generate double real_`side' = cond(inrange(year, ``side'_from', ``side'_to'), real, 0)
}
collapse (sum) total_* real_*, by(level unit_code donor_code indicator direction form status)
save `computed'
import delimited using "tables/effect_ratio.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 2 3 4 5 6 7 8 9 10 19 23 24 26) clear
keep if inlist(level, "nation", "donor_province", "recipient_province", "pair")
keep if inlist(convention, "total", "annual", "real", "real_annual")
merge m:1 level unit_code donor_code indicator direction form status using `computed', keep(master match)
assert _merge == 3
local years0 = `before_to' - `before_from' + 1
local years1 = `after_to' - `after_from' + 1
generate double low = cond(inlist(convention, "real", "real_annual"), real_before, total_before)
generate double high = cond(inlist(convention, "real", "real_annual"), real_after, total_after)
replace low = low / `years0' if inlist(convention, "annual", "real_annual")
replace high = high / `years1' if inlist(convention, "annual", "real_annual")
if "`absent'" != "zero" drop if inlist(convention, "annual", "real_annual")
assert reldif(ratio, high / low) < 1e-8 if !missing(ratio)
assert abs(before - low) < 0.006 + 1e-9 * abs(low) if !missing(ratio)
assert abs(after - high) < 0.006 + 1e-9 * abs(high) if !missing(ratio)
display as result "effect_ratio: totals and multiples recomputed"
