import MatchFacts
import ScoreReading

/// What the workspace for SOAP comes to, in words.
struct SOAPSentences {
  var isRehearsal: Bool
  var considered: Int
  var listed: Int
  var most: Int
  var anyOffer: Double
  var specialties: [SOAPAdvice.SpecialtyChance]
  var hasBelief: Bool
  var pastYear: Int?
  var moments: [SOAPAdvice.Moment]

  var summary: [String] {
    var lines: [String] = []
    if isRehearsal {
      lines.append(
        "This is practice: the list of unfilled programs is not given (--unfilled), so the programs "
          + "are those that left positions unfilled in \(pastYear.map(String.init) ?? "a past year"). "
          + "Few of them will be the same this year; the kind of list will.")
    }
    guard listed > 0 else {
      lines.append("No program is left that your file may apply to.")
      return lines
    }
    lines.append(
      "The \(listed) applications below, of \(considered) programs open to you, bring at least one "
        + "offer with a chance of \(Format.about(anyOffer)). No rate by specialty is published for "
        + "SOAP, so this rests on an assumption (soap-shift): trust the order more than the number."
    )
    if let first = specialties.first {
      lines.append(
        "You are best placed in \(SOAPBuilder.name(SpecialtyTrack(first.specialty, track: first.track)))"
          + ": \(first.programs) programs, an offer from any of them with "
          + "\(Format.about(first.anyOffer)).")
    }
    if listed < most {
      lines.append(
        "SOAP allows \(most); \(most - listed) are left for programs that you know and the directory "
          + "does not.")
    }
    lines.append(
      "Not to match hurts, and it says little about the doctor you will be. Most of what you can do "
        + "now is done in two hours; after that, sleep, eat, and let somebody sit with you.")
    return lines
  }

  var steps: [String] {
    let opens = moments.first { $0.event.lowercased().contains("prepare") }
    let reviewed = moments.first { $0.event.lowercased().contains("review") }
    return [
      "Save the list of unfilled programs as text or CSV and run this once more with --unfilled.",
      "Strike what you would not go to for a year or for good: an accepted offer binds.",
      "Turn the personal statement to each specialty on the list; the texts are below.",
      "Enter the applications"
        + (opens?.time.map { " from \($0) on" } ?? "")
        + (reviewed.map {
          ", all of them before programs begin to read (\($0.date)"
            + ($0.time.map { ", \($0)" } ?? "") + ")"
        } ?? "")
        + ": what comes later is read by people who have already chosen.",
      "Keep the phone charged and near, numbers of three people who can vouch for you at hand, and a "
        + "quiet place for calls. Do not call programs, and ask nobody to.",
      "When a call comes: name, why this program in one sentence, what you bring, thank you. Write "
        + "down who called and when.",
      "In a round, take the best offer you have: it does not come back, and the next round has fewer "
        + "positions.",
    ]
  }

  /// What to change in a statement before it goes to a specialty.
  static func toAdapt(_ specialty: Specialty, _ named: [Specialty]) -> [String] {
    if specialty == named.first {
      return ["Your statement is written for \(specialty); read it once for names of programs."]
    }
    let old = named.first.map { "\($0)" } ?? "the other specialty"
    return [
      "Take out every mention of \(old), also in the last sentence and in the file's name.",
      "One paragraph why \(specialty): a patient, a rotation, a teacher. Say what is true of you; "
        + "nobody believes a lifelong wish discovered on Monday.",
      "Send a letter from somebody in \(specialty) if you have one; else the one that says most about "
        + "how you work.",
    ]
  }
}
