* Table cluster_profile, recomputed from values and membership.
* Run in the folder of the package: do checks/check_cluster_profile.do. Stata 14 or later; stops with an error where a number differs.
version 14
clear all
import delimited using "tables/cluster_membership.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 3 5 6 14 15)
keep unit_code year cluster
drop if missing(cluster)
tempfile members values computed
save `members'
import delimited using "tables/gap_index.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 3 4 11 12 16 17) clear
keep unit_code year gap
rename gap value
generate variable = "gap"
save `values'
import delimited using "tables/gap_component.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 3 10 11) clear
keep unit_code year indicator value
rename indicator variable
append using `values'
merge m:1 unit_code year using `members', keep(match) nogenerate
expand 2, generate(all)
replace cluster = 0 if all
collapse (count) n_=value (mean) mean_=value (sd) sd_=value (median) median_=value, by(cluster variable)
save `computed'
import delimited using "tables/cluster_profile.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(3 4 5 6 7 8 9 16) clear
merge 1:1 cluster variable using `computed', keep(match) nogenerate
foreach column in mean sd median {
  assert reldif(`column', `column'_) < 1e-8 if n == n_ & !missing(`column')
}
display as result "cluster_profile: all numbers recomputed"
