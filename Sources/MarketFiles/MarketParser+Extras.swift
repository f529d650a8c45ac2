import StableMatching

extension MarketParser {
  /// Reads supplemental lists.
  mutating func supplementalLists(
    _ text: SourceText
  ) throws(MarketFileError) -> [SupplementalList] {
    supplementRows = try CSVRows(text, headers: ["applicant"]).starts
    let people = EntryReader(source: text, names: applicantNames, side: "applicant")
    let places = EntryReader(source: text, names: programNames, side: "program")
    var supplements: [SupplementalList] = []
    for row in supplementRows {
      var cells = CSVCells(text, at: row)
      let person = try cells.next()
      let applicant = try people.id(of: person, in: cells)
      guard !person.endsRow else {
        throw text.error(
          at: person.range.upperBound,
          "the advanced program is missing: a line is the applicant, the advanced program, then "
            + "the preliminary programs")
      }
      let advanced = try cells.next()
      let program = try places.id(of: advanced, in: cells)
      var lists = PreferenceLists()
      if !advanced.endsRow { try places.read(&cells, into: &lists) }
      supplements.append(
        SupplementalList(
          applicant: Int(applicant), advancedProgram: Int(program),
          ranking: lists.items.map { Int($0) }))
    }
    return supplements
  }

  /// Reads reversions.
  mutating func reversionList(_ text: SourceText) throws(MarketFileError) -> [Reversion] {
    reversionRows = try CSVRows(text, headers: ["from", "donor"]).starts
    let places = EntryReader(source: text, names: programNames, side: "program")
    var reversions: [Reversion] = []
    for row in reversionRows {
      var cells = CSVCells(text, at: row)
      let from = try cells.next()
      let donor = try places.id(of: from, in: cells)
      guard !from.endsRow else {
        throw text.error(
          at: from.range.upperBound, "the program that receives the positions is missing")
      }
      let to = try cells.next()
      let recipient = try places.id(of: to, in: cells)
      var limit: Int?
      if !to.endsRow {
        let cell = try cells.next()
        if !cell.isEmpty { limit = try wholeNumber(cell, cells, text, "the limit") }
      }
      reversions.append(Reversion(from: Int(donor), to: Int(recipient), limit: limit))
    }
    return reversions
  }
}
