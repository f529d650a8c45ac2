import MatchFacts
import Yams

/// Single values: each reader answers nil for unknown, and for a wrong value after reporting it.
extension NodeDecoder {
  /// Free text.
  mutating func string(_ section: Section, _ key: String) -> String? {
    guard let node = node(section, key) else { return nil }
    return text(of: node, section.path(key), accepted: "text")
  }

  /// A whole number within a range.
  mutating func integer(
    _ section: Section, _ key: String, _ range: ClosedRange<Int>, unit: String = "",
    note: String? = nil
  ) -> Int? {
    guard let node = node(section, key) else { return nil }
    return integer(node, section.path(key), range, unit: unit, note: note)
  }

  /// A whole number within a range, from a node.
  ///
  /// - Parameter stated: the range that messages name, where a later check is narrower.
  mutating func integer(
    _ node: Node, _ path: String, _ range: ClosedRange<Int>, unit: String = "",
    note: String? = nil, stated: ClosedRange<Int>? = nil
  ) -> Int? {
    let named = stated ?? range
    let accepted =
      "a whole number from \(named.lowerBound) to \(named.upperBound)"
      + (unit.isEmpty ? "" : " \(unit)") + (note.map { " (\($0))" } ?? "")
    guard let text = text(of: node, path, accepted: accepted) else { return nil }
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else {
      report(
        .wrongType, path, at: node, "this wants a number, and \(Self.quoted(text)) is in quotes",
        accepted: accepted, remedy: "remove the quotation marks")
      return nil
    }
    guard let number = Int(text) else {
      report(
        .wrongType, path, at: node, "\(Self.quoted(text)) is not a whole number",
        accepted: accepted, remedy: Self.numberRemedy(text))
      return nil
    }
    guard range.contains(number) else {
      report(
        .outOfRange, path, at: node, "\(number) is out of range", accepted: accepted,
        remedy: "correct the number, or remove the line if it is not known")
      return nil
    }
    return number
  }

  private static func numberRemedy(_ text: String) -> String {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count <= 6, !text.contains(".") {
      return "write only the digits, as in \(digits)"
    }
    return "write digits, or remove the line if it is not known"
  }

  /// A share between 0 and 1, also as a percentage.
  mutating func share(_ section: Section, _ key: String) -> Double? {
    guard let node = node(section, key) else { return nil }
    return share(node, section.path(key))
  }

  /// A share between 0 and 1, from a node; `alternatives` are words that were accepted as well.
  mutating func share(_ node: Node, _ path: String, alternatives: [String] = []) -> Double? {
    let choices = alternatives.map { "\($0), " }.joined()
    let accepted = "\(choices)a number from 0 to 1, or a percentage such as 40%"
    guard let text = text(of: node, path, accepted: accepted) else { return nil }
    let isPercent = text.hasSuffix("%")
    guard let number = Double(isPercent ? String(text.dropLast()) : text), number.isFinite else {
      report(
        .wrongType, path, at: node, "\(Self.quoted(text)) is not a number", accepted: accepted)
      return nil
    }
    let value = isPercent ? number / 100 : number
    guard (0...1).contains(value) else {
      report(
        .outOfRange, path, at: node, "\(text) is out of range", accepted: accepted,
        remedy: (1...100).contains(value) ? "write \(text)% if you mean a percentage" : nil)
      return nil
    }
    return value
  }

  /// Yes or no.
  mutating func boolean(_ section: Section, _ key: String) -> Bool? {
    guard let node = node(section, key) else { return nil }
    let path = section.path(key)
    guard let text = text(of: node, path, accepted: "yes or no") else { return nil }
    switch text.lowercased() {
    case "yes", "true", "y": return true
    case "no", "false", "n": return false
    default:
      report(
        .wrongType, path, at: node, "\(Self.quoted(text)) is neither yes nor no",
        accepted: "yes or no", remedy: "write `\(key): yes` or `\(key): no`")
      return nil
    }
  }

  /// A day, not after the day of the advice.
  mutating func pastDay(_ section: Section, _ key: String) -> CalendarDate? {
    guard let day = day(section, key) else { return nil }
    guard day <= rules.asOf else {
      report(
        .contradiction, section.path(key), at: node(section, key),
        "\(day) is after \(rules.asOf), the day of this advice, so there can be no result yet",
        accepted: "a day as 2025-06-30, or a month as 2025-06",
        remedy: "correct the date, or write `score: pending` until there is a result")
      return nil
    }
    return day
  }

  /// A day, past or to come.
  mutating func day(_ section: Section, _ key: String) -> CalendarDate? {
    guard let node = node(section, key) else { return nil }
    let path = section.path(key)
    let accepted = "a day as 2025-06-30, or a month as 2025-06"
    guard let text = text(of: node, path, accepted: accepted) else { return nil }
    guard let day = CalendarDate(fileText: text) else {
      report(
        .wrongType, path, at: node, "\(Self.quoted(text)) is not a day of the calendar",
        accepted: accepted, remedy: "write year, month and day in this order, with hyphens")
      return nil
    }
    guard day.year >= 1950 else {
      report(.outOfRange, path, at: node, "\(text) is too long ago", accepted: accepted)
      return nil
    }
    return day
  }

  /// One of a set of words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ section: Section, _ key: String, _ type: Choice.Type, also: [String: Choice] = [:]
  ) -> Choice? where Choice.RawValue == String {
    guard let node = node(section, key) else { return nil }
    return choice(node, section.path(key), type, also: also)
  }

  /// One of a set of words, from a node; `also` holds further spellings.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node, _ path: String, _ type: Choice.Type, also: [String: Choice] = [:]
  ) -> Choice? where Choice.RawValue == String {
    let accepted = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    guard let text = text(of: node, path, accepted: accepted) else { return nil }
    let written = Self.canonicalKey(text)
    if let found = Choice.allCases.first(where: { Self.canonicalKey($0.rawValue) == written }) {
      return found
    }
    if let found = also[written] { return found }
    let near = Spelling.nearest(
      to: written, among: Choice.allCases.map { Self.canonicalKey($0.rawValue) })
    let original = Choice.allCases.first { Self.canonicalKey($0.rawValue) == near }?.rawValue
    report(
      .unknownValue, path, at: node, "\(Self.quoted(text)) is not one of the choices",
      accepted: accepted, remedy: original.map { "did you mean `\($0)`?" })
    return nil
  }

  /// A specialty's name or short form.
  mutating func specialty(_ node: Node, _ path: String) -> Specialty? {
    let accepted = "a specialty as in the program directory, such as Internal Medicine"
    guard let text = text(of: node, path, accepted: accepted) else { return nil }
    if let found = names.specialty(named: text) { return found }
    let near = names.specialtySuggestions(for: text)
    report(
      .unknownValue, path, at: node, "there is no specialty \(Self.quoted(text))",
      accepted: accepted,
      remedy: near.isEmpty
        ? "see the names with `smartpick facts list --specialties`"
        : "did you mean \(near.prefix(3).joined(separator: ", or "))?")
    return nil
  }

  /// A two-letter state or territory.
  mutating func state(_ node: Node, _ path: String) -> String? {
    let accepted = "a two-letter postal abbreviation, such as TX"
    guard let text = text(of: node, path, accepted: accepted) else { return nil }
    let state = text.uppercased()
    let isTwoLetters = state.utf8.count == 2 && state.utf8.allSatisfy { (65...90).contains($0) }
    guard isTwoLetters, names.isState(state) ?? true else {
      report(
        .unknownValue, path, at: node, "\(Self.quoted(text)) is not a state", accepted: accepted)
      return nil
    }
    return state
  }

  /// A program's code.
  mutating func programCode(_ node: Node, _ path: String) -> String? {
    let accepted = "an NRMP program code such as 1313120C0"
    guard let text = text(of: node, path, accepted: accepted) else { return nil }
    let code = text.uppercased()
    let isCode =
      (7...12).contains(code.utf8.count)
      && code.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    guard isCode else {
      report(
        .wrongType, path, at: node, "\(Self.quoted(text)) is not a program code",
        accepted: accepted, remedy: "find the code with `smartpick programs search`")
      return nil
    }
    guard names.hasProgram(code: code) ?? true else {
      report(
        .unknownValue, path, at: node, "no program in the directory has the code \(code)",
        accepted: accepted, remedy: "find the code with `smartpick programs search`")
      return nil
    }
    return code
  }

  /// A value in quotation marks, cut to a readable length.
  static func quoted(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 ? "‘\(line.prefix(40))…’" : "‘\(line)’"
  }
}
