import ApplicantFile
import Handbook
import MatchFacts
import ScoreReading

/// Says where in the season an applicant stands.
struct StageBuilder: Sendable {
  var rules: StageRules
  var season: Season
  var asOf: CalendarDate
  /// The stage that the file names; nil follows the day.
  var stated: SeasonStage?
  /// The service of the first specialty.
  var service: ApplicationService
  /// Whether any of the file's specialties has signals this season.
  var hasSignals: Bool

  var stage: SeasonStage { stated ?? season.stage(on: asOf, through: service) }

  /// - Parameters:
  ///   - hasOwnList: whether the applicant brought a list.
  func position(_ features: FileFeatures, hasOwnList: Bool) -> SeasonPosition {
    let rule = rules[stage, statusKnown: isStatusKnown]
    let month = rule.month.first { holds($0.when, features) }
    var now = lines(rule.now, features)
    if stage != .preparing, stage < .ranking, !hasOwnList {
      now.insert(
        "Tell us which programs you applied to (current_list in the file, or --list): without them "
          + "the chances here are those of the list we would have recommended.", at: 0)
    }
    return SeasonPosition(
      stage: stage, isStated: stated != nil, title: rule.title, meaning: dated(rule.meaning) ?? "",
      now: now, over: lines(rule.over, features), lateApplication: lateApplication,
      isOwnList: hasOwnList && stage != .preparing, monthShort: month?.short ?? rule.title,
      month: month.flatMap { dated($0.answer) } ?? "")
  }

  /// Whether the day on which who matched is told has come.
  private var isStatusKnown: Bool {
    season.date(.matchStatus, of: service).map { $0 <= asOf } ?? false
  }

  private func lines(_ lines: [StageRules.Line], _ features: FileFeatures) -> [String] {
    lines.filter { line in
      holds(line.when, features) && (line.needsSignals != true || hasSignals)
        && (line.needsNoSignals != true || !hasSignals)
    }.compactMap { dated($0.text) }
  }

  private func holds(_ when: [ReadingRules.Condition]?, _ features: FileFeatures) -> Bool {
    (when ?? []).allSatisfy { $0.holds(in: features) }
  }

  /// A sentence with its dates; nil where one is not known.
  private func dated(_ text: String) -> String? {
    var text = text
    for kind in KeyDate.Kind.allCases where text.contains("{\(kind.rawValue)}") {
      guard let date = season.date(kind, of: service) else { return nil }
      text = text.replacing("{\(kind.rawValue)}", with: date.inWords)
    }
    return text
  }

  /// What an application sent now is still worth, by the invitations that one field's record shows.
  private var lateApplication: String? {
    switch stage {
    case .preparing: return nil
    case .ranking, .matchWeek:
      let soap = season.date(.matchStatus, of: service).map {
        " SOAP, with applications of its own, \(isStatusKnown ? "began" : "begins") on \($0.inWords)."
      }
      return "Programs have chosen whom they rank, so it is worth nothing in this Match."
        + (soap ?? "")
    case .after: return "This Match is over."
    case .applied, .interviewing: break
    }
    let opening =
      stage == .applied
      ? "Programs fill their interview days in the order in which they read, so it is worth less every week."
      : "Most programs have given out their interview days, so it is worth little."
    guard let share = sentShare else { return opening }
    return opening + share
  }

  private var sentShare: String? {
    let rows = season.invitations.filter { ($0.share ?? 0) > 0 }
    guard let half = rows.first, let most = rows.first(where: { ($0.share ?? 0) >= 0.9 }),
      let last = rows.last, let halfShare = half.share, let mostShare = most.share
    else { return nil }
    let field = half.event.split(separator: " ").prefix(2).joined(separator: " ").lowercased()
    let year = half.citation.year
    return
      " In \(field), the field whose invitations of the season before are on record (\(year)), "
      + "\(Format.percent(halfShare)) were out by \(half.date.inWords), "
      + "\(Format.percent(mostShare)) by \(most.date.inWords), and the last came on "
      + "\(last.date.inWords). Other fields differ."
  }
}

extension CalendarDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// "3 March".
  var inWords: String {
    let name = Self.months.indices.contains(month - 1) ? Self.months[month - 1] : "\(month)"
    return "\(day) \(name)"
  }
}
