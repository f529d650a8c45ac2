public import Handbook
public import MatchFacts
import ScoreReading

/// Why no advice could be given.
public enum AdviceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The published facts or a rule file could not be read.
  case data(String)
  /// The file has neither Step 2 CK nor COMLEX Level 2.
  case noSecondExam
  /// No program is left after limits, refusals and requirements.
  case noPrograms(String)
  /// Limits that no list can obey.
  case limits(String)
  /// The file names a Match of which no calendar is published.
  case season(SeasonError)
  /// A specialty was asked for that the file does not name.
  case notInFile(Specialty, named: [Specialty])
  /// What is wrong with the partner's file, in the words of the error it met.
  case partner(name: String, String)

  /// Why scores could not be read, as a reason why no advice could be given.
  init(_ error: ScoreReadingError) {
    switch error {
    case .noSecondExam: self = .noSecondExam
    case .noSpecialty:
      self = .data("the file names no specialty; give one (specialties: [Internal Medicine])")
    case .unknownSpecialty(let specialty):
      self = .data("specialties.csv: \(specialty.name) is not among the specialties")
    }
  }

  /// What is wrong and how to mend it.
  public var description: String {
    switch self {
    case .data(let text): text
    case .noSecondExam:
      "the file has neither a Step 2 CK nor a COMLEX Level 2-CE score; give one, since the answer "
        + "starts from it (step2ck: 245; `step2ck: pending` is answered by `smartpick advise`)"
    case .noPrograms(let text): text
    case .limits(let text): text
    case .season(let error): "\(error)"
    case .notInFile(let specialty, let named):
      "the file does not apply in \(specialty); it names "
        + named.map(\.name).joined(separator: ", ")
    case .partner(let name, let text): "the partner's file (\(name)): \(text)"
    }
  }
}
