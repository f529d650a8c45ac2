import ScoreReading

/// Assumptions by id; see `assumptions.yaml`.
struct AssumptionTable: Sendable, Equatable, Decodable {
  /// The assumptions that the code asks for; each must stand in the file.
  enum ID: String, Sendable, CaseIterable, Decodable {
    case step1SEM = "step1-sem"
    case comlexSEMShare = "comlex-sem-share"
    case comlexCorrelation = "comlex-correlation"
    case jointStep1Year = "joint-step1-year"
    case jointStep2Year = "joint-step2-year"
    case undatedStep1Year = "undated-step1-year"
    case jointMinimum = "joint-minimum"
    case unmatchedSpread = "unmatched-spread"
    case pointWorth = "point-worth"
    case applicationTime = "application-time"
    case coupleLeastGain = "couple-least-gain"
    case interviewGoal = "interview-goal"
    case shortestList = "shortest-list"
    case interviewWorth = "interview-worth"
    case safetyInterview = "safety-interview"
    case safetyFloor = "safety-floor"
    case targetInterview = "target-interview"
    case standingWorth = "standing-worth"
    case rateHalfLife = "rate-half-life"
    case balancedSlack = "balanced-slack"
    case alikeDistance = "alike-distance"
    case alikePlaces = "alike-places"
    case orderDiscount = "order-discount"
    case practiceError = "practice-error"
    case retakeSpread = "retake-spread"
    case resultWeeks = "result-weeks"
    case smallestGroup = "smallest-group"
    case nationalListYear = "national-list-year"
    case coupleMostPrograms = "couple-most-programs"
    case backupWeight = "backup-weight"
    case preliminaryWeight = "preliminary-weight"
    case scenarioCeiling = "scenario-ceiling"
    case soapRouteBelow = "soap-route-below"
    case preliminaryCount = "preliminary-count"
    case researchPublications = "research-publications"
    case researchLetters = "research-letters"
    case coupleTogether = "couple-together"
    case coupleCommuteMiles = "couple-commute-miles"
    case coupleCommuteShare = "couple-commute-share"
    case coupleSameState = "couple-same-state"
    case coupleOwnWeight = "couple-own-weight"
    case coupleAlone = "couple-alone"
    case coupleMostPairs = "couple-most-pairs"
    case coupleScenarios = "couple-scenarios"
    case rankRatingScale = "rank-rating-scale"
    case rankRatingSpread = "rank-rating-spread"
    case rankUnratedSpread = "rank-unrated-spread"
    case rankSettled = "rank-settled"
    case rankImpression = "rank-impression"
    case rankReach = "rank-reach"
    case rankReachSpread = "rank-reach-spread"
    case rankNothing = "rank-nothing"
    case rankLastWorth = "rank-last-worth"
    case rankMarkets = "rank-markets"
    case soapUsualPositions = "soap-usual-positions"
    case soapHeldBack = "soap-held-back"
    case soapShift = "soap-shift"
    case soapShiftSpread = "soap-shift-spread"
    case soapSpecialtyWeight = "soap-specialty-weight"
  }

  private struct Row: Decodable {
    var id: ID
    var value: Double
    var text: String
  }

  private enum Key: String, CodingKey {
    case assumptions
  }

  private var values: [ID: Double] = [:]
  private var texts: [ID: String] = [:]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for row in try container.decode([Row].self, forKey: .assumptions) {
      values[row.id] = row.value
      texts[row.id] = row.text
    }
    if let missing = ID.allCases.first(where: { values[$0] == nil }) {
      throw DecodingError.dataCorruptedError(
        forKey: .assumptions, in: container,
        debugDescription: "the assumption '\(missing.rawValue)' is missing")
    }
  }

  /// The value of an assumption; every id is checked to be present when the file is read.
  subscript(id: ID) -> Double {
    get { values[id] ?? 0 }
    set { values[id] = newValue }
  }

  /// The assumptions as the report lists them.
  func listed(_ ids: [ID]) -> [Assumption] {
    ids.map { id in
      Assumption(
        id: id.rawValue, text: texts[id] ?? "", value: Format.number(self[id], digits: 3),
        file: "assumptions.yaml")
    }
  }
}
