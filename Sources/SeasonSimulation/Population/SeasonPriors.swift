import DelimitedText
import Foundation
public import MatchFacts

/// What a season starts from where no table of the facts says it: assumptions, pooled figures and
/// first guesses that the fit moves.
///
/// The product's resource `season-priors.csv`, one figure a row with its basis and source; some
/// stand once for each group of applicants.
public struct SeasonPriors: Sendable, Hashable {
  private struct Key: Hashable {
    var figure: Figure
    var group: SeasonGroup?
  }

  private var values: [Key: Double] = [:]

  /// Reads the table; every figure must be there once, with its basis and source.
  public init(bytes: [UInt8], name: String) throws(FactsError) {
    do {
      try read(try DelimitedTable(bytes, name: name))
    } catch let error as FactsError {
      throw error
    } catch let error as DelimitedTextError {
      throw .malformed(error)
    } catch {
      throw .unreadable(path: name, reason: "\(error)")
    }
    try checkCompleteness(name)
  }

  private mutating func read(_ table: DelimitedTable) throws {
    let quantity = try table.column("quantity")
    let group = try table.column("group")
    let value = try table.column("value")
    let basis = try table.column("basis")
    let source = try table.column("source")
    var lines: [Key: Int] = [:]
    for record in table {
      let name = try record.requiredText(quantity)
      guard let figure = Figure(rawValue: name) else {
        let known = Figure.allCases.map(\.rawValue).joined(separator: ", ")
        throw record.badValue(quantity, accepted: "one of \(known)")
      }
      let key = Key(figure: figure, group: try Self.group(record, group, of: figure))
      guard FigureBasis(rawValue: try record.requiredText(basis)) != nil else {
        throw record.badValue(basis, accepted: "published, fitted or assumption")
      }
      guard try record.optionalText(source) != nil else {
        throw FactsError.missingSource(file: record.file, line: record.line)
      }
      if let first = lines[key] {
        throw FactsError.duplicate(
          file: record.file, line: record.line, field: "quantity", value: name, firstLine: first)
      }
      lines[key] = record.line
      values[key] = try record.double(value, in: -1000...1000)
    }
  }

  private static func group(
    _ record: DelimitedRecord, _ column: Int, of figure: Figure
  ) throws -> SeasonGroup? {
    let name = try record.optionalText(column)
    if figure.groups.isEmpty, name == nil { return nil }
    guard let group = name.flatMap(SeasonGroup.init(name:)), figure.groups.contains(group) else {
      let names = figure.groups.map(\.name).joined(separator: ", ")
      throw record.badValue(column, accepted: names.isEmpty ? "an empty field" : "one of \(names)")
    }
    return group
  }

  private func checkCompleteness(_ name: String) throws(FactsError) {
    for figure in Figure.allCases {
      let groups: [SeasonGroup?] = figure.groups.isEmpty ? [nil] : figure.groups
      for group in groups where values[Key(figure: figure, group: group)] == nil {
        let whom = group.map { " of \($0.name)" } ?? ""
        throw .unreadable(
          path: name, reason: "'\(figure.rawValue)'\(whom) is missing; every figure needs a row")
      }
    }
  }

  /// Reads a file.
  public static func load(path: String) throws(FactsError) -> SeasonPriors {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FactsError.unreadable(
        path: path, reason: "give the path of a table of first guesses, season-priors.csv")
    }
    return try SeasonPriors(bytes: [UInt8](data), name: path)
  }

  /// The priors in the file that `SMARTPICK_SEASON_PRIORS` names, else those that ship with the
  /// program.
  ///
  /// - Throws: `FactsError` where there is no such file, or with its line and field.
  public static func shipped() throws(FactsError) -> SeasonPriors {
    try load(
      path: try ResourceFolder.season.path(
        of: "season-priors.csv", namedBy: "SMARTPICK_SEASON_PRIORS"))
  }

  /// A figure that all groups share; every one is checked to be present when the file is read.
  package subscript(_ figure: Figure) -> Double { values[Key(figure: figure)] ?? 0 }

  /// A figure of one group; 0 for groups that the figure does not tell apart.
  package subscript(_ figure: Figure, _ group: SeasonGroup) -> Double {
    values[Key(figure: figure, group: group)] ?? 0
  }
}
