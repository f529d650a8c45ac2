import StableMatching

/// The layout in 0-based ids; see ``InstanceReader``.
struct IndexedInstance: JSONReading {
  let source: SourceText
  let root: JSONNode
  let programs: JSONNode
  /// More participants than any text could list are a slip of the pen, not a market.
  private static let maximumCount = 1_000_000

  func market() throws(MarketFileError) -> NamedMarket {
    let programNodes = try elements(programs, "\"programs\"")
    let applicantCount = try count("n", default: nil)
    guard try count("m", default: programNodes.count) == programNodes.count else {
      throw source.error(
        at: programs.offset, "\"m\" does not agree with the \(programNodes.count) programs")
    }
    var rankings = [[Int]](repeating: [], count: applicantCount)
    for single in try members(root["singles"], "\"singles\"") {
      guard let id = Int(single.key), rankings.indices.contains(id) else {
        throw source.error(
          at: single.keyOffset,
          "\"\(single.key)\" is not an applicant from 0 to "
            + "\(applicantCount - 1)")
      }
      rankings[id] = try ids(single.value, programNodes.count, "program")
    }
    var lists = PreferenceLists()
    var quotas: [Int] = []
    for program in programNodes {
      quotas.append(try integer(try member("quota", of: program, "a program"), "a quota"))
      lists.append(
        try ids(try member("rol", of: program, "a program"), applicantCount, "applicant"))
    }
    let couples = try couples(applicantCount, programNodes.count)
    let supplements = try supplements(applicantCount, programNodes.count)
    let reversions = try reversions(programNodes.count)
    do throws(MarketError) {
      return NamedMarket(
        market: try Market(
          applicants: PreferenceLists(rankings), programs: lists, quotas: quotas, couples: couples,
          supplements: supplements, reversions: reversions),
        names: MarketNames(
          applicants: (0..<applicantCount).map(String.init),
          programs: programNodes.indices.map(String.init)))
    } catch {
      throw source.error(at: root.offset, error.description)
    }
  }

  private func count(_ key: String, default standard: Int?) throws(MarketFileError) -> Int {
    guard let node = root[key] else {
      if let standard { return standard }
      throw source.error(at: root.offset, "the market has no \"\(key)\"")
    }
    let value = try integer(node, "\"\(key)\"")
    guard (0...Self.maximumCount).contains(value) else {
      throw source.error(at: node.offset, "\"\(key)\" must be from 0 to \(Self.maximumCount)")
    }
    return value
  }

  private func id(_ node: JSONNode, _ count: Int, _ side: String) throws(MarketFileError) -> Int {
    if case .array = node.value {
      throw source.error(
        at: node.offset,
        "a list in place of one \(side): ties are not accepted, so rank one "
          + "after the other")
    }
    let id = try integer(node, "a \(side)")
    guard (0..<count).contains(id) else {
      throw source.error(
        at: node.offset,
        "\(id) is not \(side == "applicant" ? "an" : "a") \(side): they are numbered from 0 to "
          + "\(count - 1)")
    }
    return id
  }

  private func ids(
    _ node: JSONNode, _ count: Int, _ side: String
  ) throws(MarketFileError) -> [Int] {
    var ids: [Int] = []
    for element in try elements(node, "a rank order list") {
      ids.append(try id(element, count, side))
    }
    return ids
  }

  private func couples(_ applicants: Int, _ programs: Int) throws(MarketFileError) -> [Couple] {
    var couples: [Couple] = []
    for node in try elements(root["couples"], "\"couples\"") {
      var pairs: [Couple.Pair] = []
      for pair in try elements(try member("rol", of: node, "a couple"), "a joint list") {
        var ids: [Int?] = []
        for side in try sides(pair) {
          if let side { ids.append(try id(side, programs, "program")) } else { ids.append(nil) }
        }
        pairs.append(Couple.Pair(ids[0], ids[1]))
      }
      couples.append(
        Couple(
          first: try id(try member("r1", of: node, "a couple"), applicants, "applicant"),
          second: try id(try member("r2", of: node, "a couple"), applicants, "applicant"),
          ranking: pairs))
    }
    return couples
  }

  private func supplements(
    _ applicants: Int, _ programs: Int
  ) throws(MarketFileError) -> [SupplementalList] {
    var lists: [SupplementalList] = []
    for node in try elements(root["supplements"], "\"supplements\"") {
      lists.append(
        SupplementalList(
          applicant: try id(
            try member("r", of: node, "a supplemental list"), applicants, "applicant"),
          advancedProgram: try id(
            try member("program", of: node, "a supplemental list"), programs, "program"),
          ranking: try ids(try member("rol", of: node, "a supplemental list"), programs, "program"))
      )
    }
    return lists
  }

  private func reversions(_ programs: Int) throws(MarketFileError) -> [Reversion] {
    var reversions: [Reversion] = []
    for node in try elements(root["reversions"], "\"reversions\"") {
      var limit: Int?
      if let node = node["limit"] { limit = try integer(node, "a limit") }
      reversions.append(
        Reversion(
          from: try id(try member("from", of: node, "a reversion"), programs, "program"),
          to: try id(try member("to", of: node, "a reversion"), programs, "program"),
          limit: limit))
    }
    return reversions
  }
}
