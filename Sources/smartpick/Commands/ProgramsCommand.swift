import AdviceRendering
public import ArgumentParser
public import MatchFacts
import ScoreReading

/// `smartpick programs`: the directory of programs and the user's own figures.
struct ProgramsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programs",
    abstract:
      "Search the directory of programs; your odds at each; bring in figures of your own.",
    discussion: """
      Examples:
        smartpick programs search "mass general"
        smartpick programs search boston --specialty IM --track categorical
        smartpick programs show 1261140C0
        smartpick programs odds me.yaml
        smartpick programs import mine.csv
        smartpick programs forget 1261140C0
      """,
    subcommands: [Search.self, Show.self, Odds.self, Import.self, Forget.self])

  /// `smartpick programs search TEXT`.
  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Programs by words of institution, city, state, program or specialty.")

    @Argument(help: "Words to look for, or a code; none for all programs.")
    var text: [String] = []

    @Option(help: "Only this specialty, by name or short form (IM, derm, PM&R).")
    var specialty: String?

    @Option(help: "Only this state (NY or New York).")
    var state: String?

    @Option(
      help:
        "Only this kind of position: categorical, advanced, preliminary, primary care, physician-reserved."
    )
    var track: Program.Track?

    @Option(help: "At most so many; 20 by default, all with --json.")
    var limit: Int?

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more") }
    }

    func run() throws {
      let facts = try Opening.facts()
      let catalogue = try ProgramCatalogue(facts)
      var query = ProgramDirectory.Query(text: text.joined(separator: " "), track: track)
      if let specialty { query.specialty = try resolved(specialty, facts) }
      if let state {
        guard let known = catalogue.directory.state(named: state) else {
          throw CommandFailure(
            "‘\(PageText.harmless(state))’ is not a state; give NY or New York", .badData)
        }
        query.state = known
      }
      let found = catalogue.directory.search(query)
      if json {
        let standing = try catalogue.standing(facts)
        let shown = found.prefix(limit ?? found.count).map {
          ProgramWithStanding(catalogue.record($0), standing: standing.standing(of: $0))
        }
        Console.say(
          try JSONOutput.text(SearchAnswer(query: query, found: found.count, shown: shown)))
        return
      }
      if found.isEmpty {
        Console.say("No program matches. Fewer words, or a city or state alone, find more.")
        return
      }
      let shown = found.prefix(limit ?? 20)
      for program in shown {
        ProgramPages.line(catalogue.record(program)).forEach { Console.say($0) }
      }
      Console.say("")
      Console.say(
        shown.count < found.count
          ? "\(shown.count) of \(found.count) programs; --limit N shows more."
          : "\(found.count) \(found.count == 1 ? "program" : "programs").")
    }

    private func resolved(
      _ text: String, _ facts: MatchFacts
    ) throws(CommandFailure) -> Specialty {
      do {
        return try facts.specialties.resolve(text)
      } catch {
        throw CommandFailure(PageText.harmless("\(error)"), .badData)
      }
    }
  }

  /// `smartpick programs show CODE`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One program: everything known of it, each value with its origin.")

    @Argument(help: "NRMP code (for urology, ACGME id).")
    var code: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      let facts = try Opening.facts()
      let catalogue = try ProgramCatalogue(facts)
      let program = try catalogue.program(code)
      let record = catalogue.record(program)
      let features = catalogue.directory.features(atInstitutionOf: program)
      let standing = try catalogue.standing(facts).standing(of: program)
      if json {
        Console.say(
          try JSONOutput.text(
            ShowAnswer(
              record: ProgramWithStanding(record, standing: standing), institution: features)))
      } else {
        ProgramPages.page(record, features: features, standing: standing).forEach {
          Console.say($0)
        }
      }
    }
  }

  /// `smartpick programs import FILE`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring in figures of your own from a CSV file.",
      discussion: """
        The first line names the columns, in any order. A row is joined to its program by \
        nrmp_code or acgme_id, or by institution with city, state, specialty and track to tell \
        namesakes apart. Figures:
          \(FigureKind.allCases.map(\.rawValue).joined(separator: ", ")).

        Empty cells say nothing. Rates are shares (0.12) or percentages (12%). A later import \
        counts over an earlier one, figure by figure; your figures count over published ones. \
        A minimum above the median, two rows of one program that disagree on a score or a share \
        of residents, or such a figure for an unknown code: nothing is imported. \
        Everything stays on this machine, in $XDG_DATA_HOME/smartpick or \
        ~/.local/share/smartpick.
        """)

    @Argument(help: "The CSV file.", completion: .file(extensions: ["csv"]))
    var file: String

    @Flag(help: "Forget all earlier figures first.")
    var replace = false

    @Flag(help: "Report only; keep nothing.")
    var dryRun = false

    @OptionGroup var asOf: AsOfOption

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      let facts = try Opening.facts()
      let catalogue = try ProgramCatalogue(facts)
      let result: FigureImport
      do {
        result = try FigureImport.read(
          path: file, date: try asOf.day, directory: catalogue.directory,
          earlier: replace ? ImportedFigures() : catalogue.figures)
      } catch let error as FigureImportError {
        let status: ExitStatus = if case .unreadable = error { .missingInput } else { .badData }
        throw CommandFailure(PageText.harmlessLines("\(error)"), status)
      }
      let store = try ProgramCatalogue.store()
      let isKept = !dryRun && !result.figures.isEmpty
      if isKept {
        let earlier = replace ? ImportedFigures() : catalogue.figures
        do {
          try store.save(earlier.merged(with: result.figures))
        } catch {
          throw CommandFailure("\(error)", .cannotWrite)
        }
      }
      if json {
        Console.say(
          try JSONOutput.text(ImportAnswer(result, file: file, path: store.path, isKept: isKept)))
      } else {
        ProgramPages.report(result, path: store.path, isKept: isKept, isTrial: dryRun)
          .forEach { Console.say($0) }
      }
    }
  }

  /// `smartpick programs forget CODE…`.
  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Forget the figures you brought in, for some programs or for all.")

    @Argument(help: "Codes of programs.")
    var codes: [String] = []

    @Flag(help: "Forget everything.")
    var all = false

    func validate() throws {
      if codes.isEmpty != all { throw ValidationError("give codes, or --all alone") }
    }

    func run() throws {
      let catalogue = try ProgramCatalogue(try Opening.facts())
      var figures = all ? ImportedFigures() : catalogue.figures
      var count = all ? catalogue.figures.codes.count : 0
      for code in codes {
        let known = try catalogue.program(code).code
        if !figures[known].isEmpty { count += 1 }
        figures[known] = ProgramFigures()
      }
      do {
        try ProgramCatalogue.store().save(figures)
      } catch let error as FactsError {
        throw CommandFailure("\(error)", .cannotWrite)
      }
      Console.say("Forgot the figures of \(count) \(count == 1 ? "program" : "programs").")
    }
  }
}

extension Program.Track: ExpressibleByArgument {}
