import Advising
import ApplicantFile
import MatchFacts
import ScoreReading
import Words

/// The words that every face of the program uses for the same thing.
enum Labels {
  /// "Blip", "Signal", "Problem".
  static func name(_ verdict: Reading.Verdict) -> String {
    switch verdict {
    case .blip: "Blip"
    case .signal: "Signal"
    case .problem: "Problem"
    }
  }

  /// What a verdict means at a program.
  static func meaning(_ reading: Reading) -> String {
    guard reading.isAboutDrop != false, reading.fileConcern == nil else {
      switch reading.shares.verdict {
      case .blip: return "most programs read on"
      case .signal: return "it moves you down some lists"
      case .problem: return "many programs hesitate"
      }
    }
    switch reading.shares.verdict {
    case .blip: return "noticed, and passed over"
    case .signal: return "changes how you are ranked"
    case .problem: return "with the rest of the file, makes programs nervous"
    }
  }

  /// "Internal Medicine", or with an exam still open "Internal Medicine, with Step 2 CK about 241".
  static func subject(_ reading: Reading, _ advice: Advice) -> String {
    guard advice.scoreTrend == nil, let outlook = advice.examOutlook else {
      return reading.specialty.name
    }
    return "\(reading.specialty), if \(outlook.exam) comes out at about \(outlook.middle)"
  }

  /// "Most likely a blip" of a drop; of a score without one what it does.
  static func headline(_ reading: Reading) -> String {
    guard reading.isAboutDrop != false, reading.fileConcern == nil else {
      let subject = reading.fileConcern == nil ? "score" : "file"
      switch reading.shares.verdict {
      case .blip:
        return reading.shares.isCalm
          ? "The \(subject) holds little against you" : "The \(subject) costs you some programs"
      case .signal: return "The \(subject) counts against you"
      case .problem: return "The \(subject) is a problem"
      }
    }
    return "Most likely a \(reading.shares.verdict.rawValue)"
  }

  static func name(_ group: ProgramList.Group) -> String {
    switch group {
    case .reach: "Reach"
    case .target: "Target"
    case .safety: "Safety"
    }
  }

  static func name(_ signal: ListedProgram.Signal) -> String {
    switch signal {
    case .none: "no signal"
    case .single: "signal"
    case .silver: "silver"
    case .gold: "gold"
    }
  }

  static func name(_ track: Program.Track) -> String { track.rawValue }

  static func name(_ horizon: Plan.Step.Horizon) -> String {
    switch horizon {
    case .today: "Today"
    case .thisWeek: "This week"
    case .thisMonth: "This month"
    case .later: "Later"
    case .passed: "Already past: do it now if it is not done"
    }
  }

  /// The order in which a plan is read: what is overdue or due first.
  static let horizons: [Plan.Step.Horizon] = [.passed, .today, .thisWeek, .thisMonth, .later]

  static func place(_ standing: Standing) -> String? {
    // Nothing is known of those who did not match: the place says nothing of them.
    guard standing.unmatched != nil else {
      return standing.place.map { place in
        switch place {
        case .above, .within: name(place)
        case .edge: "Below most who matched"
        case .below: "Far below most who matched"
        }
      }
    }
    return standing.place.map(name)
  }

  private static func name(_ place: Standing.Place) -> String {
    switch place {
    case .above: "In the upper half of those who matched"
    case .within: "Between the lower quartile and the median of those who matched"
    case .edge: "Below most who matched, above most who did not"
    case .below: "At or below the middle of those who did not match"
    }
  }

  static func name(_ verdict: ExplanationDecision.Verdict) -> String {
    switch verdict {
    case .explain: "Explain it"
    case .stayQuiet: "Stay quiet"
    case .nothingToExplain: "Nothing to explain"
    }
  }

  static func place(_ place: ExplanationDecision.Place) -> String {
    switch place {
    case .personalStatement: "in the personal statement, in two or three sentences"
    case .advisorLetter: "in your advisor's or dean's letter, by someone else"
    case .applicationForm: "where the application's form asks for it"
    case .onlyIfAsked: "only if an interviewer asks"
    }
  }

  /// "Sam" or "this applicant".
  static func title(_ summary: Advice.Summary) -> String {
    guard let name = summary.name.map(PlainText.singleLine), !name.isEmpty else {
      return "Residency advice"
    }
    return "Advice for \(name)"
  }

  /// What is known of the applicant, part by part.
  static func facts(_ summary: Advice.Summary) -> [String] {
    var parts = [summary.type.displayName]
    if summary.step1 != "unknown" { parts.append("Step 1 \(summary.step1)") }
    if let score = summary.step2CK { parts.append("Step 2 CK \(score)") }
    if let score = summary.comlexLevel2 { parts.append("COMLEX Level 2 \(score)") }
    parts += summary.openExams ?? []
    parts.append(summary.specialties.map(\.name).joined(separator: ", "))
    return parts.map(PlainText.singleLine)
  }

  /// "Internal Medicine" for a plain program of the specialty, else "Internal Medicine/Primary".
  static func programLine(_ entry: ProgramList.Entry) -> String {
    programLine(entry.program, entry.track)
  }

  /// The same of any program.
  static func programLine(_ name: String, _ track: Program.Track) -> String {
    var line = name
    if track != .categorical && !line.lowercased().contains(track.rawValue) {
      line += " (\(track.rawValue))"
    }
    return PlainText.singleLine(line)
  }

  /// "Boston, MA", as far as it is known.
  static func place(_ entry: ProgramList.Entry) -> String {
    PlainText.singleLine([entry.city, entry.state].compactMap(\.self).joined(separator: ", "))
  }
}
