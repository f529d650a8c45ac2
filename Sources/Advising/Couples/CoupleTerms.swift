import ApplicantFile

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
