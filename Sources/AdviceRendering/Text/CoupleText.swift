import Advising
import ApplicantFile
import ScoreReading

/// A couple's figures in words, for all faces.
enum CoupleText {
  /// Pairs that the terminal and the page show before the rest is folded away.
  static let shownPairs = 20

  /// "one city", "12 miles", "same state, 90 miles", "2,400 miles apart".
  static func nearness(_ pair: CoupleAdvice.Pair, _ couple: CoupleAdvice) -> String {
    let miles = pair.miles.map { NumberText.count($0, "mile") }
    switch pair.nearness {
    case .sameCity: return "one city"
    case .commute: return miles ?? "near"
    case .sameState: return miles.map { "one state, \($0)" } ?? "one state"
    case .apart: return miles.map { "\($0) apart" } ?? "apart"
    case .alone:
      return "only \(pair.first == nil ? couple.second.name : couple.first.name)"
    }
  }

  /// "U Connecticut (Farmington, CT)", or "nothing".
  static func side(_ side: CoupleAdvice.Side?) -> String {
    side.map { "\($0.institution) (\($0.place))" } ?? "goes unmatched"
  }

  /// What the single-file chance is the chance of, as a title.
  static func chanceTitle(_ advice: Advice) -> String {
    advice.couple == nil
      ? "Will you match?" : "If you applied alone, with the list below"
  }

  /// "As a couple: about 73 of 100 couples like you both match (51 to 88, eight times in ten), …".
  static func headline(_ couple: CoupleAdvice) -> String {
    let both = couple.chances.both
    let low = ChanceText.ofHundred(both.low)
    let high = ChanceText.ofHundred(both.high)
    let range = low < high ? " (\(low) to \(high), eight times in ten)" : ""
    return
      "As a couple: \(ChanceText.about(both.estimate).lowercased()) couples like you both "
      + "match\(range), "
      + "\(ChanceText.about(couple.chances.together.estimate).lowercased()) in one place."
  }

  /// Rows of chances together and apart, for a table.
  static func chances(_ couple: CoupleAdvice) -> [(String, Interval, Interval)] {
    let own = couple.chances
    let apart = couple.apart
    return [
      ("Both match", own.both, apart.both), ("In one place", own.together, apart.together),
      ("Only one matches", own.onlyOne, apart.onlyOne), ("Neither", own.neither, apart.neither),
    ]
  }

  /// "Boston, MA and Cambridge, MA".
  static func name(_ place: CoupleAdvice.Place) -> String {
    guard !place.includes.isEmpty else { return place.name }
    let shown = place.includes.prefix(3).joined(separator: "; ")
    let more = place.includes.count > 3 ? " and \(place.includes.count - 3) more" : ""
    return "\(place.name) (with \(shown)\(more))"
  }

  static func quality(_ couple: CoupleAdvice) -> String {
    "joint value \(NumberText.fixed(couple.value, decimals: 3)), at most "
      + "\(NumberText.fixed(100 * couple.gap, decimals: 1))% below the best that any two lists "
      + "within the limits can have (bound \(NumberText.fixed(couple.bound, decimals: 3)))"
  }

  static func signal(_ entry: CoupleAdvice.Entry) -> String {
    entry.signal == .none ? "" : Labels.name(entry.signal)
  }
}
