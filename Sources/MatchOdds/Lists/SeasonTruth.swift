public import SmartPickNumerics

/// One season as the model says seasons come about: what nobody sees, and what follows from it.
///
/// Belief and truth are of one model, so that a belief which is right has the truth at every rank of
/// it equally often (simulation-based calibration: Talts et al. 2018). What the model itself gets
/// wrong, only real seasons tell.
public struct SeasonTruth: Sendable {
  /// The strength of the file; nil for a file that fails everywhere.
  public let strength: Double?
  /// Whether each application brings an invitation, by part and position.
  public let invited: [[Bool]]
  /// Whether any program that invited would take the applicant.
  public let matched: Bool

  /// Draws a season.
  ///
  /// - Parameters:
  ///   - parts: applications without answers.
  ///   - years: of the same parts.
  ///   - random: where the luck comes from.
  public init(
    _ parts: [ListOdds.Part], years: YearChances, using random: inout CounterRandom
  ) {
    let first = parts.first?.odds
    let failure = first?.belief.failure ?? 0
    let isFailing = random.bernoulli(failure)
    let drawn = random.normal(
      mean: first?.strength.mean ?? 0, standardDeviation: first?.strength.standardDeviation ?? 1)
    let year = years.drawn(random.normal())
    strength = isFailing ? nil : drawn
    let theta = isFailing ? first?.belief.values.first ?? 0 : drawn
    let atOnce = ListChances(parts, year: year, nodes: [theta], isExact: true)
    // The match is that of the list's odds, in the year as it is.
    var matched = false
    var invited: [[Bool]] = []
    for part in parts.indices {
      var own: [Bool] = []
      for position in parts[part].applications.indices {
        let isInvited = random.bernoulli(atOnce.interview[part][position][0])
        let isTaken = random.bernoulli(atOnce.place[part][position][0])
        own.append(isInvited)
        if isInvited, isTaken { matched = true }
      }
      invited.append(own)
    }
    self.invited = invited
    self.matched = matched
  }
}

extension ListOdds {
  /// The share of the belief about the file's strength that lies below a value; for a file that fails
  /// everywhere (nil), a random share of what is believed of such files.
  ///
  /// Each node's weight counts as spread evenly to the middles between it and its neighbours.
  public func share(below strength: Double?, using random: inout CounterRandom) -> Double {
    let failure = belief.failure
    guard let strength else { return failure * random.uniform() }
    let rest = zip(belief.values, belief.weights).dropFirst().sorted { $0.0 < $1.0 }
    var sum = failure
    for index in rest.indices {
      let low = index > 0 ? (rest[index - 1].0 + rest[index].0) / 2 : -.infinity
      let high = index + 1 < rest.count ? (rest[index].0 + rest[index + 1].0) / 2 : .infinity
      if strength >= high {
        sum += rest[index].1
      } else {
        if strength > low, low.isFinite, high.isFinite {
          sum += rest[index].1 * (strength - low) / (high - low)
        }
        break
      }
    }
    return min(max(sum, 0), 1)
  }
}

extension ListOdds {
  /// Standard deviation of the belief about the strength of files that do not fail everywhere.
  public var strengthSpread: Double {
    let mean = belief.mean
    let rest = belief.weights.dropFirst().reduce(0, +)
    guard rest > 0 else { return 0 }
    let variance = zip(belief.values, belief.weights).dropFirst().reduce(0) {
      $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean)
    }
    return (variance / rest).squareRoot()
  }
}
