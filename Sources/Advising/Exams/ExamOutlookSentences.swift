import ApplicantFile
import MatchFacts
import ScoreReading

/// Says what an exam without a score means for the application.
struct ExamOutlookSentences: Sendable {
  var outlook: ExamOutlook
  var result: ExamResult?
  /// Chance of matching with COMLEX alone, for an optional Step 2 CK.
  var comlexOnly: Double?
  var asOf: CalendarDate
  var dates: [KeyDate]
  var resultDays: Int
  var isInternational: Bool
  var requirement: ScoreRequirement?
  var survey: (comlex: DirectorFactor, usmle: DirectorFactor)?

  private var exam: String { outlook.exam }

  func all() -> [String] {
    switch outlook.situation {
    case .optional: [worth, cited, risk].compactMap(\.self)
    case .pending: [distribution, span, timing, risk].compactMap(\.self)
    case .notTaken: [distribution, span, sitting, risk].compactMap(\.self)
    case .failed: [distribution, fail, span, sitting, unpassed].compactMap(\.self)
    }
  }

  private func day(_ kind: KeyDate.Kind) -> CalendarDate? {
    dates.first { $0.kind == kind }?.date
  }

  private var distribution: String {
    let what = outlook.situation == .failed ? "a retake that passes" : "\(exam)"
    return
      "There is no \(exam) score yet, so what follows is reckoned with \(outlook.middle), the middle "
      + "of what \(what) is likely to bring (\(outlook.range.map(String.init).joined(separator: " to ")) "
      + "for eight of ten who pass): \(outlook.basis)."
  }

  private var span: String? {
    let scored = outlook.outcomes.filter { $0.score != nil }
    guard let low = scored.first, let high = scored.last else { return nil }
    return
      "With \(low.name) the chance of matching is \(Format.about(low.match)), with \(high.name) "
      + "\(Format.about(high.match)); over all outcomes, a fail included, "
      + "\(Format.about(outlook.match))."
  }

  private var timing: String? {
    guard let reading = day(.programsReview) else { return nil }
    guard let taken = result?.date else {
      return
        "Give the day of the exam (step2ck.date): results come about \(resultDays / 7) weeks later, "
        + "and programs begin to read on \(reading)."
    }
    let known = taken.adding(days: resultDays)
    if known <= reading {
      return
        "The result should be there by about \(known), before programs begin to read on \(reading): "
        + "apply then, with the score, and choose the list by it."
    }
    if let ranking = day(.rankListDeadline), known > ranking {
      return
        "The result would come about \(known), after rank lists close on \(ranking): take an earlier "
        + "date, or few programs can rank you."
    }
    return
      "The result comes about \(known), after programs begin to read on \(reading). Apply on that day "
      + "all the same: places for interviews go early. Say in the application when the score is due, "
      + "release it the day it comes, and keep money for a few programs more if it is lower than hoped."
  }

  private var sitting: String? {
    guard let reading = day(.programsReview) else { return nil }
    let latest = reading.adding(days: -resultDays)
    if asOf <= latest {
      return
        "Programs begin to read on \(reading). To have the result by then, sit by about \(latest)"
        + (outlook.passChance < 0.9 ? ", if your practice scores say that you pass." : ".")
    }
    guard let ranking = day(.rankListDeadline) else { return nil }
    let last = ranking.adding(days: -resultDays)
    return last >= asOf
      ? "A result can no longer be there when programs begin to read on \(reading); sit by about "
        + "\(last) at the latest, so that programs can rank you by \(ranking)."
      : "A result can no longer come before rank lists close on \(ranking): plan for the next season."
  }

  private var risk: String? {
    let fail = 1 - outlook.passChance
    guard fail >= 0.05 else { return nil }
    return
      "The chance of not reaching the passing mark of \(outlook.passingMark) is "
      + "\(Format.about(fail)). A later date costs less than a fail, which stays on the transcript: "
      + "sit when two self-assessments in a row are safely above it."
  }

  private var fail: String {
    "A failed attempt stays on the transcript and some programs filter by it; a clear pass is the "
      + "answer, and it counts for more the higher it is. The chances here carry the fail."
  }

  private var unpassed: String? {
    if isInternational {
      return
        "Without a pass there is no ECFMG certification, and no program can take you: passing comes "
        + "before everything else."
    }
    guard let requirement else { return nil }
    return
      "Without a pass when rank lists are made few programs are left: in the survey of "
      + "\(requirement.citation.year) \(Format.about(requirement.notRequired)) of "
      + "\(requirement.respondents) directors asked for no \(exam)."
  }

  private var worth: String? {
    guard let comlexOnly else { return nil }
    let gain = 100 * (outlook.match - comlexOnly)
    let words =
      gain >= 1
      ? "so by our figures sitting it is worth about \(Format.points(gain)) of the chance of "
        + "matching"
      : gain <= -1
        ? "so by our figures it would cost more than it brings"
        : "so by our figures it changes little"
    return
      "With COMLEX alone the chance of matching is \(Format.about(comlexOnly)). With \(exam) as well, "
      + "likely \(outlook.range.map(String.init).joined(separator: " to ")) (\(outlook.basis)), it is "
      + "\(Format.about(outlook.match)) over all outcomes, a fail included, \(words). What COMLEX alone "
      + "costs is an assumption; no size is published."
  }

  private var cited: String? {
    guard let survey, let comlex = survey.comlex.shareCiting, let usmle = survey.usmle.shareCiting
    else { return nil }
    return
      "Of \(survey.usmle.respondents) directors of your first choice, \(Format.percent(usmle)) cited "
      + "USMLE Step 2 CK when choosing whom to interview and \(Format.percent(comlex)) COMLEX Level 2 "
      + "(survey of \(survey.usmle.citation.year)). Which programs take COMLEX alone is on their own "
      + "pages: look before you apply."
  }
}
