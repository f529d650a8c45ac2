import ApplicantFile
import MatchFacts

/// SplitMix64: small, seeded, good enough to vary test data.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RandomNumberGenerator {
  fileprivate mutating func chance() -> Bool { Bool.random(using: &self) }

  fileprivate mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
    chance() ? value(&self) : nil
  }

  fileprivate mutating func some<Value>(_ value: (inout Self) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in value(&self) }
  }

  fileprivate mutating func pick<Value: CaseIterable & Hashable>(_ type: Value.Type) -> Value
  where Value.AllCases == [Value] {
    let all = Value.allCases
    return all[Int.random(in: 0..<all.count, using: &self)]
  }

  fileprivate mutating func text() -> String {
    let words = [
      "none", "unknown", "yes", "a: b", "# x", "*star", "&amp", "Zoë", "😀", "\"quoted\"", "it's",
      "line\nbreak", "tab\t.", " lead", "trail ", "- dash", "{x}", "[y]", "100%", "0x1F", "1e3",
      "back\\slash", "\u{2028}", "\u{85}", "plain words", "~", "@at", "`tick`", "!tag", "?", "|",
      ">",
    ]
    return (0..<Int.random(in: 1...3, using: &self))
      .map { _ in words[Int.random(in: 0..<words.count, using: &self)] }.joined(separator: " ")
  }

  fileprivate mutating func code() -> String {
    String(Int.random(in: 1_000_000...1_999_999, using: &self)) + "C0"
  }

  fileprivate mutating func state() -> String {
    ["NO", "TX", "NY", "OR", "ON"][Int.random(in: 0..<5, using: &self)]
  }

  fileprivate mutating func day() -> CalendarDate {
    TestDay.of(
      Int.random(in: 2010...2024, using: &self), Int.random(in: 1...12, using: &self),
      Int.random(in: 1...28, using: &self))
  }

  fileprivate mutating func share() -> Double { Double.random(in: 0...1, using: &self) }
}

extension Applicant {
  /// An applicant with any mixture of known and unknown fields that a file may hold.
  static func random(using random: inout SeededGenerator) -> Applicant {
    var applicant = Applicant(
      type: random.pick(ApplicantType.self),
      step2CK: ExamResult(
        score: Int.random(in: 1...300, using: &random), date: random.maybe { $0.day() },
        attempts: random.maybe { Int.random(in: 1...4, using: &$0) }),
      specialties: (0...2).map { number in
        var target = TargetSpecialty(specialty: Specialty("Field \(number) \(random.text())"))
        if number == 0 || random.chance() { target.weight = random.share() + 1e-9 }
        if random.chance() { target.tracks = [.preliminary, .primaryCare] }
        target.weight = min(1, target.weight)
        return target
      })
    applicant.addPerson(using: &random)
    applicant.addRecord(using: &random)
    applicant.addWishes(using: &random)
    return applicant
  }

  private mutating func addPerson(using random: inout SeededGenerator) {
    season = random.maybe { Int.random(in: 2024...2027, using: &$0) }
    name = random.maybe { $0.text() }
    graduationYear = random.maybe { Int.random(in: 2000...2024, using: &$0) }
    isSenior = graduationYear == nil ? random.maybe { $0.chance() } : random.maybe { _ in false }
    visa = random.maybe { $0.pick(VisaNeed.self) }
    school = School(
      name: random.maybe { $0.text() }, state: random.maybe { $0.state() },
      isTopTier: random.maybe { $0.chance() })
    step1 = random.maybe { random in
      ExamResult(
        score: random.maybe { Int.random(in: 1...300, using: &$0) },
        date: random.maybe { $0.day() }, attempts: random.maybe { _ in 1 })
    }
    if type == .usDO {
      comlexLevel1 = random.maybe { random in
        ExamResult(score: random.maybe { Int.random(in: 9...999, using: &$0) })
      }
      comlexLevel2 = random.maybe { ExamResult(score: Int.random(in: 9...999, using: &$0)) }
    }
  }

  private mutating func addRecord(using random: inout SeededGenerator) {
    clinical.targetClerkship = random.maybe { $0.pick(ClerkshipGrade.self) }
    clinical.otherClerkships = random.maybe { $0.some { $0.pick(ClerkshipGrade.self) } }
    clinical.shelf = random.maybe { $0.pick(ClinicalRecord.Shelf.self) }
    clinical.comments = random.maybe { $0.pick(ClinicalRecord.Comments.self) }
    letters.inSpecialty = random.maybe { Int.random(in: 0...3, using: &$0) }
    letters.count = random.maybe { Int.random(in: 3...5, using: &$0) }
    letters.strength = random.maybe { $0.pick(Letters.Strength.self) }
    redFlags = random.maybe { random in
      random.chance()
        ? [] : [RedFlag(kind: .other, note: random.text()), RedFlag(kind: .repeatedYear)]
    }
    scoreCause = random.maybe { random in
      ScoreCause(
        kind: random.pick(ScoreCause.Kind.self), isDocumented: random.maybe { $0.chance() },
        isResolved: random.maybe { $0.chance() },
        affectedPreparation: random.maybe { $0.chance() }, note: random.maybe { $0.text() })
    }
    experiences.publications = random.maybe { Int.random(in: 0...40, using: &$0) }
    experiences.work = random.maybe { Int.random(in: 0...9, using: &$0) }
    experiences.alphaOmegaAlpha = random.maybe { $0.chance() }
    experiences.goldHumanism = random.maybe { $0.chance() }
    rotations = random.maybe { random in
      random.some { random in
        Rotation(
          kind: random.pick(Rotation.Kind.self), program: random.maybe { $0.code() },
          specialty: random.maybe { Specialty($0.text()) },
          grade: random.maybe { $0.pick(ClerkshipGrade.self) })
      }
    }
    usClinicalMonths = random.maybe { Int.random(in: 0...24, using: &$0) }
    homePrograms = random.maybe { $0.some { $0.code() } }
    tieStates = random.some { $0.state() }
  }

  private mutating func addWishes(using random: inout SeededGenerator) {
    wishes.statesWanted = random.some { $0.state() }
    wishes.citiesWanted = random.some { $0.text() }
    wishes.settingsWanted = random.some { $0.pick(Wishes.Setting.self) }
    if random.chance() { wishes.standing = random.share() }
    if random.chance() { wishes.placeWeight = random.share() }
    wishes.mustHave = random.some { $0.code() }
    limits.budget = random.maybe { Int.random(in: 0...9000, using: &$0) }
    limits.applications = random.maybe { Int.random(in: 3...300, using: &$0) }
    limits.interviews = random.maybe { Int.random(in: 0...30, using: &$0) }
    limits.feeAssistance = random.chance()
    partnerFile = random.maybe { $0.text() }
    if partnerFile != nil {
      coupleWishes.together = random.maybe { $0.share() }
      coupleWishes.commuteMiles = random.maybe { Int.random(in: 0...500, using: &$0) }
      coupleWishes.sameState = random.maybe { $0.share() }
      coupleWishes.ownWeight = random.maybe { $0.share() }
      coupleWishes.alone = random.maybe { $0.share() }
    }
    let codes = Set(random.some { $0.code() }).sorted()
    currentList = codes.map {
      ListedProgram(program: $0, signal: random.pick(ListedProgram.Signal.self))
    }
    for code in Set(random.some { $0.code() }).sorted() { programUtilities[code] = random.share() }
    aim = random.chance() ? .balanced : .mix(random.share())
  }
}
