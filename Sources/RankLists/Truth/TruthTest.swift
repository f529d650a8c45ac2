import SmartPickNumerics
import StableMatching

/// Every other list that an applicant could hand in, tried in the real algorithm.
///
/// In small drawn markets the applicant's true list is matched first, then each other one that can
/// be made of the same programs: every order, every shorter list. Applicant-proposing deferred
/// acceptance makes the true list at least as good as any (Dubins and Freedman 1981; Roth 1982);
/// here it is computed, not quoted.
public struct TruthTest: Sendable, Hashable, Codable {
  /// Programs on the true list.
  public var programs: Int
  /// Markets drawn.
  public var markets: Int
  /// Lists tried in all, the true ones apart.
  public var lists: Int
  /// Lists that led to a program the applicant wants more than the true list's.
  public var better: Int
  /// Lists that led to the same.
  public var same: Int
  /// Lists that led to a program wanted less, or to none.
  public var worse: Int
  /// Of these, lists that led to none where the true one led to a program.
  public var lost: Int

  /// Tries every other list in drawn markets.
  ///
  /// - Parameters:
  ///   - programs: programs on the list, 1…6.
  ///   - markets: markets to draw.
  ///   - seed: of the draws; the same seed gives the same markets.
  /// - Throws: what the algorithm says of a market that it cannot take; none drawn here is such.
  /// - Complexity: O(markets · e · programs!) matches of `programs` + 2 applicants.
  public init(programs: Int, markets: Int, seed: UInt64 = 1) throws {
    let count = min(max(programs, 1), 6)
    self.programs = count
    self.markets = max(markets, 0)
    lists = 0
    better = 0
    same = 0
    worse = 0
    lost = 0
    let truth = Array(0..<count)
    let reports = Self.lists(of: truth).filter { $0 != truth }
    for market in 0..<self.markets {
      var random = CounterRandom(seed: seed, entity: UInt64(market))
      let world = World(programs: count, rivals: count + 1, using: &random)
      let honest = try world.place(of: truth)
      for report in reports {
        let place = try world.place(of: report)
        lists += 1
        switch (place, honest) {
        case (let got?, let had?) where got < had: better += 1
        case (.some, nil): better += 1
        case (let got?, let had?) where got == had: same += 1
        case (nil, nil): same += 1
        case (nil, .some):
          worse += 1
          lost += 1
        default: worse += 1
        }
      }
    }
  }

  /// Every list of one or more of these programs, in every order.
  private static func lists(of programs: [Int]) -> [[Int]] {
    var all: [[Int]] = []
    func extend(_ list: [Int]) {
      if !list.isEmpty { all.append(list) }
      for program in programs where !list.contains(program) { extend(list + [program]) }
    }
    extend([])
    return all
  }

  /// A drawn market in which all lists but one are fixed.
  private struct World {
    private let rivals: [[Int]]
    private let preferences: [[Int]]
    private let quotas: [Int]

    init(programs: Int, rivals count: Int, using random: inout CounterRandom) {
      var rivals: [[Int]] = []
      for _ in 0..<count {
        var list = Array(0..<programs)
        random.shuffle(&list)
        rivals.append(Array(list.prefix(max(1, programs - random.integer(below: 2)))))
      }
      self.rivals = rivals
      var preferences: [[Int]] = []
      for _ in 0..<programs {
        var list = Array(0...count)
        random.shuffle(&list)
        preferences.append(list)
      }
      self.preferences = preferences
      quotas = (0..<programs).map { _ in 1 + (random.bernoulli(0.25) ? 1 : 0) }
    }

    /// Where a list leads: the program's place on the true list from 0, or nil for none.
    func place(of list: [Int]) throws -> Int? {
      var applicants = PreferenceLists()
      applicants.append(list)
      for rival in rivals { applicants.append(rival) }
      var programs = PreferenceLists()
      for preference in preferences { programs.append(preference) }
      let market = try Market(applicants: applicants, programs: programs, quotas: quotas)
      // Applicants propose, as in the Match.
      return try market.match().matching.program(of: 0)
    }
  }
}
