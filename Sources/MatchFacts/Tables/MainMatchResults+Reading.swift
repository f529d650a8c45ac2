extension MatchFacts {
  /// Results of the Main Match.
  public func mainMatchResults() throws(FactsError) -> MainMatchResults {
    MainMatchResults(
      byType: try resultsByType(), positions: try specialtyPositions(),
      overall: try overallFigures(), otherRows: try otherFigures(),
      orthopaedics: try orthopaedics(), unfilled: try unfilledPositions())
  }

  private static var years: ClosedRange<Int> { 1952...2100 }
  private static var counts: ClosedRange<Int> { 0...1_000_000 }

  private func line(of row: borrowing FactRow) throws(FactsError) -> SpecialtyTrack {
    guard let line = try row.specialtyTrack() else {
      throw row.bad("specialty", accepted: "one specialty, not a group")
    }
    return line
  }

  private func resultsByType() throws(FactsError) -> [SpecialtyTypeResult] {
    try open(
      "main_match_2025_by_specialty_and_type",
      columns: [
        "specialty", "match_year", "applicant_type", "applicants_ranking_specialty", "matched",
        "unfilled_positions_specialty", "cross_check",
      ]
    ).map { (row, pool) throws(FactsError) in
      let result = SpecialtyTypeResult(
        line: try line(of: row), year: try row.int("match_year", in: Self.years),
        group: try row.choice("applicant_type"),
        ranking: try row.int("applicants_ranking_specialty", in: Self.counts),
        matched: try row.int("matched", in: Self.counts),
        unfilled: try row.int("unfilled_positions_specialty", in: Self.counts),
        crossCheck: try row.required("cross_check"), citation: try row.citation(&pool))
      guard result.matched <= result.ranking else {
        throw row.inconsistent("more applicants matched than ranked the specialty")
      }
      return result
    }
  }

  private func specialtyPositions() throws(FactsError) -> [SpecialtyPositions] {
    let shareColumns: [(column: String, group: ApplicantGroup)] = [
      ("md_senior_pct_of_offered", .usMDSenior), ("do_senior_pct", .usDOSenior),
      ("us_img_pct", .usIMG), ("non_us_img_pct", .nonUSIMG),
    ]
    return try open(
      "main_match_2025_positions",
      columns: ["specialty", "match_year", "programs", "positions_offered", "filled"]
        + shareColumns.map(\.column)
    ).map { (row, pool) throws(FactsError) in
      var shares: [ApplicantGroup: Double] = [:]
      for (column, group) in shareColumns {
        shares[group] = try row.optionalShare(percent: column)
      }
      let result = SpecialtyPositions(
        line: try line(of: row), year: try row.int("match_year", in: Self.years),
        programs: try row.optionalInt("programs", in: Self.counts),
        offered: try row.int("positions_offered", in: Self.counts),
        filled: try row.int("filled", in: Self.counts), shares: shares,
        citation: try row.citation(&pool))
      guard result.filled <= result.offered else {
        throw row.inconsistent("more positions filled than offered")
      }
      return result
    }
  }

  /// Numbers of the whole Main Match, by group of applicants.
  ///
  /// - Throws: ``FactsError`` naming the table, line and field.
  public func overallFigures() throws(FactsError) -> [MatchFigure] {
    try open("main_match_overall", columns: ["match_year", "measure", "group", "value", "note"])
      .map { (row, pool) throws(FactsError) in
        let group = try row.required("group")
        return MatchFigure(
          line: specialties.tableEntry(group)?.tracks.first,
          year: try row.int("match_year", in: Self.years), group: group,
          measure: try row.required("measure"), value: try row.double("value", in: 0...1_000_000),
          note: try row.optional("note"), citation: try row.citation(&pool))
      }
  }

  private func otherFigures() throws(FactsError) -> [MatchFigure] {
    try open(
      "main_match_other_rows",
      columns: ["specialty", "match_year", "applicant_type", "measure", "value", "note"]
    ).map { (row, pool) throws(FactsError) in
      let group: ApplicantGroup = try row.choice("applicant_type")
      return MatchFigure(
        line: try row.specialtyTrack(), year: try row.int("match_year", in: Self.years),
        group: group.rawValue, measure: try row.required("measure"),
        value: try row.double("value", in: 0...1_000_000), note: try row.optional("note"),
        citation: try row.citation(&pool))
    }
  }

  private func orthopaedics() throws(FactsError) -> [MatchFigure] {
    let columns: [(column: String, group: String, measure: String)] = [
      ("total_applicants", "all", "applicants"), ("total_matched", "all", "matched"),
      ("md_senior_applicants", "us_md_senior", "applicants"),
      ("md_senior_matched", "us_md_senior", "matched"),
      ("do_senior_applicants", "us_do_senior", "applicants"),
      ("do_senior_matched", "us_do_senior", "matched"),
      ("matched_md_grads", "us_md_graduate", "matched"),
      ("matched_do_grads", "us_do_graduate", "matched"),
      ("matched_us_img", "us_img", "matched"), ("matched_non_us_img", "non_us_img", "matched"),
    ]
    return try open(
      "main_match_orthopaedics_2020_2026",
      columns: ["specialty", "match_year"] + columns.map(\.column)
    ).map { (row, pool) throws(FactsError) in
      var figures: [MatchFigure] = []
      for entry in columns {
        guard let value = try row.optionalInt(entry.column, in: Self.counts) else { continue }
        figures.append(
          MatchFigure(
            line: try row.specialtyTrack(), year: try row.int("match_year", in: Self.years),
            group: entry.group, measure: entry.measure, value: Double(value), note: nil,
            citation: try row.citation(&pool)))
      }
      return figures
    }.flatMap { $0 }
  }

  private func unfilledPositions() throws(FactsError) -> [UnfilledPositions] {
    try open(
      "unfilled_positions_2024",
      columns: ["match_year", "level", "specialty", "unfilled_positions"]
    ).map { (row, pool) throws(FactsError) in
      UnfilledPositions(
        line: try line(of: row), year: try row.int("match_year", in: Self.years),
        level: try row.required("level"),
        positions: try row.int("unfilled_positions", in: Self.counts),
        citation: try row.citation(&pool))
    }
  }
}
