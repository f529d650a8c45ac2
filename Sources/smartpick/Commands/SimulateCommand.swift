import ArgumentParser
import Foundation
import MatchFacts
import MatchOdds
import SeasonSimulation

/// `smartpick simulate`: national seasons under today's rules or changed ones.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate national seasons: who matches, and who gains under a changed rule.",
    discussion: """
      Examples:
        smartpick simulate --seasons 20 --seed 7 --json > season.json
        smartpick simulate --seasons 20 --rule cap=30,interviewCap=12
        smartpick simulate --seasons 20 --rule signals.IM=3+12,signals.EM=7 --json

      Many seasons on many machines (the same answer, to the byte):
        smartpick simulate --seasons 1000 --seed 7 --shard 1/10 --json > part-01.json
        smartpick simulate merge part-*.json --json > season.json

      The same seed gives the same seasons on any number of threads. SOAP is left out.
      """,
    subcommands: [Run.self, Merge.self], defaultSubcommand: Run.self)

  /// `smartpick simulate --seasons N`.
  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Simulate seasons (the default).")

    @Option(help: "How many seasons.")
    var seasons = 1

    @Option(help: "Where all chance comes from.")
    var seed: UInt64 = 1

    @Option(
      help: ArgumentHelp(
        "Changed rules: cap=30,interviewCap=12,signals.IM=8 or signals.IM=3+12 (gold+silver).",
        valueName: "rule"))
    var rule: String?

    @Option(help: ArgumentHelp("Only the k-th of n shares of the seasons.", valueName: "k/n"))
    var shard: String?

    @Option(help: "Threads; as many as there are processors by default.")
    var threads: Int?

    @Option(help: ArgumentHelp("A season.json in place of the shipped one.", valueName: "file"))
    var parameters: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    func validate() throws {
      guard (1...1_000_000).contains(seasons) else {
        throw ValidationError("--seasons must be 1…1000000")
      }
      if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more") }
      _ = try share()
    }

    /// The share asked for.
    private func share() throws -> (number: Int, of: Int)? {
      guard let shard else { return nil }
      let parts = shard.split(separator: "/").map { Int($0) }
      guard parts.count == 2, let number = parts[0], let of = parts[1], of >= 1,
        (1...of).contains(number)
      else { throw ValidationError("--shard is k/n with k from 1 to n, as in 3/10") }
      return (number, of)
    }

    func run() async throws {
      let setting = try SeasonSetting(parameters: parameters)
      let changed = try setting.rule(rule)
      let share = try share()
      let numbers = (0..<seasons).filter {
        share == nil || $0 % (share?.of ?? 1) == (share?.number ?? 1) - 1
      }
      let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
      let simulator = setting.simulator(changed, seed: seed)
      let tally = await simulator.tally(seasons: numbers, threads: workers) { done in
        if numbers.count > 1 { Console.progress("season \(done) of \(numbers.count)") }
      }
      var baseline: SeasonTally?
      if changed != nil {
        baseline = await setting.simulator(nil, seed: seed).tally(
          seasons: numbers, threads: workers
        ) { done in Console.progress("present rules: season \(done) of \(numbers.count)") }
      }
      let document = SeasonDocument(
        seasons: seasons, seed: seed, rule: changed, tally: tally, baseline: baseline,
        world: simulator.world, shard: share)
      Console.say(json ? try JSONOutput.text(document) : SeasonPage.text(document))
    }
  }

  /// `smartpick simulate merge FILE…`.
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Add shards up to exactly the unsharded answer.")

    @Argument(help: "The shards' JSON documents.")
    var files: [String]

    @Option(help: ArgumentHelp("The season.json that the shards used.", valueName: "file"))
    var parameters: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      var documents: [SeasonDocument] = []
      for path in files {
        guard let data = FileManager.default.contents(atPath: path) else {
          throw CommandFailure(
            "cannot read \(path); give files made by simulate --shard k/n --json", .missingInput)
        }
        do {
          documents.append(try JSONDecoder().decode(SeasonDocument.self, from: data))
        } catch {
          throw CommandFailure(
            "\(path) is not a shard; make shards with simulate --shard k/n --json", .badData)
        }
      }
      let setting = try SeasonSetting(parameters: parameters)
      let rule = try setting.rule(documents.first?.rule)
      let seed = documents.first?.seed ?? 1
      let world = setting.simulator(rule, seed: seed).world
      do {
        let merged = try SeasonDocument.merge(documents, world: world, rule: rule)
        Console.say(json ? try JSONOutput.text(merged) : SeasonPage.text(merged))
      } catch let error as ShardError {
        throw CommandFailure("\(error)", .badData)
      }
    }
  }
}

/// The directory and parameters that a simulation starts from.
struct SeasonSetting {
  private let facts: MatchFacts
  private let directory: [Program]
  private let traits: ProgramTraitTable
  private let parameters: SeasonParameters

  init(parameters path: String?) throws(CommandFailure) {
    facts = try Opening.facts()
    do {
      let programs = try facts.programs()
      directory = programs.programs
      traits = try facts.programTraits(of: programs)
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    do {
      parameters =
        try path.map { (path) throws(SeasonParametersError) in
          try SeasonParameters.load(path: path)
        } ?? SeasonParameters.shipped()
    } catch {
      throw CommandFailure("\(error)", path == nil ? .failed : .badData)
    }
  }

  /// The rule of a text, or nil for none.
  func rule(_ text: String?) throws(CommandFailure) -> SeasonRule? {
    guard let text, !text.isEmpty else { return nil }
    do {
      return try SeasonRule(text, specialties: facts.specialties)
    } catch {
      throw CommandFailure("\(error)", .usage)
    }
  }

  /// A simulator under a rule.
  func simulator(_ rule: SeasonRule?, seed: UInt64) -> SeasonSimulator {
    SeasonSimulator(
      directory: directory, traits: traits,
      parameters: rule.map { $0.apply(to: parameters) } ?? parameters, seed: seed)
  }
}
