import StableMatching

/// Turns texts into a market; see ``MarketTexts``.
///
/// Names are gathered first from the lines' first cells, then all entries are looked up.
struct MarketParser {
  let texts: MarketTexts
  var applicantNames: NameTable
  var programNames: NameTable
  /// Where each applicant's line begins; -1 for members of couples without a line.
  var applicantRows: [Int] = []
  var programRows: [Int] = []
  var coupleRows: [Int] = []
  var supplementRows: [Int] = []
  var reversionRows: [Int] = []

  init(_ texts: MarketTexts) throws(MarketFileError) {
    self.texts = texts
    applicantRows = try CSVRows(texts.applicants, headers: ["applicant"]).starts
    programRows = try CSVRows(texts.programs, headers: ["program"]).starts
    applicantNames = NameTable(expecting: applicantRows.count)
    programNames = NameTable(expecting: programRows.count)
  }

  mutating func parse() throws(MarketFileError) -> NamedMarket {
    try Self.gather(&applicantNames, texts.applicants, applicantRows, "applicant")
    try Self.gather(&programNames, texts.programs, programRows, "program")
    if let text = texts.couples { try gatherPartners(text) }

    let applicants = try applicantLists()
    let (programs, quotas) = try programLists()
    let couples = try texts.couples.map { text throws(MarketFileError) in
      try coupleLists(text)
    }
    let supplements = try texts.supplements.map { text throws(MarketFileError) in
      try supplementalLists(text)
    }
    let reversions = try texts.reversions.map { text throws(MarketFileError) in
      try reversionList(text)
    }
    let names = MarketNames(applicants: applicantNames.names, programs: programNames.names)
    do throws(MarketError) {
      return NamedMarket(
        market: try Market(
          applicants: applicants, programs: programs, quotas: quotas, couples: couples ?? [],
          supplements: supplements ?? [], reversions: reversions ?? []),
        names: names)
    } catch {
      throw located(error, names)
    }
  }

  /// Gives ids to the first cells of all rows.
  private static func gather(
    _ table: inout NameTable, _ text: SourceText, _ rows: [Int], _ side: String
  ) throws(MarketFileError) {
    for row in rows {
      var cells = CSVCells(text, at: row)
      let cell = try cells.next()
      guard !cell.isEmpty else {
        throw text.error(at: row, "the line does not begin with the name of \(side.article)")
      }
      let (id, isNew) = table.insert(cells.content(cell))
      guard isNew else {
        let line = text.location(of: rows[Int(id)]).line
        throw text.error(
          at: row,
          "\(side) \"\(text.excerpt(cell.range))\" already has line \(line): join the two lists "
            + "or give each \(side) a name of its own")
      }
    }
  }

  /// Gives ids to members of couples who have no line of their own.
  private mutating func gatherPartners(_ text: SourceText) throws(MarketFileError) {
    coupleRows = try CSVRows(text, headers: ["applicant1", "applicant"]).starts
    for row in coupleRows {
      var cells = CSVCells(text, at: row)
      for number in 1...2 {
        let cell = try cells.next()
        guard !cell.isEmpty, number == 2 || !cell.endsRow else {
          throw text.error(
            at: cell.range.lowerBound, "a couple's line begins with the names of two applicants")
        }
        if applicantNames.insert(cells.content(cell)).isNew { applicantRows.append(-1) }
      }
    }
  }

  private func applicantLists() throws(MarketFileError) -> PreferenceLists {
    // A program of five or six digits and a comma is the usual entry.
    var lists = PreferenceLists(
      reservingLists: applicantRows.count, entries: texts.applicants.bytes.count / 5)
    let reader = EntryReader(source: texts.applicants, names: programNames, side: "program")
    for row in applicantRows {
      if row >= 0 {
        var cells = CSVCells(texts.applicants, at: row)
        if !(try cells.next().endsRow) { try reader.read(&cells, into: &lists) }
      }
      lists.endList()
    }
    return lists
  }

  private func programLists() throws(MarketFileError) -> (PreferenceLists, [Int]) {
    var lists = PreferenceLists(
      reservingLists: programRows.count, entries: texts.programs.bytes.count / 5)
    var quotas: [Int] = []
    quotas.reserveCapacity(programRows.count)
    let reader = EntryReader(source: texts.programs, names: applicantNames, side: "applicant")
    for row in programRows {
      var cells = CSVCells(texts.programs, at: row)
      let name = try cells.next()
      guard !name.endsRow else {
        throw texts.programs.error(
          at: name.range.upperBound,
          "the quota of \"\(texts.programs.excerpt(name.range))\" is missing: a program's line "
            + "is its name, its number of positions, then its applicants")
      }
      let cell = try cells.next()
      quotas.append(try wholeNumber(cell, cells, texts.programs, "the quota"))
      if !cell.endsRow { try reader.read(&cells, into: &lists) }
      lists.endList()
    }
    return (lists, quotas)
  }

  /// A number of positions.
  func wholeNumber(
    _ cell: CSVCells.Cell, _ cells: CSVCells, _ text: SourceText, _ what: String
  ) throws(MarketFileError) -> Int {
    guard let value = Int(String(decoding: cells.content(cell), as: UTF8.self)),
      (0...Market.maximumQuota).contains(value)
    else {
      throw text.error(
        at: cell.range.lowerBound,
        "\(what) is \"\(text.excerpt(cell.range))\": it must be a whole number from 0 to "
          + "\(Market.maximumQuota)")
    }
    return value
  }
}

extension String {
  fileprivate var article: String { self == "applicant" ? "an applicant" : "a \(self)" }
}
