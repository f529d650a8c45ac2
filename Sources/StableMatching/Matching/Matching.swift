/// Who goes where.
///
/// A matching stands on its own; questions that need lists (rosters in a program's order) take the
/// market.
public struct Matching: Sendable, Equatable {
  /// The program of each applicant, -1 if unmatched.
  public let programs: [Int32]
  /// The 1-based place of the match on the applicant's list, or of the couple's pair on the joint
  /// list, counted as submitted; 0 if unmatched.
  public let ranks: [Int32]
  /// The preliminary program of each applicant, -1 if none; empty in a market without
  /// supplemental lists.
  public let supplementalPrograms: [Int32]
  /// The positions of each program after reversions.
  public let quotas: [Int32]
  /// The positions of each program that are taken.
  public let filled: [Int32]

  /// States a matching, for instance one from elsewhere that is to be audited.
  ///
  /// Nothing is assumed about it: an assignment that contradicts the lists is the auditor's to
  /// report.
  ///
  /// - Parameters:
  ///   - programs: the program of each applicant, `nil` if unmatched; programs that do not exist
  ///     count as unmatched, missing applicants too.
  ///   - supplementalPrograms: the same for preliminary programs.
  ///   - quotas: positions after reversions; those of the market by default.
  ///   - market: the market whose applicants and programs are meant.
  public init(
    programs: [Int?], supplementalPrograms: [Int?] = [], quotas: [Int]? = nil, in market: Market
  ) {
    func compact(_ choices: [Int?]) -> [Int32] {
      (0..<market.applicantCount).map { applicant in
        guard applicant < choices.count, let program = choices[applicant],
          (0..<market.programCount).contains(program)
        else { return Market.none }
        return Int32(program)
      }
    }
    self.init(
      programs: compact(programs),
      supplementalPrograms: market.supplements.count == 0 ? [] : compact(supplementalPrograms),
      quotas: market.quotas.indices.map { program in
        guard let quotas, program < quotas.count else { return market.quotas[program] }
        return Int32(clamping: quotas[program])
      },
      in: market)
  }

  init(programs: [Int32], supplementalPrograms: [Int32], quotas: [Int32], in market: Market) {
    var ranks = [Int32](repeating: 0, count: programs.count)
    for applicant in programs.indices where programs[applicant] >= 0 {
      let list = market.applicantLists[applicant]
      if let place = list.firstIndex(of: programs[applicant]) {
        ranks[applicant] = Int32(place - list.startIndex + 1)
      }
    }
    for couple in 0..<market.couples.count {
      let first = Int(market.couples.firsts[couple])
      let second = Int(market.couples.seconds[couple])
      let list = market.couples[couple]
      let place = list.firstIndex {
        $0.firstID == programs[first] && $0.secondID == programs[second]
      }
      let rank = place.map { Int32($0 - list.startIndex + 1) } ?? 0
      ranks[first] = programs[first] < 0 ? 0 : rank
      ranks[second] = programs[second] < 0 ? 0 : rank
    }
    self.init(
      programs: programs, ranks: ranks, supplementalPrograms: supplementalPrograms, quotas: quotas)
  }

  /// States a matching whose ranks are known already.
  init(programs: [Int32], ranks: [Int32], supplementalPrograms: [Int32], quotas: [Int32]) {
    var filled = [Int32](repeating: 0, count: quotas.count)
    for program in programs where program >= 0 { filled[Int(program)] += 1 }
    for program in supplementalPrograms where program >= 0 { filled[Int(program)] += 1 }
    self.programs = programs
    self.ranks = ranks
    self.supplementalPrograms = supplementalPrograms
    self.quotas = quotas
    self.filled = filled
  }
}

extension Matching {
  /// The program of an applicant, `nil` if unmatched.
  public func program(of applicant: Int) -> Int? {
    programs[applicant] < 0 ? nil : Int(programs[applicant])
  }

  /// The 1-based place of the match on the applicant's (or couple's joint) list.
  public func rank(of applicant: Int) -> Int? {
    ranks[applicant] == 0 ? nil : Int(ranks[applicant])
  }

  /// The preliminary program beside an advanced match, if any.
  public func supplementalProgram(of applicant: Int) -> Int? {
    guard !supplementalPrograms.isEmpty, supplementalPrograms[applicant] >= 0 else { return nil }
    return Int(supplementalPrograms[applicant])
  }

  /// The number of applicants with a program.
  public var matchedCount: Int { programs.reduce(0) { $0 + ($1 < 0 ? 0 : 1) } }

  /// The number of applicants without a program.
  public var unmatchedCount: Int { programs.count - matchedCount }

  /// Positions of a program that nobody holds.
  public func unfilledPositions(at program: Int) -> Int {
    max(0, Int(quotas[program] - filled[program]))
  }

  /// Positions of all programs that nobody holds.
  public var unfilledPositionCount: Int {
    quotas.indices.reduce(0) { $0 + unfilledPositions(at: $1) }
  }

  /// The applicants at one program, in the program's order of preference.
  ///
  /// Holders of a preliminary position through a supplemental list are included; applicants whom
  /// the program does not rank (in a matching from elsewhere) are not.
  ///
  /// - Complexity: O(length of the program's list).
  public func applicants(at program: Int, in market: Market) -> [Int] {
    market.programLists[program].map { Int($0) }.filter {
      self.program(of: $0) == program || supplementalProgram(of: $0) == program
    }
  }
}
