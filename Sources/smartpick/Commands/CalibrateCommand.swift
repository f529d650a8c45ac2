import Advising
import ApplicantFile
import ArgumentParser
import Calibration
import DelimitedText
import Foundation
import Handbook
import MatchFacts
import MatchOdds
import ScoreReading
import SeasonSimulation

/// `smartpick calibrate`: fits the odds to the published tables through a simulated season.
struct CalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit the odds to the published tables and report every figure beside its simulation.",
    discussion: """
      Example:
        smartpick calibrate --rates program_interview_rates.csv --out calibration

      Writes calibration.json (the odds), season.json (the season) and REPORT.md to the folder. \
      The file of interview rates per program is read and not kept: only spreads pooled over \
      programs enter. Without it those come from the simulation. So is the file of reports, to \
      which the spread of counts of invitations is fitted. Takes some minutes.
      """)

  @Option(help: ArgumentHelp("Interview rates of single programs, CSV.", valueName: "file"))
  var rates: String?

  @Option(
    help: ArgumentHelp(
      "What applicants reported: scores, applications, invitations, CSV.", valueName: "file"))
  var reports: String?

  @Option(
    help: ArgumentHelp(
      "Folder of the published facts; the shipped ones by default.",
      valueName: "folder"))
  var facts: String?

  @Option(
    name: .customLong("held-out"),
    help: ArgumentHelp("Figures that no fit may see, CSV.", valueName: "file"))
  var heldOut = "Calibration/held-out.csv"

  @Option(help: ArgumentHelp("Folder for the results; made if missing.", valueName: "folder"))
  var out = "."

  @Option(help: "Where all chance comes from.")
  var seed: UInt64 = 1

  @Option(help: "Threads; as many as there are processors by default.")
  var threads: Int?

  @Option(help: ArgumentHelp("Steps of the fit, in place of the usual number.", valueName: "n"))
  var steps: Int?

  @Flag(help: "A short run, to see that it works; its results are rough.")
  var short = false

  func run() async throws {
    // Before minutes of work: is there a place for the results?
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        "cannot make the folder \(out); give --out a folder that can be written", .cannotWrite)
    }
    let run = try calibration()
    let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let output: CalibrationRun.Output
    do {
      output = try await run.run(threads: workers) { Console.progress($0) }
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    let odds: String
    let season: String
    do {
      odds = String(decoding: try output.odds.encoded(), as: UTF8.self)
      season = String(decoding: try output.season.encoded(), as: UTF8.self)
    } catch {
      throw CommandFailure("the parameters could not be written as JSON: \(error)", .failed)
    }
    var files = OutputFiles(reading: [])
    try files.add(odds, to: "\(out)/calibration.json")
    try files.add(season, to: "\(out)/season.json")
    try files.add(output.report, to: "\(out)/REPORT.md")
    try files.write()
    Console.say("Wrote calibration.json, season.json and REPORT.md to \(out).")
  }

  private func calibration() throws(CommandFailure) -> CalibrationRun {
    let opened: MatchFacts
    do {
      opened =
        try facts.map { (folder) throws(FactsError) in try MatchFacts.load(from: folder) }
        ?? MatchFacts.load()
    } catch {
      throw CommandFailure("\(error)", facts == nil ? .failed : .missingInput)
    }
    guard let list = FileManager.default.contents(atPath: heldOut) else {
      throw CommandFailure(
        "cannot read \(heldOut), the list of figures that no fit may see; give --held-out",
        .missingInput)
    }
    do {
      return try CalibrationRun(
        facts: opened, heldOut: try HeldOut(csv: String(decoding: list, as: UTF8.self)),
        rates: try rateFile(), base: try OddsParameters.shipped(),
        effort: effort, seed: seed, advice: try advice(opened), reports: try reportFile())
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("\(error)", .badData)
    }
  }

  private var effort: CalibrationEffort {
    var effort: CalibrationEffort = short ? .short : .full
    if let steps { effort.steps = steps }
    return effort
  }

  func validate() throws {
    if let steps, !(1...1000).contains(steps) {
      throw ValidationError("--steps must be 1…1000")
    }
  }

  /// What the advice says of a bare file, for the calibration to ask.
  private func advice(_ facts: MatchFacts) throws -> CalibrationAdvice {
    let rules = try AdviceRules.load().leavingOutNewestRates()
    let season = try facts.keyDates().rows.map(\.match).max() ?? CalibrationRun.matchYear
    return CalibrationAdvice { parameters in
      let advisor = try Advisor(
        try Handbook(facts: facts, parameters: parameters), rules: rules)
      return CalibrationAdvice.Advisor(
        chance: { try advisor.chanceOfMatching($0, season: season) },
        list: { file in
          let list = try advisor.list(for: file, season: season)
          return CalibrationAdvice.List(
            match: list.match,
            programs: list.programs.map { entry in
              CalibrationAdvice.Listed(
                code: entry.code, institution: entry.institution, state: entry.state,
                group: entry.group.rawValue,
                signal: entry.signal == .none ? "" : entry.signal.rawValue,
                interview: entry.interview.estimate, place: entry.standing.percentile)
            })
        })
    }
  }

  private func rateFile() throws -> ProgramRateFile? {
    guard let rates else { return nil }
    return try ProgramRateFile(bytes: try Self.bytes(of: rates), name: rates)
  }

  private func reportFile() throws -> SelfReportFile? {
    guard let reports else { return nil }
    return try SelfReportFile(bytes: try Self.bytes(of: reports), name: reports)
  }

  private static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("cannot read \(path); give the path of a CSV file", .missingInput)
    }
    return [UInt8](data)
  }
}
