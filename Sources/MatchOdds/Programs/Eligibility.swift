public import ApplicantFile
public import MatchFacts

/// Whether an applicant meets what a program is known to require.
///
/// Only the user's imported figures and published rules can rule a program out. What is not known
/// does not rule out: it is noted, to be looked up.
public struct Eligibility: Sendable, Hashable, Codable {
  /// Why the program is out of reach, each a sentence; empty when it is not.
  public var ruledOutBy: [String]
  /// Requirements that are not known, or that the file does not answer.
  public var unknown: [String]

  /// Whether nothing known rules the program out.
  public var isEligible: Bool { ruledOutBy.isEmpty }

  /// Checks minimum scores, attempts, years since graduation, US clinical experience, visa and
  /// type.
  ///
  /// `season` is the year of the Match, from which years since graduation are counted.
  public static func check(
    _ applicant: Applicant, program: Program, figures: ProgramEvidence?, season: Int
  ) -> Eligibility {
    check(applicant, track: program.track, figures: figures, season: season)
  }

  static func check(
    _ applicant: Applicant, track: Program.Track, figures: ProgramEvidence?, season: Int
  ) -> Eligibility {
    var result = Eligibility(ruledOutBy: [], unknown: [])
    if track == .physicianReserved, applicant.isSenior == true {
      result.ruledOutBy.append(
        "The positions are reserved for physicians with earlier training; a senior cannot apply.")
    }
    guard let figures else {
      if applicant.type.isInternationalGraduate, needsVisa(applicant) {
        result.unknown.append("Whether the program sponsors visas is not known.")
      }
      return result
    }
    result.checkExams(applicant, figures)
    result.checkRecord(applicant, figures, season: season)
    result.checkVisa(applicant, figures)
    if figures.accepts[applicant.type] == false {
      result.ruledOutBy.append(
        "\(figures.origin): the program does not consider \(applicant.type.displayName) applicants."
      )
    }
    return result
  }

  private mutating func checkExams(_ applicant: Applicant, _ figures: ProgramEvidence) {
    if let minimum = figures.minimumStep2CK {
      if let score = applicant.step2CK?.score {
        if score < minimum {
          ruledOutBy.append(
            "\(figures.origin): Step 2 CK \(score) is below the program's minimum of \(minimum).")
        }
      } else if applicant.type != .usDO || figures.minimumComlexLevel2 == nil {
        unknown.append("The program asks for Step 2 CK \(minimum) or more; the file has none.")
      }
    }
    if let minimum = figures.minimumComlexLevel2, applicant.examPair == .comlex,
      let score = applicant.comlexLevel2?.score, score < minimum
    {
      ruledOutBy.append(
        "\(figures.origin): COMLEX Level 2-CE \(score) is below the program's minimum of "
          + "\(minimum).")
    }
    if let most = figures.maximumAttempts {
      // Each failed exam is passed at best with one attempt more.
      let attempts = applicant.exams.compactMap { exam in
        exam.failedAttempts.map { $0 + 1 }
      }
      if let worst = attempts.max() {
        if worst > most {
          ruledOutBy.append(
            "\(figures.origin): \(worst) attempts at one exam; the program accepts \(most).")
        }
      } else {
        unknown.append("The program limits exam attempts to \(most); the file does not say.")
      }
    }
  }

  private mutating func checkRecord(
    _ applicant: Applicant, _ figures: ProgramEvidence, season: Int
  ) {
    if let most = figures.maximumYearsSinceGraduation {
      if let year = applicant.graduationYear {
        let years = season - year
        if years > most {
          ruledOutBy.append(
            "\(figures.origin): graduated \(years) years before the season; the limit is \(most).")
        }
      } else {
        unknown.append(
          "The program accepts at most \(most) years since graduation; the file does not say.")
      }
    }
    if applicant.type.isInternationalGraduate, let needed = figures.requiredUSClinicalMonths,
      needed > 0
    {
      if let months = applicant.usClinicalMonths {
        if months < needed {
          ruledOutBy.append(
            "\(figures.origin): asks for \(needed) months of US clinical experience; "
              + "the file has \(months).")
        }
      } else {
        unknown.append(
          "The program asks for \(needed) months of US clinical experience; the file does not say.")
      }
    }
  }

  private mutating func checkVisa(_ applicant: Applicant, _ figures: ProgramEvidence) {
    guard Self.needsVisa(applicant), let visa = applicant.visa else { return }
    let j1 = figures.sponsorsJ1
    let h1b = figures.sponsorsH1B
    let isRefused: Bool
    let isKnown: Bool
    switch visa {
    case .j1:
      isRefused = j1 == false
      isKnown = j1 != nil
    case .h1b:
      isRefused = h1b == false
      isKnown = h1b != nil
    case .any:
      isRefused = j1 == false && h1b == false
      isKnown = j1 == true || h1b == true || isRefused
    case .none:
      return
    }
    if isRefused {
      ruledOutBy.append(
        "\(figures.origin): the program does not sponsor the visa needed (\(visa.rawValue)).")
    } else if !isKnown {
      unknown.append("Whether the program sponsors \(visa.rawValue) visas is not known.")
    }
  }

  private static func needsVisa(_ applicant: Applicant) -> Bool {
    switch applicant.visa {
    case .j1?, .h1b?, .any?: true
    case VisaNeed.none?, nil: false
    }
  }
}
