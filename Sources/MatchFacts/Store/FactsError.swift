public import DelimitedText

/// Why the published facts could not be read.
public enum FactsError: Error, Sendable, Hashable {
  /// A file that ships with the program was not found; where it was looked for.
  case fileNotFound(name: String, searched: [String], remedy: String)
  /// A variable of the environment names a file or folder that is not there.
  case namedMissing(variable: String, path: String, accepted: String)
  /// A file could not be opened or read.
  case unreadable(path: String, reason: String)
  /// A file could not be written.
  case unwritable(path: String, reason: String)
  /// A table is malformed: syntax, columns, types or ranges.
  case malformed(DelimitedTextError)
  /// A value that must be unique appears again.
  case duplicate(file: String, line: Int, field: String, value: String, firstLine: Int)
  /// A table names a specialty that neither the list of specialties nor the aliases know.
  case unknownSpecialty(file: String, line: Int, name: String, nearest: [String])
  /// A row has no source.
  case missingSource(file: String, line: Int)
  /// Two figures of a table contradict each other.
  case inconsistent(file: String, line: Int, explanation: String)
  /// A table that is left out on purpose.
  case withheld(table: String)
}

extension FactsError: CustomStringConvertible {
  /// What is wrong, where, and how to mend it.
  public var description: String {
    switch self {
    case .fileNotFound(let name, let searched, let remedy):
      let places =
        searched.isEmpty
        ? "the system does not say where the program lies"
        : "looked at " + searched.joined(separator: ", ")
      return "\(name) was not found; \(places); \(remedy)"
    case .namedMissing(let variable, let path, let accepted):
      return "\(variable): there is nothing at \(path); accepted: \(accepted); set it right, or "
        + "unset it for what ships with the program"
    case .unreadable(let path, let reason):
      return "\(path): cannot be read: \(reason)"
    case .unwritable(let path, let reason):
      return "\(path): cannot be written: \(reason)"
    case .malformed(let error):
      return error.description
    case .duplicate(let file, let line, let field, let value, let firstLine):
      return "\(file):\(line): ‘\(field)’ must be unique, but ‘\(value)’ is already on line "
        + "\(firstLine)"
    case .unknownSpecialty(let file, let line, let name, let nearest):
      let hint =
        nearest.isEmpty ? "" : "; nearest: " + nearest.joined(separator: ", ")
      return "\(file):\(line): ‘\(name)’ is not a known specialty\(hint); "
        + "add it to specialty_aliases.csv"
    case .missingSource(let file, let line):
      return "\(file):\(line): the row names no source; every figure needs one"
    case .withheld(let table):
      return "\(table) is left out"
    case .inconsistent(let file, let line, let explanation):
      return "\(file):\(line): \(explanation)"
    }
  }
}
