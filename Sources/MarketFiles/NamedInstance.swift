import StableMatching

/// The layout in names; see ``InstanceReader``.
struct NamedInstance: JSONReading {
  let source: SourceText
  let root: JSONNode
  let programs: JSONNode

  func market() throws(MarketFileError) -> NamedMarket {
    var builder = MarketBuilder()
    let applicants = try member("applicants", of: root, "the market")
    var known: Set<String> = []
    for applicant in try members(applicants, "\"applicants\"") {
      known.insert(applicant.key)
      builder.addApplicant(applicant.key, ranking: try names(applicant.value))
    }
    let couples = try elements(root["couples"], "\"couples\"")
    for couple in couples {
      for key in ["r1", "r2"] {
        let name = try text(try member(key, of: couple, "a couple"), "a partner")
        if known.insert(name).inserted { builder.addApplicant(name) }
      }
    }
    let quotas = try member("quotas", of: root, "the market")
    for program in try members(programs, "\"programs\"") {
      guard let quota = quotas[program.key] else {
        throw source.error(at: quotas.offset, "the quota of \"\(program.key)\" is missing")
      }
      builder.addProgram(
        program.key, quota: try integer(quota, "a quota"), ranking: try names(program.value))
    }
    for couple in couples { try add(couple, to: &builder) }
    for node in try elements(root["supplements"], "\"supplements\"") {
      builder.addSupplement(
        of: try text(try member("r", of: node, "a supplemental list"), "an applicant"),
        with: try text(try member("program", of: node, "a supplemental list"), "a program"),
        ranking: try names(try member("rol", of: node, "a supplemental list")))
    }
    for node in try elements(root["reversions"], "\"reversions\"") {
      var limit: Int?
      if let node = node["limit"] { limit = try integer(node, "a limit") }
      builder.addReversion(
        from: try text(try member("from", of: node, "a reversion"), "a program"),
        to: try text(try member("to", of: node, "a reversion"), "a program"), limit: limit)
    }
    do throws(MarketBuilderError) {
      return try builder.build()
    } catch {
      throw source.error(at: root.offset, error.description)
    }
  }

  private func names(_ node: JSONNode) throws(MarketFileError) -> [String] {
    var names: [String] = []
    for element in try elements(node, "a rank order list") {
      names.append(try text(element, "an entry"))
    }
    return names
  }

  private func add(
    _ couple: JSONNode, to builder: inout MarketBuilder
  ) throws(MarketFileError) {
    var pairs: [(String?, String?)] = []
    for pair in try elements(try member("rol", of: couple, "a couple"), "a joint list") {
      var names: [String?] = []
      for side in try sides(pair) {
        if let side { names.append(try text(side, "a program")) } else { names.append(nil) }
      }
      pairs.append((names[0], names[1]))
    }
    builder.addCouple(
      try text(try member("r1", of: couple, "a couple"), "a partner"),
      try text(try member("r2", of: couple, "a couple"), "a partner"), ranking: pairs)
  }
}
