import MatchFacts

/// A value of an applicant's file as it is written, before it becomes text.
enum FileValue: Equatable {
  /// A word or number that needs no quotes.
  case plain(String)
  /// Free text, quoted where YAML needs it.
  case text(String)
  /// A list; lists of words stand on one line, lists of sections below each other.
  case list([FileValue])
  /// Keys and values in order.
  case section([Entry])

  struct Entry: Equatable {
    var key: String
    var value: FileValue
  }

  static func integer(_ number: Int?) -> FileValue? { number.map { .plain(String($0)) } }

  static func number(_ number: Double) -> FileValue {
    if let whole = Int(exactly: number) { return .plain(String(whole)) }
    return .plain("\(number)")
  }

  static func truth(_ value: Bool?) -> FileValue? { value.map { .plain($0 ? "yes" : "no") } }

  static func word<Word: RawRepresentable>(_ word: Word?) -> FileValue?
  where Word.RawValue == String {
    word.map { .plain($0.rawValue) }
  }

  static func day(_ day: CalendarDate?) -> FileValue? { day.map { .plain($0.description) } }

  static func text(_ text: String?) -> FileValue? { text.map { .text($0) } }

  /// A list of which "empty" is a statement ("none") and nil is unknown.
  static func stated(_ values: [FileValue]?) -> FileValue? {
    values.map { $0.isEmpty ? .plain("none") : .list($0) }
  }

  /// A list of which "empty" says nothing.
  static func wished(_ values: [FileValue]) -> FileValue? { values.isEmpty ? nil : .list(values) }

  /// A section of the entries that have a value; nil when none has.
  static func section(_ entries: [(String, FileValue?)]) -> FileValue? {
    let present = entries.compactMap { key, value in value.map { Entry(key: key, value: $0) } }
    return present.isEmpty ? nil : .section(present)
  }
}
