import ApplicantFile
import ScoreReading

/// What being together is worth: from the files, else from the assumptions.
struct CoupleTerms: Sendable {
  /// Worth of one city for both.
  var together: Double
  /// Miles that still are together.
  var commuteMiles: Double
  /// Share of the worth left at the end of the commute; it falls evenly on the way there.
  var commuteShare: Double
  /// Share of the worth left in one state.
  var sameState: Double
  /// Weight of the first partner's preferences.
  var firstWeight: Double
  /// Share of a place's worth left to one alone.
  var alone: Double
  /// Assumptions used because neither file says.
  var assumed: [AssumptionTable.ID]

  init(_ first: CoupleWishes, _ second: CoupleWishes, _ assumptions: AssumptionTable) {
    var assumed: [AssumptionTable.ID] = []
    func value(_ own: Double?, _ other: Double?, _ id: AssumptionTable.ID) -> Double {
      if let stated = own ?? other { return stated }
      assumed.append(id)
      return assumptions[id]
    }
    together = value(first.together, second.together, .coupleTogether)
    commuteMiles = value(
      first.commuteMiles.map(Double.init), second.commuteMiles.map(Double.init),
      .coupleCommuteMiles)
    commuteShare = value(nil, nil, .coupleCommuteShare)
    sameState = value(first.sameState, second.sameState, .coupleSameState)
    firstWeight = value(first.ownWeight, second.ownWeight.map { 1 - $0 }, .coupleOwnWeight)
    alone = value(first.alone, second.alone, .coupleAlone)
    self.assumed = assumed
  }

  /// Wishes on which two files that both state them differ: the field, the first's and the other's.
  static func differing(_ first: CoupleWishes, _ second: CoupleWishes) -> [String] {
    func differ(_ field: String, _ own: Double?, _ other: Double?) -> String? {
      guard let own, let other, abs(own - other) > 1e-9 else { return nil }
      return "\(field) \(Format.number(own, digits: 3)) and \(Format.number(other, digits: 3))"
    }
    return [
      differ("together", first.together, second.together),
      differ(
        "commute_miles", first.commuteMiles.map(Double.init),
        second.commuteMiles.map(Double.init)),
      differ("same_state", first.sameState, second.sameState),
      // Two weights agree when they add up to the whole.
      first.ownWeight.flatMap { own in
        second.ownWeight.flatMap { other in
          abs(own + other - 1) > 1e-9
            ? "own_weight \(Format.number(own, digits: 3)) and "
              + "\(Format.number(other, digits: 3)), which should add up to 1" : nil
        }
      },
      differ("alone", first.alone, second.alone),
    ].compactMap(\.self)
  }

  /// Share of the worth of being together that two places have.
  func share(of nearness: CoupleAdvice.Nearness, miles: Double?) -> Double {
    let atTheEnd = max(commuteShare, sameState)
    switch nearness {
    case .sameCity: return 1
    case .commute:
      guard let miles, commuteMiles > 0 else { return atTheEnd }
      return 1 - (1 - atTheEnd) * min(1, miles / commuteMiles)
    case .sameState: return min(sameState, atTheEnd)
    case .apart, .alone: return 0
    }
  }

  /// What two places must add to count as together.
  var togetherFrom: Double {
    together * max(commuteShare, sameState) * (1 - 1e-9)
  }
}
