public import MatchFacts

/// Why the scores of a file could not be read.
public enum ScoreReadingError: Error, Sendable, Hashable {
  /// The file has neither Step 2 CK nor COMLEX Level 2.
  case noSecondExam
  /// The file names no specialty.
  case noSpecialty
  /// A specialty that the table of specialties lacks.
  case unknownSpecialty(Specialty)
}
