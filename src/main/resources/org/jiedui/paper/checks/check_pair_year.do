* Table pair_year, recomputed from the panel.
* Run in the folder of the package: do checks/check_pair_year.do. Stata 14 or later; stops with an error where a number differs.
version 14
clear all
import delimited using "tables/region.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) stringcols(_all)
keep code province_code
rename code recipient_code
tempfile regions computed
save `regions'
import delimited using "panel/panel.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 2 4 5 6 7) clear
merge m:1 recipient_code using `regions', keep(match) nogenerate
collapse (sum) amount_=amount records_=records, by(donor_code province_code indicator direction form status year)
rename province_code recipient_code
save `computed'
import delimited using "tables/pair_year.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 2 3 4 5 6 8 9) clear
merge 1:1 donor_code recipient_code indicator direction form status year using `computed', assert(match) nogenerate
assert amount == amount_ & records == records_
display as result "pair_year: all sums recomputed"
