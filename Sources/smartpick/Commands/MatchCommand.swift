import ArgumentParser
import MarketFiles
import ScoreReading
import StableMatching

/// `smartpick match`: the Match itself, from files.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Run the Match on rank order lists: who goes where, and is it stable?",
    discussion: """
      Applicants (one line each, best first):    applicant,program,program,…
      Programs:                                  program,positions,applicant,applicant,…
      Couples:            applicant1,applicant2,programA:programB,programA:,:programB,…
      Supplemental lists: applicant,advanced program,preliminary program,…
      Reversions:         from program,to program[,most positions]

      Examples:
        smartpick match --applicants a.csv --programs p.csv --out matching.csv
        smartpick match --applicants a.csv --programs p.csv --couples c.csv --json
        smartpick match --applicants a.csv --programs p.csv --explain Chen
        smartpick match --instance market.json --record 3 --trace

      An independent auditor checks every result. Exit code 2 means that no stable matching was \
      found; the one with the fewest blocking pairs is printed, with those pairs.
      """)

  /// Which side proposes.
  enum Side: String, CaseIterable, ExpressibleByArgument {
    case applicants
    case programs
  }

  @Option(help: ArgumentHelp("The applicants' lists.", valueName: "file"))
  var applicants: String?

  @Option(help: ArgumentHelp("The programs' lists and positions.", valueName: "file"))
  var programs: String?

  @Option(help: ArgumentHelp("The couples' joint lists.", valueName: "file"))
  var couples: String?

  @Option(help: ArgumentHelp("Preliminary programs beside advanced ones.", valueName: "file"))
  var supplements: String?

  @Option(help: ArgumentHelp("Where unfilled positions go.", valueName: "file"))
  var reversions: String?

  @Option(
    help: ArgumentHelp("A whole market as JSON instead of the files above.", valueName: "file"))
  var instance: String?

  @Option(help: ArgumentHelp("Which market of the JSON file: its name, seed or number."))
  var record: String?

  @Option(help: "Which side proposes: applicants or programs.")
  var proposing: Side = .applicants

  @Option(help: "Where other orders of the couples come from, if the first one fails.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write applicant,program lines to a file.", valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp("Tell one applicant's way, step by step.", valueName: "applicant"))
  var explain: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Print one JSON document with every step in it.")
  var trace = false

  func validate() throws {
    if instance == nil, applicants == nil || programs == nil {
      throw ValidationError("Give --applicants and --programs, or --instance.")
    }
    if instance != nil,
      [applicants, programs, couples, supplements, reversions].contains(where: { $0 != nil })
    {
      throw ValidationError("--instance is a whole market: leave out the other files.")
    }
    if record != nil, instance == nil {
      throw ValidationError("--record chooses within --instance, which is missing.")
    }
  }

  func run() throws {
    let named = try market()
    let subject = try explain.map { try id(of: $0, in: named.names) }
    var options = MatchOptions()
    options.proposing = proposing == .applicants ? .applicants : .programs
    options.seed = seed

    let outcome: MatchOutcome
    var events: [MatchEvent] = []
    do {
      if subject != nil || trace {
        (outcome, events) = try named.market.matchWithTrace(options)
      } else {
        outcome = try named.market.match(options)
      }
    } catch {
      throw CommandFailure("\(error)", .usage)
    }
    let report = MatchReport(outcome, of: named)
    if let out {
      try failing { () throws(MarketFileError) in try MarketOutput.write(report.csv(), to: out) }
    }

    let story = subject.map { applicant in
      MatchExplanation(
        of: applicant, events: events, outcome: outcome, market: named.market,
        names: named.names)
    }
    if json || trace {
      let explanation = story.flatMap { story in explain.map { ($0, story) } }
      MarketOutput.writeToStandardOutput(
        report.json(explanation: explanation, trace: trace ? events : nil))
    } else {
      let told = story.map { Self.text($0) }
      MarketOutput.writeToStandardOutput(Array((told ?? report.text(destination: out)).utf8))
    }
    if !report.isStable { throw ExitCode(ExitStatus.noStableMatching.rawValue) }
  }

  private static func text(_ story: MatchExplanation) -> String {
    let steps = story.steps.enumerated().map { "\($0 + 1). \($1)\n" }
    return steps.joined() + story.result + "\n"
  }

  private func market() throws -> NamedMarket {
    try failing { () throws(MarketFileError) in
      if let instance {
        return try InstanceReader(try SourceText(path: instance)).market(record: record)
      }
      let paths = MarketFilePaths(
        applicants: applicants ?? "", programs: programs ?? "", couples: couples,
        supplements: supplements, reversions: reversions)
      return try paths.read().market()
    }
  }

  private func id(of name: String, in names: MarketNames) throws -> Int {
    guard let id = names.applicants.firstIndex(of: name) else {
      throw CommandFailure(
        "no applicant is called \"\(name)\"; give the name as it stands in the file", .badData)
    }
    return id
  }

  /// Runs a step that reads or writes files, turning its failure into a documented exit code.
  private func failing<T>(_ step: () throws(MarketFileError) -> T) throws -> T {
    do {
      return try step()
    } catch {
      let status: ExitStatus =
        switch error.kind {
        case .badData: .badData
        case .cannotRead: .missingInput
        case .cannotWrite: .cannotWrite
        }
      throw CommandFailure(error.description, status)
    }
  }
}
