import ApplicantFile
import MatchFacts

/// Grades, honours, counts and causes.
extension ClaimChecker {
  func checkGrades(_ sentence: Range<Int>, _ marking: inout DraftMarking) {
    let claims: [(grade: ClerkshipGrade, words: [String])] = [
      (.honors, ["honors", "honours", "honored", "honoured"]), (.highPass, ["high pass"]),
    ]
    for (grade, words) in claims {
      guard let found = first(of: words, in: sentence), !isSociety(found) else { continue }
      // "Honors in my clerkship and an away rotation" is several claims: each is checked.
      if let problem = internshipProblem(grade, sentence) ?? clerkshipProblem(grade, sentence) {
        if problem.isKnown {
          contradict(found, problem.message, &marking)
        } else {
          leaveOpen(found, problem.message, &marking)
        }
      }
    }
  }

  /// "Honor society", "would be honored" and "an honor" are no grades.
  private func isSociety(_ range: Range<Int>) -> Bool {
    ["society", "to", "if", "by", "that"].contains(word(range.upperBound))
      || ["be", "am", "was", "feel", "felt"].contains(word(range.lowerBound - 1))
  }

  private func clerkshipProblem(
    _ grade: ClerkshipGrade, _ sentence: Range<Int>
  ) -> (message: String, isKnown: Bool)? {
    guard first(of: ["clerkship*", "core rotation*"], in: sentence) != nil else { return nil }
    let target = applicant.specialties.first?.specialty
    let namesTarget = target.map { first(of: [Prose.specialty($0)], in: sentence) != nil } ?? false
    let own = applicant.clinical.targetClerkship
    let others = applicant.clinical.otherClerkships
    if namesTarget {
      guard let own else { return ("The file does not give that clerkship's grade.", false) }
      return own == grade
        ? nil : ("The file gives \(own.rawValue) for that clerkship.", true)
    }
    if own == grade || others?.contains(grade) == true { return nil }
    guard own != nil || others != nil else {
      return ("The file does not give your clerkship grades.", false)
    }
    guard others != nil else {
      return ("The file does not give the grades of your other clerkships.", false)
    }
    return ("No clerkship in the file has \(grade.rawValue).", true)
  }

  private func internshipProblem(
    _ grade: ClerkshipGrade, _ sentence: Range<Int>
  ) -> (message: String, isKnown: Bool)? {
    let kinds: [(kind: Rotation.Kind, words: [String], name: String)] = [
      (
        .subInternship,
        ["sub internship*", "subinternship*", "sub i", "sub is", "acting internship"],
        "sub-internship"
      ),
      (.away, ["away rotation*", "away elective*", "audition rotation*"], "away rotation"),
    ]
    for (kind, words, name) in kinds where first(of: words, in: sentence) != nil {
      guard let rotations = applicant.rotations else {
        return ("The file does not list a \(name).", false)
      }
      let ofKind = rotations.filter { $0.kind == kind }
      if ofKind.isEmpty { return ("The file lists no \(name).", true) }
      if ofKind.contains(where: { $0.grade == grade }) { continue }
      let isOpen = ofKind.contains { $0.grade == nil }
      return isOpen
        ? ("The file does not give that \(name)'s grade.", false)
        : ("No \(name) in the file has \(grade.rawValue).", true)
    }
    return nil
  }

  func checkHonours(_ marking: inout DraftMarking) {
    let societies: [(words: [String], isMember: Bool?, name: String)] = [
      (["alpha omega alpha", "aoa"], applicant.experiences.alphaOmegaAlpha, "Alpha Omega Alpha"),
      (["gold humanism", "ghhs"], applicant.experiences.goldHumanism, "Gold Humanism"),
    ]
    for society in societies {
      guard let found = first(of: society.words) else { continue }
      if society.isMember == false {
        contradict(found, "By the file you are not a member of \(society.name).", &marking)
      } else if society.isMember == nil {
        leaveOpen(found, "The file does not say that you are in \(society.name).", &marking)
      }
    }
    if applicant.scoreCause?.isResolved == false,
      let found = first(of: ["fully recovered", "is resolved", "is behind me", "i have recovered"])
    {
      contradict(found, "By the file it is not over.", &marking)
    }
  }

  func checkCounts(_ sentence: Range<Int>, _ marking: inout DraftMarking) {
    let counts: [(nouns: Set<String>, known: Int?, name: String)] = [
      (
        ["publication", "publications", "papers", "manuscripts"],
        applicant.experiences.publications, "publications, abstracts and presentations"
      ),
      (["letters"], applicant.letters.count, "letters"),
    ]
    for position in sentence {
      guard let claimed = number(position), claimed < 1000 else { continue }
      // "nine peer-reviewed publications": up to two words may stand between.
      let after = (1...3).map { word(position + $0) }
      for count in counts {
        guard let known = count.known, after.contains(where: count.nouns.contains) else { continue }
        if claimed > known {
          contradict(
            position..<(position + 1), "The file counts \(Prose.number(known)) \(count.name).",
            &marking)
        }
      }
      if let months = applicant.usClinicalMonths, ["month", "months"].contains(word(position + 1)),
        first(
          of: ["us clinical", "clinical experience", "usce", "in the united states"], in: sentence)
          != nil, claimed > months
      {
        contradict(
          position..<(position + 2),
          "The file counts \(Prose.count(months, "month")) of US clinical experience.", &marking)
      }
    }
  }

  /// A serious cause in the draft where the file names another, or none.
  func checkCause(_ marking: inout DraftMarking) {
    let kind = applicant.scoreCause?.kind
    for (cause, words) in checker.rules.causes.sorted(by: { $0.key < $1.key }) {
      for phrase in words.compactMap({ Phrase($0) }) {
        for match in draft.matches(phrase) {
          // A word such as "surgery" is a cause only beside the exam, or in the first person.
          let sentence = draft.sentences[draft.words[match.lowerBound].sentence]
          guard isAboutSelf(sentence), !isClinical(match) else { continue }
          switch kind {
          case .illness, .mentalHealth, .lifeEvent: break
          case .timing, .burnout, .schedule, .some(.none):
            contradict(
              match, "The file names \(kind?.rawValue ?? "no cause") as the cause, not \(cause).",
              &marking)
          case nil: leaveOpen(match, "The file names no cause.", &marking)
          }
        }
      }
    }
  }

  private func isAboutSelf(_ sentence: Range<Int>) -> Bool {
    let family = ["my father", "my mother", "my sister", "my brother", "my wife", "my husband"]
    let self_ = ["i had", "i was", "i needed", "i underwent", "i lost", "i got", "i suffered"]
    let isNamed = first(of: family + self_ + ["my illness", "my surgery"], in: sentence) != nil
    return isNamed || draft.contains(anyOf: checker.examPhrases, in: sentence)
  }

  /// "My surgery clerkship" is a grade's place, not a cause.
  private func isClinical(_ match: Range<Int>) -> Bool {
    let clinical: Set<String> = [
      "clerkship", "clerkships", "rotation", "rotations", "shelf", "residency", "residents", "team",
      "service", "attending", "attendings", "patients", "clinic", "call", "department",
    ]
    return clinical.contains(word(match.upperBound))
      || ["general", "plastic", "orthopaedic", "orthopedic", "in"].contains(
        word(match.lowerBound - 1))
  }
}
