* Table ledger: every row closes, and files add up to the total.
* Run in the folder of the package: do checks/check_ledger.do. Stata 14 or later; stops with an error where a number differs.
version 14
clear all
import delimited using "tables/ledger.csv", varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) asdouble stringcols(1 2 3)
local places accepted rejected duplicate superseded out_of_scope control_total blank carried
egen double sum = rowtotal(`places')
assert read == sum if !missing(read)
generate byte total = file == "(total)"
foreach column in read `places' {
  egen double of_files = total(cond(total, 0, `column')), by(measure)
  assert of_files == cond(missing(`column'), 0, `column') if total
  drop of_files
}
display as result "ledger: all rows close"
