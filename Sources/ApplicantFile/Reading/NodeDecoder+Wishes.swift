import Yams

/// Wishes, limits, the list there is.
extension NodeDecoder {
  mutating func wishes(_ file: Section, into applicant: inout Applicant) {
    if let node = node(file, "wishes"),
      let wishes = section(node, "wishes", keys: FieldGuide.keys(of: "wishes"))
    {
      applicant.wishes.statesWanted = states(wishes, "states_wanted")
      applicant.wishes.statesRefused = states(wishes, "states_refused")
      applicant.wishes.citiesWanted =
        list(wishes, "cities_wanted") { decoder, node, path in
          decoder.text(of: node, path, accepted: "the name of a city")
        } ?? []
      applicant.wishes.settingsWanted =
        list(wishes, "settings_wanted") { decoder, node, path in
          decoder.choice(node, path, Wishes.Setting.self)
        } ?? []
      if let weight = share(wishes, "place_weight") { applicant.wishes.placeWeight = weight }
      applicant.wishes.standing = share(wishes, "standing")
      applicant.wishes.mustHave = codes(wishes, "must_have")
      applicant.wishes.refused = codes(wishes, "refused")
    }
    if let node = node(file, "limits"),
      let limits = section(node, "limits", keys: FieldGuide.keys(of: "limits"))
    {
      applicant.limits.budget = integer(limits, "budget", 0...1_000_000, unit: "dollars")
      applicant.limits.applications = integer(limits, "applications", 0...10_000)
      applicant.limits.interviews = integer(limits, "interviews", 0...1000)
      applicant.limits.pointWorth = integer(limits, "point_worth", 1...1_000_000, unit: "dollars")
      applicant.limits.applicationTime = integer(
        limits, "application_time", 0...10_000, unit: "dollars")
      applicant.limits.feeAssistance = boolean(limits, "fee_assistance") ?? false
    }
    if let node = node(file, "fees"),
      let fees = section(node, "fees", keys: FieldGuide.keys(of: "fees"))
    {
      applicant.fees.service = choice(fees, "service", OwnFees.Service.self)
      applicant.fees.through = integer(fees, "through", 1...10_000)
      applicant.fees.each = integer(fees, "each", 0...10_000, unit: "dollars")
      applicant.fees.flat = integer(fees, "flat", 0...100_000, unit: "dollars")
      applicant.fees.beyond = integer(fees, "beyond", 0...10_000, unit: "dollars")
    }
    applicant.partnerFile = string(file, "couple")
    if let node = node(file, "couple_wishes"),
      let wishes = section(node, "couple_wishes", keys: FieldGuide.keys(of: "couple_wishes"))
    {
      applicant.coupleWishes.together = share(wishes, "together")
      applicant.coupleWishes.commuteMiles = integer(
        wishes, "commute_miles", 0...500, unit: "miles")
      applicant.coupleWishes.sameState = share(wishes, "same_state")
      applicant.coupleWishes.ownWeight = share(wishes, "own_weight")
      applicant.coupleWishes.alone = share(wishes, "alone")
    }
    applicant.currentList =
      list(file, "current_list") { decoder, node, path in
        decoder.listedProgram(node, path)
      } ?? []
    applicant.programUtilities = utilities(file)
    if let aim = aim(file) { applicant.aim = aim }
  }

  /// A word, or the share that preference has in the mix.
  private mutating func aim(_ file: Section) -> Aim? {
    guard let node = node(file, "aim") else { return nil }
    if let word = node.scalar?.string.lowercased(), let aim = Aim.words[word] { return aim }
    return share(node, "aim", alternatives: Aim.words.keys.sorted()).map { .mix($0) }
  }

  private mutating func states(_ section: Section, _ key: String) -> [String] {
    list(section, key) { decoder, node, path in decoder.state(node, path) } ?? []
  }

  private mutating func codes(_ section: Section, _ key: String) -> [String] {
    list(section, key) { decoder, node, path in decoder.programCode(node, path) } ?? []
  }

  private mutating func listedProgram(_ node: Node, _ path: String) -> ListedProgram? {
    guard node.mapping != nil else {
      return programCode(node, path).map { ListedProgram(program: $0) }
    }
    guard let section = section(node, path, keys: FieldGuide.keys(of: "current_list")) else {
      return nil
    }
    guard let code = self.node(section, "program") else {
      report(
        .missing, section.path("program"), at: node, "this entry has no `program`",
        accepted: "an NRMP program code", remedy: "add a line such as `program: 1313120C0`")
      return nil
    }
    let signal = choice(section, "signal", ListedProgram.Signal.self)
    return programCode(code, section.path("program"))
      .map { ListedProgram(program: $0, signal: signal ?? .none) }
  }

  private mutating func utilities(_ file: Section) -> [String: Double] {
    let key = "program_utilities"
    guard let node = node(file, key) else { return [:] }
    if let word = node.scalar?.string.lowercased(), word == "none" { return [:] }
    guard let mapping = node.mapping else {
      report(
        .wrongType, key, at: node, "this wants `code: rating` lines below it",
        accepted: "lines such as 1313120C0: 0.8")
      return [:]
    }
    var utilities: [String: Double] = [:]
    for (codeNode, value) in mapping {
      let path = "\(key).\(codeNode.scalar?.string ?? "?")"
      guard enter(value, path), let code = programCode(codeNode, path) else { continue }
      guard utilities[code] == nil else {
        report(.duplicate, path, at: codeNode, "this program is rated twice")
        continue
      }
      utilities[code] = share(value, path)
    }
    return utilities
  }
}
