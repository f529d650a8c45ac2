import Advising
import ArgumentParser
import Handbook
import MatchFacts
import MatchOdds
import ScoreReading

/// `smartpick facts`: what is known, from where, how old, and what is missing.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "What is known, from where, how old, how far to be trusted, and what is missing.",
    discussion: """
      Examples:
        smartpick facts                     every table
        smartpick facts list --rights       whose figures they are
        smartpick facts list --specialties  the specialties and their competitive ones
        smartpick facts show usmle_norms    one table and its sources
        smartpick facts check               verify every row; print what is missing
        smartpick facts check --without NRMP   what would be lost without its tables
      """,
    subcommands: [List.self, Show.self, Check.self], defaultSubcommand: List.self)

  /// `smartpick facts list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tables with year, trust, rows and purpose (the default).")

    @Flag(help: "Print whose figures are shown and on what terms.")
    var rights = false

    @Flag(help: "Print the names of the specialties.")
    var specialties = false

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      let facts = try Opening.facts()
      if json {
        Console.say(try JSONOutput.text(try FactsListing(facts)))
      } else if specialties {
        FactsPages.specialties(facts).forEach { Console.say($0) }
      } else if rights {
        try FactsPages.rights(try Self.notes(facts), facts: facts).forEach { Console.say($0) }
      } else {
        FactsPages.tables(facts).forEach { Console.say($0) }
      }
    }

    private static func notes(_ facts: MatchFacts) throws(CommandFailure) -> [RightsNote] {
      do {
        return try facts.rights()
      } catch {
        throw CommandFailure("\(error)", .failed)
      }
    }
  }

  /// `smartpick facts show TABLE`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One table and the sources it names.")

    @Argument(help: "The table's name, as `smartpick facts` prints it.")
    var table: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      let facts = try Opening.facts()
      guard let entry = facts.table(table) else {
        let near = facts.tables.map(\.name).filter { $0.contains(table.lowercased()) }
        let hint = near.isEmpty ? "; " : "; did you mean \(near.joined(separator: " or "))? "
        throw CommandFailure(
          "no table is called ‘\(table)’\(hint)`smartpick facts` lists them", .badData)
      }
      let description = try FactsTableDescription(entry, facts: facts)
      if json {
        Console.say(try JSONOutput.text(description))
      } else {
        FactsPages.table(description).forEach { Console.say($0) }
      }
    }
  }

  /// `smartpick facts check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify every row of every table; print what the product lacks.",
      discussion: "Exit code 65 if a table is faulty.")

    @Option(
      help: ArgumentHelp(
        "Show what would be lost without a table, or without all of a holder of rights.",
        valueName: "name"))
    var without: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      if let without { return try Self.loss(without, json: json) }
      let check = FactsCheck(try Opening.facts())
      if json {
        Console.say(try JSONOutput.text(check))
      } else {
        FactsPages.check(check).forEach { Console.say($0) }
      }
      if !check.problems.isEmpty { throw ExitCode(ExitStatus.badData.rawValue) }
    }

    private static func loss(_ name: String, json: Bool) throws {
      let facts = try Opening.facts()
      guard let loss = FactsLoss(facts, without: name) else {
        let holders = Set(facts.tables.map(\.rights)).sorted().joined(separator: ", ")
        throw CommandFailure(
          "‘\(name)’ is neither a table nor a holder of rights; accepted: a table of `smartpick facts`"
            + ", or \(holders)", .badData)
      }
      if json {
        Console.say(try JSONOutput.text(loss))
      } else {
        FactsPages.loss(loss, name: name, advice: adviceFailure(loss.rest)).forEach {
          Console.say($0)
        }
      }
    }

    /// Why no advice can be made from such facts; nil where it can.
    private static func adviceFailure(_ facts: MatchFacts) -> String? {
      do {
        _ = try Advisor(
          try Handbook(facts: facts, parameters: try OddsParameters.shipped()),
          rules: try AdviceRules.load())
        return nil
      } catch {
        return "\(error)"
      }
    }
  }
}

/// `facts --json`.
private struct FactsListing: Encodable {
  var format = 1
  var tables: [FactTable]
  var rights: [RightsNote]
  var trust: [String: String]
  var specialties: [SpecialtyCatalog.Info]

  init(_ facts: MatchFacts) throws(CommandFailure) {
    tables = facts.tables
    trust = Dictionary(uniqueKeysWithValues: Trust.allCases.map { ($0.rawValue, $0.meaning) })
    specialties = facts.specialties.all
    do {
      rights = try facts.rights()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }
}

/// `facts show TABLE --json`.
struct FactsTableDescription: Encodable {
  struct Source: Encodable {
    var citation: Citation
    var rows: Int
  }

  var format = 1
  var table: FactTable
  var rights: RightsNote?
  var sources: [Source]
  var corrections: [Correction]

  init(_ table: FactTable, facts: MatchFacts) throws(CommandFailure) {
    self.table = table
    do {
      rights = try facts.rights().first { $0.key == table.rights }
      sources = try facts.sources(of: table).map { Source(citation: $0.citation, rows: $0.rows) }
      corrections = try facts.corrections().filter { $0.table == table.name }
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }
}

/// The pages of `smartpick facts`, as lines.
private enum FactsPages {
  static func tables(_ facts: MatchFacts) -> [String] {
    var lines: [String] = []
    let rows = facts.tables.reduce(0) { $0 + $1.rows }
    lines.append("\(facts.tables.count) tables, \(rows) rows, in \(facts.folder)")
    lines.append("")
    for table in facts.tables {
      lines.append(
        "\(table.name)  ·  \(table.year)  ·  trust \(table.trust)  ·  \(table.rows) rows")
      lines += wrapped("\(table.what). For: \(table.usedFor). Source: \(table.rights).", indent: 4)
    }
    lines.append("")
    lines.append("Trust:")
    lines += Trust.allCases.map { "  \($0.rawValue)  \($0.meaning)" }
    lines.append("  own  compiled by this project; a range such as B/C differs by row")
    lines.append("")
    lines += wrapped(
      "smartpick facts list --rights says whose figures these are; "
        + "smartpick facts check says what is missing.", indent: 0)
    return lines
  }

  static func rights(_ notes: [RightsNote], facts: MatchFacts) throws -> [String] {
    notes.flatMap { note -> [String] in
      let tables = facts.tables.filter { $0.rights == note.key }.map(\.name)
      var lines = ["\(note.key): \(note.holder)"]
      lines += wrapped(note.statement, indent: 4)
      lines += wrapped("Ground: \(note.ground).", indent: 4)
      if !note.url.isEmpty { lines.append("    \(note.url)") }
      lines += wrapped("Tables: \(tables.joined(separator: ", "))", indent: 4)
      return lines + [""]
    }
  }

  static func specialties(_ facts: MatchFacts) -> [String] {
    facts.specialties.all.map { info in
      var line = info.specialty.name
      if info.match != .nrmp { line += "  (match: \(info.match.rawValue))" }
      if let basis = info.competitiveBasis { line += "  · competitive: \(basis)" }
      return line
    }
  }

  static func table(_ description: FactsTableDescription) -> [String] {
    let table = description.table
    var lines = ["\(table.name)  ·  \(table.year)  ·  trust \(table.trust)  ·  \(table.rows) rows"]
    lines += wrapped("\(table.what). For: \(table.usedFor).", indent: 0)
    if let rights = description.rights {
      lines += [""] + wrapped("\(rights.holder): \(rights.statement)", indent: 0)
      if !rights.url.isEmpty { lines.append(rights.url) }
    }
    if !description.sources.isEmpty { lines += ["", "Sources:"] }
    for source in description.sources {
      let year = source.citation.year.isEmpty ? "undated" : source.citation.year
      lines += wrapped("\(source.citation.title) (\(year)), \(source.rows) rows", indent: 2)
      if !source.citation.url.isEmpty { lines.append("  \(source.citation.url)") }
    }
    if !description.corrections.isEmpty { lines += ["", "Changed when it was taken over:"] }
    for correction in description.corrections {
      lines += wrapped(correctionText(correction), indent: 2)
    }
    return lines
  }

  static func check(_ check: FactsCheck) -> [String] {
    var lines = ["\(check.tables) tables, \(check.rows) rows read."]
    if check.problems.isEmpty {
      lines.append(
        "Every row has its source; ranges, codes and names of specialties are in order.")
    } else {
      lines.append("\(check.problems.count) faults:")
      for problem in check.problems { lines += wrapped(problem.message, indent: 2) }
    }
    lines += ["", "What is known of how many:"]
    for item in check.coverage {
      let share = item.total == 0 ? 0 : item.known * 100 / item.total
      lines.append("  \(item.known) of \(item.total) (\(share) %) \(item.what)")
      if !item.missing.isEmpty {
        lines += wrapped("without: \(item.missing.joined(separator: ", "))", indent: 6)
      }
    }
    lines += ["", "What the product would need and is not there:"]
    for hole in check.knownHoles {
      lines += wrapped("- \(hole.missing). It would change: \(hole.affects).", indent: 2)
      if !hole.remedy.isEmpty { lines += wrapped("To fill it: \(hole.remedy).", indent: 4) }
    }
    lines += ["", "Changed when tables were taken over:"]
    for correction in check.corrections {
      lines += wrapped("- \(correction.table): " + correctionText(correction), indent: 2)
    }
    return lines
  }

  static func loss(_ loss: FactsLoss, name: String, advice: String?) -> [String] {
    var lines = [
      "Without \(name): \(loss.tables.count == 1 ? "1 table" : "\(loss.tables.count) tables") "
        + "would be lost, and with them"
    ]
    for table in loss.tables {
      lines += wrapped("- \(table.what) (\(table.name)). For: \(table.usedFor).", indent: 2)
    }
    let others = loss.unreadable.filter { other in !loss.tables.contains { $0.name == other } }
    if !others.isEmpty {
      lines += wrapped(
        "Tables read together with them, and lost too: \(others.joined(separator: ", ")).",
        indent: 2)
    }
    lines.append("")
    if let advice {
      lines += wrapped("No advice can be made without them: \(advice).", indent: 0)
      lines += wrapped(
        "To run without these figures, copy the folder of facts, put figures of your own in place of "
          + "theirs under the same columns, and let SMARTPICK_FACTS name the copy. The engines "
          + "(match, optimize) need no table at all.", indent: 0)
    } else {
      lines += wrapped("Advice can still be made without them.", indent: 0)
    }
    return lines
  }

  private static func correctionText(_ correction: Correction) -> String {
    let change =
      correction.before.isEmpty
      ? correction.after
      : "‘\(correction.before)’ → "
        + (correction.after.isEmpty ? "left out" : "‘\(correction.after)’")
    return "\(correction.row), \(correction.column): \(change); \(correction.reason)"
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    PageText.wrapped(text, indent: indent)
  }
}
