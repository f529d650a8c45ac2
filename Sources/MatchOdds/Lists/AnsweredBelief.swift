import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The belief about the file's strength and about the year, after the answers so far.
///
/// Given θ and the year programs answer independently of one another, so that the likelihood of
/// everything known, silence included, is a product; it reweighs both together. O(applications ·
/// nodes).
struct AnsweredBelief: Sendable {
  /// The belief about θ.
  let strength: StrengthNodes
  /// What the year, as it looks by now, adds to all log-odds of an invitation.
  let shift: Double
  /// The kinds of year.
  private let years: YearChances
  /// Weight of every kind of year and node, summing to 1.
  private let weights: [[Double]]

  init(_ parts: [ListOdds.Part], _ years: YearChances) {
    self.years = years
    let prior = parts.first?.odds.belief ?? .certain
    var logs = years.chances.map { chances in
      var sums = [Double](repeating: 0, count: prior.values.count)
      for (part, own) in parts.enumerated() {
        for (position, application) in own.applications.enumerated() where application.isTold {
          let row = chances.interview[part][position]
          for node in sums.indices { sums[node] += application.logLikelihood(row[node]) }
        }
      }
      return sums
    }
    let top = logs.flatMap(\.self).max() ?? 0
    var total = 0.0
    for year in logs.indices {
      for node in logs[year].indices {
        logs[year][node] =
          years.shares[year] * prior.weights[node] * exp(logs[year][node] - top)
        total += logs[year][node]
      }
    }
    guard total > 0 else {
      weights = years.shares.map { share in prior.weights.map { $0 * share } }
      strength = prior
      shift = 0
      return
    }
    weights = logs.map { $0.map { $0 / total } }
    var nodes = [Double](repeating: 0, count: prior.values.count)
    for year in weights { for node in nodes.indices { nodes[node] += year[node] } }
    strength = StrengthNodes(values: prior.values, weights: nodes)
    shift = zip(years.deviations, weights).reduce(0) { $0 + $1.0 * $1.1.reduce(0, +) }
  }

  /// What the answers so far leave: the belief about θ, reweighed where anything is known, and the
  /// chances of what is still open.
  ///
  /// - Parameter years: the list's chances in other years; nil computes them where there are answers.
  static func taken(
    _ parts: [ListOdds.Part], _ years: YearChances? = nil
  ) -> (told: AnsweredBelief?, belief: StrengthNodes, open: ListChances) {
    let isTold = parts.contains { $0.applications.contains(where: \.isTold) }
    let told = isTold ? AnsweredBelief(parts, years ?? YearChances(parts)) : nil
    let belief = told?.strength ?? parts.first?.odds.belief ?? .certain
    let open = ListChances(parts, year: told?.shift ?? 0, nodes: belief.values).answered(parts)
    return (told, belief, open)
  }

  /// How many invitations the season brings, those held included.
  ///
  /// - Complexity: O(applications² · nodes).
  func interviews(_ parts: [ListOdds.Part]) -> InterviewCount {
    let size = parts.reduce(0) { $0 + $1.applications.count } + 1
    var distribution = [Double](repeating: 0, count: size)
    for (year, chances) in years.chances.enumerated() {
      let rows = chances.answered(parts).interview.flatMap(\.self)
      for (node, weight) in weights[year].enumerated() where weight > 1e-12 {
        let own = PoissonBinomial.distribution(rows.lazy.map { $0[node] })
        for count in own.indices { distribution[count] += weight * own[count] }
      }
    }
    return InterviewCount(distribution)
  }
}
