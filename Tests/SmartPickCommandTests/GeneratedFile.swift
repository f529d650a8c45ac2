import Advising
import ApplicantFile
import Foundation
import Handbook
import MatchFacts
import MatchOdds
import Testing

/// Applicants' files as different as chance makes them, the same on every run.
struct GeneratedFile: Sendable, CustomTestStringConvertible {
  /// The facts that the tests ask about.
  var type: String
  var isGraduate: Bool
  var step1: Int?
  var step1Attempts = 1
  var step2CK: Int
  var step2Attempts = 1
  var flags: [String] = []
  var specialties: [String]
  private var rest: [String] = []

  private static let fields = [
    "Internal Medicine", "Family Medicine", "Psychiatry", "General Surgery", "Dermatology",
    "Neurology", "Pediatrics", "Emergency Medicine", "Anesthesiology", "Orthopaedic Surgery",
  ]
  private static let allFlags = [
    "gap", "legal", "professionalism", "leave", "repeated year", "unmatched before",
  ]

  /// The file of a number.
  init(_ number: Int) {
    var random = Seeded(state: UInt64(number) &* 0xD1B5_4A32_D192_ED03)
    for _ in 0..<3 { _ = random.next() }
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    type = pick(["us-md", "us-do", "us-img", "non-us-img"])
    isGraduate = pick([true, false])
    step2CK = Int.random(in: 219...268, using: &random)
    step1 = pick([nil, Int.random(in: 200...262, using: &random)])
    if step1 != nil, pick([true, false, false, false]) { step1Attempts = 2 }
    if pick([true, false, false, false, false]) { step2Attempts = 2 }
    let first = pick(Self.fields)
    let second = pick(Self.fields)
    specialties = first == second || pick([true, false, false]) ? [first] : [first, second]
    for flag in Self.allFlags
    where Int.random(in: 0..<7, using: &random) == 0 && (isGraduate || flag != "unmatched before") {
      flags.append(flag)
    }
    if type.hasSuffix("img"), pick([true, false]) { rest.append("visa: j-1") }
    if pick([true, false]) {
      rest.append("letters: {count: 3, in_specialty: 2, strength: strong}")
    }
    if pick([true, false]) { rest.append("clinical: {target_clerkship: honors, shelf: strong}") }
    if pick([true, false]) { rest.append("limits: {applications: 30}") }
    if pick([true, false]) { rest.append("wishes: {standing: 0.2}") }
  }

  /// The same file, changed.
  func with(_ change: (inout GeneratedFile) -> Void) -> GeneratedFile {
    var file = self
    change(&file)
    return file
  }

  /// The file as its owner would write it.
  var text: String {
    var lines = ["type: \(type)", isGraduate ? "graduation_year: 2021" : "senior: yes"]
    lines.append(
      step1.map { "step1: {score: \($0), attempts: \(step1Attempts)}" } ?? "step1: pass")
    lines.append("step2ck: {score: \(step2CK), date: 2026-06-10, attempts: \(step2Attempts)}")
    lines.append("red_flags: [\(flags.joined(separator: ", "))]")
    lines.append("specialties: [\(specialties.joined(separator: ", "))]")
    return (lines + rest).joined(separator: "\n") + "\n"
  }

  var testDescription: String { text.split(separator: "\n").joined(separator: "; ") }

  /// The advice on the file.
  func advice() throws -> Advice {
    let advisor = try Self.opened.get()
    let day = try #require(CalendarDate("2026-09-10"))
    let checks = advisor.handbook.checks
    let applicant = try ApplicantFile.parse(
      text, fileName: "generated.yaml", rules: checks.rules(asOf: day), names: checks.names
    ).applicant
    return try advisor.advise(applicant, .init(asOf: day, comparesScenarios: false))
  }

  private static let opened = Result { () throws -> Advisor in
    let facts = try MatchFacts.load()
    return try Advisor(
      try Handbook(facts: facts, parameters: try OddsParameters.shipped()),
      rules: try AdviceRules.load())
  }

  /// SplitMix64.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
