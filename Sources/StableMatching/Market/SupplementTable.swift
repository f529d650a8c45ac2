/// The supplemental lists of a market in flat arrays, sorted by applicant and advanced program.
public struct SupplementTable: Sendable, Equatable {
  /// The applicant of each list.
  public let applicants: [Int32]
  /// The advanced program that brings each list into play.
  public let advancedPrograms: [Int32]
  /// The lists themselves: preliminary programs, best first.
  public let lists: PreferenceLists
  /// For each entry of `lists.items`: the applicant's place on that program's list.
  let ranks: [Int32]
  /// The first list of each applicant; empty in a market without supplemental lists.
  private let firstOfApplicant: [Int32]

  /// The number of supplemental lists.
  public var count: Int { applicants.count }

  /// The list in play while `applicant` holds `program`, if any.
  public func list(of applicant: Int, holding program: Int) -> Int? {
    guard !firstOfApplicant.isEmpty, firstOfApplicant[applicant] >= 0 else { return nil }
    var index = Int(firstOfApplicant[applicant])
    while index < applicants.count, applicants[index] == Int32(applicant) {
      if advancedPrograms[index] == Int32(program) { return index }
      index += 1
    }
    return nil
  }

  init(
    _ supplements: [SupplementalList], applicants: PreferenceLists, couples: CoupleTable,
    index: RankIndex
  ) throws(MarketError) {
    for (number, supplement) in supplements.enumerated() {
      if let fault = Self.fault(of: supplement, applicants, couples, index.programCount) {
        throw .supplement(index: number, reason: fault)
      }
    }
    let order = supplements.indices.sorted {
      let one = supplements[$0]
      let other = supplements[$1]
      return (one.applicant, one.advancedProgram, $0)
        < (other.applicant, other.advancedProgram, $1)
    }
    for (before, after) in zip(order, order.dropFirst())
    where supplements[before].applicant == supplements[after].applicant
      && supplements[before].advancedProgram == supplements[after].advancedProgram
    {
      throw .supplement(index: after, reason: .repeatedList)
    }
    var lists = PreferenceLists()
    var ranks: [Int32] = []
    var firsts = [Int32](
      repeating: Market.none, count: supplements.isEmpty ? 0 : applicants.count)
    for (position, number) in order.enumerated() {
      let supplement = supplements[number]
      if firsts[supplement.applicant] < 0 { firsts[supplement.applicant] = Int32(position) }
      lists.append(supplement.ranking)
      ranks += supplement.ranking.map { index.rank(of: supplement.applicant, at: Int32($0)) }
    }
    self.applicants = order.map { Int32(supplements[$0].applicant) }
    self.advancedPrograms = order.map { Int32(supplements[$0].advancedProgram) }
    self.lists = lists
    self.ranks = ranks
    self.firstOfApplicant = firsts
  }

  private static func fault(
    of supplement: SupplementalList, _ applicants: PreferenceLists, _ couples: CoupleTable,
    _ programCount: Int
  ) -> MarketError.SupplementFault? {
    let programs = 0..<programCount
    guard (0..<applicants.count).contains(supplement.applicant) else { return .unknownApplicant }
    guard programs.contains(supplement.advancedProgram),
      supplement.ranking.allSatisfy(programs.contains)
    else { return .unknownProgram }
    guard Set(supplement.ranking).count == supplement.ranking.count else {
      return .repeatedProgram
    }
    guard !supplement.ranking.contains(supplement.advancedProgram) else {
      return .containsAdvanced
    }
    let advanced = Int32(supplement.advancedProgram)
    let ranked =
      if let couple = couples.couple(of: supplement.applicant) {
        couples[couple].contains { pair in
          (Int(couples.firsts[couple]) == supplement.applicant ? pair.firstID : pair.secondID)
            == advanced
        }
      } else {
        applicants[supplement.applicant].contains(advanced)
      }
    return ranked ? nil : .advancedNotRanked
  }
}
