import MatchFacts

/// Checks of stage, first year, earlier seasons and fees.
extension NodeDecoder {
  mutating func checkCircumstances(_ applicant: Applicant) {
    if applicant.isSenior == true, let year = applicant.firstYear, year != .none {
      report(
        .contradiction, "first_year", value: year.rawValue,
        "a senior is still at school and cannot have begun a residency",
        remedy: "write `senior: no`, or `first_year: none`")
    }
    if applicant.earlierSeasons.unmatched == 0,
      applicant.redFlags?.contains(where: { $0.kind == .unmatchedBefore }) ?? false
    {
      report(
        .contradiction, "earlier_seasons.unmatched", value: "0",
        "`red_flags` names a season without a match",
        remedy: "correct the number, or remove the flag")
    }
    let abroad = [
      ("ecfmg", applicant.ecfmg != nil),
      ("observership_months", applicant.observershipMonths != nil),
    ]
    for (field, isThere) in abroad where isThere && !applicant.type.isInternationalGraduate {
      warn(
        .implausible, field, "this counts for international graduates only",
        remedy: "remove the line")
    }
    checkFees(applicant.fees)
  }

  private mutating func checkFees(_ fees: OwnFees) {
    guard fees != OwnFees() else { return }
    if fees.each == nil, fees.flat == nil {
      report(
        .missing, "fees", "no price is stated", accepted: "each, or flat with through",
        remedy: "add a line such as `each: 11`")
    }
    if let flat = fees.flat, fees.each != nil {
      report(
        .contradiction, "fees.flat", value: String(flat),
        "the first applications cannot have a price each and one together",
        remedy: "keep one of `each` and `flat`")
    }
    if fees.through == nil, fees.flat != nil || fees.beyond != nil {
      report(
        .missing, "fees.through", "how many applications the first price is for is missing",
        accepted: "a number", remedy: "add a line such as `through: 30`")
    }
  }
}
