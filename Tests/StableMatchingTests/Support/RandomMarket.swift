import StableMatching

/// A random market in nested arrays, which tests can change before building.
struct RandomMarket {
  var applicants: [[Int]]
  var programs: [[Int]]
  var quotas: [Int]
  var couples: [Couple] = []
  var supplements: [SupplementalList] = []
  var reversions: [Reversion] = []

  /// Draws lists of random length on both sides, independently, so that entries may be one-sided.
  ///
  /// - Parameters:
  ///   - oneSided: the chance that a program leaves out an applicant who ranks it.
  init(
    applicants applicantCount: Int, programs programCount: Int, quotas quotaRange: ClosedRange<Int>,
    couples coupleCount: Int = 0, oneSided: Double = 0.2,
    using generator: inout some RandomNumberGenerator
  ) {
    let members = Set((0..<applicantCount).shuffled(using: &generator).prefix(2 * coupleCount))
    var programs = [[Int]](repeating: [], count: programCount)
    applicants = []
    for applicant in 0..<applicantCount {
      let length = Int.random(in: 0...programCount, using: &generator)
      let ranking = Array((0..<programCount).shuffled(using: &generator).prefix(length))
      applicants.append(members.contains(applicant) ? [] : ranking)
      for program in 0..<programCount {
        let isRanked = ranking.contains(program) || members.contains(applicant)
        let wanted = isRanked ? 1 - oneSided : oneSided
        if Double.random(in: 0..<1, using: &generator) < wanted {
          programs[program].append(applicant)
        }
      }
    }
    self.programs = programs.map { $0.shuffled(using: &generator) }
    quotas = (0..<programCount).map { _ in Int.random(in: quotaRange, using: &generator) }
    let order = members.sorted().shuffled(using: &generator)
    for couple in 0..<coupleCount {
      let choices: [Int?] = Array(0..<programCount) + [nil]
      var pairs: [Couple.Pair] = []
      for first in choices {
        for second in choices where first != nil || second != nil {
          pairs.append(Couple.Pair(first, second))
        }
      }
      let length = Int.random(in: 0...min(6, pairs.count), using: &generator)
      couples.append(
        Couple(
          first: order[2 * couple], second: order[2 * couple + 1],
          ranking: Array(pairs.shuffled(using: &generator).prefix(length))))
    }
  }

  /// Gives some applicants a supplemental list for one of their programs.
  mutating func addSupplements(using generator: inout some RandomNumberGenerator) {
    for (applicant, ranking) in applicants.enumerated() {
      guard let advanced = ranking.randomElement(using: &generator), Bool.random(using: &generator)
      else { continue }
      let others = quotas.indices.filter { $0 != advanced }.shuffled(using: &generator)
      supplements.append(
        SupplementalList(
          applicant: applicant, advancedProgram: advanced, ranking: Array(others.prefix(2))))
    }
  }

  /// The validated market.
  func market() throws -> Market {
    try Market(
      applicants: PreferenceLists(applicants), programs: PreferenceLists(programs), quotas: quotas,
      couples: couples, supplements: supplements, reversions: reversions)
  }
}
