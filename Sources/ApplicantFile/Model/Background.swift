public import MatchFacts

/// Which visa the applicant needs to train in the United States.
public enum VisaNeed: String, Sendable, Codable, Hashable, CaseIterable {
  /// Citizen, permanent resident or otherwise authorized to work.
  case none
  /// J-1, sponsored by ECFMG/Intealth.
  case j1 = "j-1"
  /// H-1B, sponsored by the hospital; needs Step 3.
  case h1b = "h-1b"
  /// Either J-1 or H-1B would do.
  case any
}

/// The medical school.
public struct School: Sendable, Hashable, Codable {
  /// Name, if given.
  public var name: String?
  /// Two-letter state of a US school.
  public var state: String?
  /// Whether the school is among the top tier by the applicant's own word; nil is unknown.
  public var isTopTier: Bool?

  /// A school.
  public init(name: String? = nil, state: String? = nil, isTopTier: Bool? = nil) {
    self.name = name
    self.state = state
    self.isTopTier = isTopTier
  }
}

/// A clerkship grade on the common four-step scale.
public enum ClerkshipGrade: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  /// Failed.
  case fail
  /// Passed.
  case pass
  /// High pass.
  case highPass = "high pass"
  /// Honors.
  case honors

  private var order: Int {
    switch self {
    case .fail: 0
    case .pass: 1
    case .highPass: 2
    case .honors: 3
    }
  }

  /// Worse grades are smaller.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.order < rhs.order }
}

/// What the third year says: grades, shelf exams, comments.
public struct ClinicalRecord: Sendable, Hashable, Codable {
  /// How the shelf exams went as a whole.
  public enum Shelf: String, Sendable, Codable, Hashable, CaseIterable {
    /// Mostly in the top third.
    case strong
    /// Around the middle.
    case average
    /// Mostly in the bottom third, or one barely passed.
    case marginal
    /// At least one failed.
    case failed
  }

  /// The tone of narrative comments in the MSPE and evaluations.
  public enum Comments: String, Sendable, Codable, Hashable, CaseIterable {
    /// Specific praise ("takes ownership", "top of the class").
    case outstanding
    /// Positive.
    case good
    /// Generic or thin.
    case neutral
    /// Reservations are expressed.
    case concerning
  }

  /// Grade in the target specialty's core clerkship.
  public var targetClerkship: ClerkshipGrade?
  /// Grades in the other core clerkships; nil is unknown.
  public var otherClerkships: [ClerkshipGrade]?
  /// Shelf exams.
  public var shelf: Shelf?
  /// Narrative comments.
  public var comments: Comments?

  /// Everything unknown.
  public init() {}
}

/// Letters of recommendation.
public struct Letters: Sendable, Hashable, Codable {
  /// How strong the letters are, as far as the applicant can tell.
  public enum Strength: String, Sendable, Codable, Hashable, CaseIterable {
    /// At least one writer known in the field says "among the best".
    case exceptional
    /// Specific and warm, from people who know the applicant.
    case strong
    /// Positive and generic.
    case average
    /// Lukewarm.
    case weak
  }

  /// How many letters there are or will be.
  public var count: Int?
  /// How many come from the target specialty.
  public var inSpecialty: Int?
  /// Strength of the best two.
  public var strength: Strength?

  /// Everything unknown.
  public init() {}
}

/// Something a program director may stop at.
public struct RedFlag: Sendable, Hashable, Codable {
  /// The kinds of red flag that the advice distinguishes.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// Professionalism concern or citation in the MSPE.
    case professionalism
    /// A failed course or clerkship.
    case failedCourse = "failed course"
    /// A repeated year.
    case repeatedYear = "repeated year"
    /// A leave of absence.
    case leave
    /// A gap without training or work in medicine.
    case gap
    /// A criminal record or misdemeanor that must be disclosed.
    case legal
    /// An earlier residency that was left or lost.
    case priorResidency = "prior residency"
    /// Went unmatched in an earlier season.
    case unmatchedBefore = "unmatched before"
    /// Anything else.
    case other
  }

  /// Kind.
  public var kind: Kind
  /// In the applicant's words; stays on the machine.
  public var note: String?

  /// A red flag.
  public init(kind: Kind, note: String? = nil) {
    self.kind = kind
    self.note = note
  }
}

/// What the applicant names as the cause of a lower score.
public struct ScoreCause: Sendable, Hashable, Codable {
  /// Kinds of cause.
  ///
  /// The first three are the ones worth explaining when contained and credible.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// Serious illness, own or of close family.
    case illness
    /// A documented mental-health crisis.
    case mentalHealth = "mental health"
    /// A death, disaster or other major life event.
    case lifeEvent = "life event"
    /// Preparation badly timed or too short.
    case timing
    /// Exhaustion.
    case burnout
    /// A heavy third-year schedule.
    case schedule
    /// Nothing that could be named.
    case none
  }

  /// Kind.
  public var kind: Kind
  /// Whether someone else can confirm it (a physician, a dean); nil is unknown.
  public var isDocumented: Bool?
  /// Whether it is over and will not recur; nil is unknown.
  public var isResolved: Bool?
  /// Whether it fell in the weeks before the exam; nil is unknown.
  public var affectedPreparation: Bool?
  /// In the applicant's words; used in composed texts.
  public var note: String?

  /// A cause.
  public init(
    kind: Kind, isDocumented: Bool? = nil, isResolved: Bool? = nil,
    affectedPreparation: Bool? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.isDocumented = isDocumented
    self.isResolved = isResolved
    self.affectedPreparation = affectedPreparation
    self.note = note
  }
}

/// Research, work, volunteering and honours, in the counts that Charting Outcomes uses.
public struct Experiences: Sendable, Hashable, Codable {
  /// Abstracts, presentations and publications together.
  public var publications: Int?
  /// Research experiences.
  public var research: Int?
  /// Work experiences.
  public var work: Int?
  /// Volunteer experiences.
  public var volunteer: Int?
  /// Leadership roles.
  public var leadership: Int?
  /// Member of Alpha Omega Alpha.
  public var alphaOmegaAlpha: Bool?
  /// Member of the Gold Humanism Honor Society.
  public var goldHumanism: Bool?

  /// Everything unknown.
  public init() {}
}

/// A sub-internship or away rotation.
public struct Rotation: Sendable, Hashable, Codable {
  /// Home or away.
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    /// Sub-internship at a home program.
    case subInternship = "sub-internship"
    /// Audition rotation elsewhere.
    case away
  }

  /// Kind.
  public var kind: Kind
  /// NRMP code of the program, if known.
  public var program: String?
  /// The specialty rotated in.
  public var specialty: Specialty?
  /// Grade or impression.
  public var grade: ClerkshipGrade?

  /// A rotation.
  public init(
    kind: Kind, program: String? = nil, specialty: Specialty? = nil, grade: ClerkshipGrade? = nil
  ) {
    self.kind = kind
    self.program = program
    self.specialty = specialty
    self.grade = grade
  }
}
