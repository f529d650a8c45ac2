import ApplicantFile
import MatchFacts

/// A catalog with a handful of names, enough to show aliases and suggestions.
struct SmallCatalog: NameCatalog {
  static let names = [
    "im": "Internal Medicine", "internal medicine": "Internal Medicine",
    "fm": "Family Medicine", "family medicine": "Family Medicine",
    "derm": "Dermatology", "dermatology": "Dermatology",
    "psychiatry": "Psychiatry", "pediatrics": "Pediatrics",
  ]

  func specialty(named name: String) -> Specialty? {
    Self.names[name.lowercased()].map { Specialty($0) }
  }

  func specialtySuggestions(for name: String) -> [String] {
    let first = name.lowercased().first
    return Set(Self.names.values).filter { $0.lowercased().first == first }.sorted()
  }

  func hasProgram(code: String) -> Bool? { !code.hasPrefix("9999") }
  func isState(_ abbreviation: String) -> Bool? { abbreviation != "ZZ" }
}

enum Rules {
  /// Rules with figures like the published ones; the day of the article's season.
  static let usual: FileRules = {
    var rules = FileRules(asOf: TestDay.of(2025, 9, 1))
    rules.step1PassFailSince = TestDay.of(2022, 1, 26)
    rules.level1PassFailSince = TestDay.of(2022, 5, 10)
    rules.step1PassMarks = [.init(from: nil, score: 194)]
    rules.step2CKPassMarks = [
      .init(from: nil, score: 189), .init(from: TestDay.of(2014, 7), score: 209),
      .init(from: TestDay.of(2022, 7), score: 214),
      .init(from: TestDay.of(2025, 7), score: 218),
    ]
    return rules
  }()
}

func read(_ text: String) throws -> ApplicantFile {
  try ApplicantFile.parse(text, fileName: "me.yaml", rules: Rules.usual, names: SmallCatalog())
}

/// The problems of a text that must not be accepted.
func problems(_ text: String) -> [FileProblem] {
  do {
    _ = try read(text)
    return []
  } catch let error as ApplicantFileError {
    return error.problems
  } catch {
    return []
  }
}

/// A smallest accepted file, with more lines.
func minimal(_ more: String = "") -> String {
  "type: us-md\nstep2ck: 245\nspecialties: [IM]\n\(more)\n"
}

/// Days that a test knows to exist.
enum TestDay {
  static func of(_ year: Int, _ month: Int, _ day: Int = 1) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is not in the calendar")
    }
    return date
  }
}
