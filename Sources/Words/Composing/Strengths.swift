import ApplicantFile
import MatchFacts

/// What the file can show for the applicant's clinical work, in words, best first.
///
/// Every phrase rests on a field of the file; nothing is said that the file does not.
struct Strengths {
  /// What was graded honors, as "my internal medicine clerkship".
  var honors: [String] = []
  /// What was graded high pass.
  var highPasses: [String] = []
  /// Other evidence, as "my clerkship evaluations".
  var others: [String] = []
  /// Fields that would have given evidence and are unknown.
  var missing: [String] = []

  init(_ applicant: Applicant) {
    let target = applicant.specialties.first?.specialty
    add(applicant.clinical, target: target)
    add(applicant.rotations, target: target)
    addOthers(applicant)
  }

  private mutating func add(_ clinical: ClinicalRecord, target: Specialty?) {
    let field = target.map { Prose.specialty($0) + " " } ?? ""
    switch clinical.targetClerkship {
    case .honors: honors.append("my \(field)clerkship")
    case .highPass: highPasses.append("my \(field)clerkship")
    case .pass, .fail: break
    case nil: missing.append("clinical.target_clerkship: the grade in your target specialty")
    }
    let number = clinical.otherClerkships?.count { $0 == .honors } ?? 0
    if number > 0 {
      let noun = number == 1 ? "clerkship" : "clerkships"
      let isKnown = clinical.targetClerkship == .honors
      honors.append("\(Prose.number(number)) \(isKnown ? "other " : "")\(noun)")
    }
  }

  private mutating func add(_ rotations: [Rotation]?, target: Specialty?) {
    guard let rotations else {
      missing.append("rotations: sub-internships and away rotations with their grades")
      return
    }
    let inField = rotations.filter { $0.specialty == nil || $0.specialty == target }
    for (grade, isHonors) in [(ClerkshipGrade.honors, true), (.highPass, false)] {
      let internships = inField.count { $0.kind == .subInternship && $0.grade == grade }
      let aways = inField.count { $0.kind == .away && $0.grade == grade }
      var phrases: [String] = []
      if internships > 0 {
        phrases.append(
          internships == 1 ? "my sub-internship" : "\(Prose.number(internships)) sub-internships")
      }
      if aways > 0 {
        phrases.append(aways == 1 ? "my away rotation" : "\(Prose.number(aways)) away rotations")
      }
      if isHonors {
        // The latest and hardest work comes right after the clerkship.
        honors.insert(contentsOf: phrases, at: min(1, honors.count))
      } else {
        highPasses.append(contentsOf: phrases)
      }
    }
  }

  private mutating func addOthers(_ applicant: Applicant) {
    switch applicant.firstYear {
    case .current: others.append("my work as a resident this year")
    case .completed: others.append("my first year of residency")
    case nil, .some: break
    }
    switch applicant.clinical.comments {
    case .outstanding, .good: others.append("my clerkship evaluations")
    case .neutral, .concerning: break
    case nil: missing.append("clinical.comments: the tone of your evaluations")
    }
    switch applicant.letters.strength {
    case .exceptional, .strong:
      let inField = applicant.letters.inSpecialty ?? 0
      others.append(
        inField > 1
          ? "the letters of attendings in the field"
          : "the letters of attendings I have worked with")
    case .average, .weak: break
    case nil: missing.append("letters.strength: how strong your letters are")
    }
    if applicant.clinical.shelf == .strong { others.append("my shelf exams") }
    if applicant.experiences.goldHumanism == true {
      others.append("my election to the Gold Humanism Honor Society")
    }
  }

  /// Evidence as the subject of a sentence.
  struct Evidence {
    /// "honors in my clerkship and my sub-internship".
    var phrase: String
    /// Whether the verb after it is plural.
    var isPlural: Bool

    /// The phrase and "show" or "shows".
    var shows: String { "\(phrase) \(isPlural ? "show" : "shows")" }
  }

  /// The best evidence, at most so many items; nil when the file shows none.
  func best(_ limit: Int = 3) -> Evidence? {
    if !honors.isEmpty {
      return Evidence(
        phrase: "honors in " + Prose.list(Array(honors.prefix(limit))), isPlural: true)
    }
    if !others.isEmpty {
      let items = Array(others.prefix(limit))
      return Evidence(
        phrase: Prose.list(items), isPlural: items.count > 1 || !items[0].hasPrefix("my election"))
    }
    if !highPasses.isEmpty {
      return Evidence(
        phrase: "a high pass in " + Prose.list(Array(highPasses.prefix(limit))), isPlural: false)
    }
    return nil
  }

  /// Where the work can be seen, beyond the grades of `best`.
  func alsoSeen(_ limit: Int = 2) -> String? {
    guard !honors.isEmpty, !others.isEmpty else { return nil }
    return Prose.list(Array(others.prefix(limit)))
  }
}
