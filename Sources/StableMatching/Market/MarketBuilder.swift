/// Builds a market from names, in any order of additions.
///
/// ```swift
/// var builder = MarketBuilder()
/// builder.addApplicant("Chen", ranking: ["City", "Mercy"])
/// builder.addProgram("City", quota: 2, ranking: ["Eastman", "Chen"])
/// builder.addProgram("Mercy", quota: 2, ranking: ["Chen"])
/// builder.addApplicant("Eastman", ranking: ["City"])
/// let named = try builder.build()
/// ```
///
/// Names are resolved by ``build()``, so a list may name what is added later. Ids are given in the
/// order of addition. For large markets build ``PreferenceLists`` of ids directly.
public struct MarketBuilder: Sendable {
  private struct JointList {
    let first: String
    let second: String
    let ranking: [(String?, String?)]
  }

  private var applicants: [(name: String, ranking: [String])] = []
  private var programs: [(name: String, quota: Int, ranking: [String])] = []
  private var couples: [JointList] = []
  private var supplements: [(applicant: String, advanced: String, ranking: [String])] = []
  private var reversions: [(donor: String, recipient: String, limit: Int?)] = []

  /// Creates an empty market.
  public init() {}

  /// Adds an applicant; members of couples are added with an empty list.
  public mutating func addApplicant(_ name: String, ranking: [String] = []) {
    applicants.append((name, ranking))
  }

  /// Adds a program.
  public mutating func addProgram(_ name: String, quota: Int, ranking: [String]) {
    programs.append((name, quota, ranking))
  }

  /// Adds the joint list of two applicants; `nil` stands for "unmatched".
  public mutating func addCouple(
    _ first: String, _ second: String, ranking: [(String?, String?)]
  ) {
    couples.append(JointList(first: first, second: second, ranking: ranking))
  }

  /// Adds the preliminary programs that an applicant ranks beside an advanced one.
  public mutating func addSupplement(
    of applicant: String, with advancedProgram: String, ranking: [String]
  ) {
    supplements.append((applicant, advancedProgram, ranking))
  }

  /// Lets unfilled positions of one program go to another.
  public mutating func addReversion(from donor: String, to recipient: String, limit: Int? = nil) {
    reversions.append((donor, recipient, limit))
  }

  /// Resolves all names and checks the market.
  ///
  /// - Throws: ``MarketBuilderError`` with the first fault found, in names.
  public func build() throws(MarketBuilderError) -> NamedMarket {
    let names = MarketNames(applicants: applicants.map(\.name), programs: programs.map(\.name))
    let applicantIDs = try Directory(.applicant, names.applicants)
    let programIDs = try Directory(.program, names.programs)

    var applicantLists = PreferenceLists()
    for (name, ranking) in applicants {
      applicantLists.append(try programIDs.ids(ranking, listOf: name))
    }
    var programLists = PreferenceLists()
    for program in programs {
      programLists.append(try applicantIDs.ids(program.ranking, listOf: program.name))
    }
    var jointLists: [Couple] = []
    for couple in couples {
      jointLists.append(try resolve(couple, applicantIDs, programIDs))
    }
    var supplementalLists: [SupplementalList] = []
    for supplement in supplements {
      supplementalLists.append(
        SupplementalList(
          applicant: try applicantIDs.id(supplement.applicant, listOf: supplement.applicant, 0),
          advancedProgram: try programIDs.id(supplement.advanced, listOf: supplement.applicant, 0),
          ranking: try programIDs.ids(supplement.ranking, listOf: supplement.applicant)))
    }
    var flows: [Reversion] = []
    for reversion in reversions {
      flows.append(
        Reversion(
          from: try programIDs.id(reversion.donor, listOf: "the reversions", 0),
          to: try programIDs.id(reversion.recipient, listOf: "the reversions", 0),
          limit: reversion.limit))
    }
    do throws(MarketError) {
      let market = try Market(
        applicants: applicantLists, programs: programLists, quotas: programs.map(\.quota),
        couples: jointLists, supplements: supplementalLists, reversions: flows)
      return NamedMarket(market: market, names: names)
    } catch {
      throw .invalid(error, names)
    }
  }

  private func resolve(
    _ couple: JointList, _ applicantIDs: Directory, _ programIDs: Directory
  ) throws(MarketBuilderError) -> Couple {
    let owner = "\(couple.first) and \(couple.second)"
    var pairs: [Couple.Pair] = []
    for (entry, pair) in couple.ranking.enumerated() {
      var sides: [Int?] = []
      for side in [pair.0, pair.1] {
        if let side {
          sides.append(try programIDs.id(side, listOf: owner, entry + 1))
        } else {
          sides.append(nil)
        }
      }
      pairs.append(Couple.Pair(sides[0], sides[1]))
    }
    return Couple(
      first: try applicantIDs.id(couple.first, listOf: owner, 0),
      second: try applicantIDs.id(couple.second, listOf: owner, 0), ranking: pairs)
  }
}

/// The ids of one side by name.
private struct Directory {
  let side: MarketBuilderError.Side
  let ids: [String: Int]

  init(_ side: MarketBuilderError.Side, _ names: [String]) throws(MarketBuilderError) {
    var ids: [String: Int] = [:]
    for (id, name) in names.enumerated() {
      guard ids.updateValue(id, forKey: name) == nil else {
        throw .repeatedName(side, name)
      }
    }
    self.side = side
    self.ids = ids
  }

  func id(_ name: String, listOf owner: String, _ entry: Int) throws(MarketBuilderError) -> Int {
    guard let id = ids[name] else { throw .unknownName(side, name, listOf: owner, entry: entry) }
    return id
  }

  func ids(_ names: [String], listOf owner: String) throws(MarketBuilderError) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(names.count)
    for (place, name) in names.enumerated() {
      result.append(try id(name, listOf: owner, place + 1))
    }
    return result
  }
}
