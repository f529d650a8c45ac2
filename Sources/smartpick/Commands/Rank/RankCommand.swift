import Advising
import ApplicantFile
import ArgumentParser
import Foundation
import Handbook
import MatchFacts
import RankLists

/// `smartpick rank`: the rank order list.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Your rank order list: find your order, see where it lands you, rank by rank.",
    discussion: """
      Invitations, interviews, marks and notes come from the season's log; the chances are those of \
      smartpick advise after everything the season told. Your true order is always the safest one.

      Examples:
        smartpick rank me.yaml --season season.smartpick --ask
        smartpick rank me.yaml --write-sheets sheets.yaml      (one sheet for each interview)
        smartpick rank me.yaml --sheets sheets.yaml --answers answers.csv
        smartpick rank me.yaml --order mine.csv --csv typed.csv
        smartpick rank me.yaml --order mine.csv --partner-order theirs.csv --couples joint.csv

      An order is CSV with a column code, best first, and if you like rank; a row with a code under \
      `with` belongs to the supplemental list of that advanced program.
      """)

  @Argument(help: "The applicant's file, YAML or JSON.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "The season's log; season.smartpick in this folder where there is one.", valueName: "PATH"),
    completion: .file())
  var season: String?

  @Option(
    help: ArgumentHelp("The order as you want it, instead of finding it.", valueName: "CSV"),
    completion: .file(extensions: ["csv"]))
  var order: String?

  @Option(
    help: ArgumentHelp("Sheets of your interviews, YAML or CSV.", valueName: "FILE"),
    completion: .file())
  var sheets: String?

  @Option(
    help: ArgumentHelp(
      "Write a sheet for each interview to fill in: YAML, or a table where the name ends in .csv.",
      valueName: "FILE"))
  var writeSheets: String?

  @Option(
    help: ArgumentHelp(
      "Your paired answers, CSV with better and worse; --ask adds to them.", valueName: "CSV"),
    completion: .file(extensions: ["csv"]))
  var answers: String?

  @Flag(help: "Ask which of two you would rather go to, until the order is settled.")
  var ask = false

  @Option(help: ArgumentHelp("Also write the list as it is typed in.", valueName: "FILE"))
  var csv: String?

  @Option(
    help: ArgumentHelp("Your partner's log; the file names the partner.", valueName: "PATH"),
    completion: .file())
  var partnerSeason: String?

  @Option(
    help: ArgumentHelp("Your partner's own order.", valueName: "CSV"),
    completion: .file(extensions: ["csv"]))
  var partnerOrder: String?

  @Option(
    help: ArgumentHelp("Also write both partners' lists side by side.", valueName: "FILE"))
  var couples: String?

  @OptionGroup var asOf: AsOfOption

  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if ask, order != nil {
      throw ValidationError("--order is your order already; leave out --ask or --order")
    }
  }

  func run() throws {
    let day = try asOf.day
    let handbook = try Opening.handbook()
    let checks = handbook.checks
    let isCouple = partnerSeason != nil || partnerOrder != nil
    let applicant = try Opening.applicant(file, checks: checks, asOf: day, isCouple: isCouple)
    let partner =
      isCouple ? try Opening.partner(of: applicant, at: file, checks: checks, asOf: day) : nil
    if isCouple, partner == nil {
      throw CommandFailure(
        "a partner's log or order needs a couple: name your partner's file under `couple` in "
          + file, .usage)
    }
    if couples != nil, !isCouple {
      throw CommandFailure(
        "--couples needs your partner's list: --partner-order or --partner-season", .usage)
    }
    let files = RankFiles(
      directory: handbook.directory, asOf: day,
      silenceCounts: handbook.calendar
        .date(.rankingOpens, match: try matchYear(of: applicant, handbook, day))?.date)
    let hasLog = FileManager.default.fileExists(atPath: Self.usualLog)
    let log = season ?? (hasLog ? Self.usualLog : nil)
    let kept = answers ?? (ask ? "rank-answers.csv" : nil)
    var request = try files.request(
      log: log, order: order, sheets: sheets, answers: kept, fallback: applicant.currentList)
    let advisor = try Opening.advisor(handbook)
    let inputs = [file, log, order, sheets, partner?.path, partnerSeason, partnerOrder]
      .compactMap(\.self)
    if let writeSheets {
      try write(request, handbook.directory, to: writeSheets, reading: inputs)
      return
    }
    if ask, let kept {
      guard Conversation.isPossible else {
        throw CommandFailure(
          "--ask needs a terminal; in a script give your answers as CSV (--answers)", .usage)
      }
      let questions = try advising { () throws(AdviceError) in
        try advisor.rankFinding(for: applicant, request)
      }
      request = try RankAsking(questions: questions, path: kept, inputs: inputs).asked(request)
    }
    let theirs = try partner.map { partner in
      (
        file: partner.applicant,
        request: try files.request(
          log: partnerSeason, order: partnerOrder, sheets: nil, answers: nil, fallback: [])
      )
    }
    var advice = try advising { () throws(AdviceError) in
      try advisor.rankList(for: applicant, request, partner: theirs)
    }
    if log == nil, order == nil, sheets == nil {
      advice.warnings.append(
        "Neither a log nor an order was given: every program on the file's list counts as "
          + "interviewed here.")
    }
    var outputs = OutputFiles(reading: inputs + [kept].compactMap(\.self))
    try outputs.add(RankExports.list(advice), to: csv)
    if let couple = advice.couple { try outputs.add(RankExports.couple(couple), to: couples) }
    try outputs.write()
    Console.say(json ? try JSONOutput.text(advice) : RankPage.text(advice))
  }

  private static let usualLog = "season.smartpick"

  private func matchYear(
    of applicant: Applicant, _ handbook: Handbook, _ day: CalendarDate
  ) throws(CommandFailure) -> Int {
    do {
      return try handbook.season(on: day, named: applicant.season).year
    } catch {
      throw CommandFailure("\(file): \(error)", .badData)
    }
  }

  private func advising<Value>(
    _ body: () throws(AdviceError) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw CommandFailure("\(file): \(error)", .badData)
    }
  }

  /// Writes one sheet a program that can be ranked.
  private func write(
    _ request: RankRequest, _ directory: ProgramDirectory, to path: String, reading inputs: [String]
  ) throws(CommandFailure) {
    let known = Dictionary(request.sheets.map { ($0.code, $0) }) { first, _ in first }
    var codes = request.entries.filter(\.isRankable).map(\.code)
    for code in (request.order?.primary.map(\.code) ?? []) + request.sheets.map(\.code)
    where !codes.contains(code) {
      codes.append(code)
    }
    guard !codes.isEmpty else {
      throw CommandFailure(
        "no interview is known yet, so there is no sheet to write: log invitations "
          + "('smartpick season add PROGRAM interview')", .missingInput)
    }
    let sheets = codes.map { code -> InterviewSheet in
      if let sheet = known[code] { return sheet }
      let entry = request.entries.first { $0.code == code }
      return InterviewSheet(code: code, words: entry?.note, gut: entry?.rating)
    }
    let titles = Dictionary(
      codes.compactMap { code in
        directory[code].map { (code, "\($0.institution), \($0.name)") }
      }
    ) { first, _ in first }
    var outputs = OutputFiles(reading: inputs)
    try outputs.add(
      path.hasSuffix(".csv") ? sheets.csv(titles: titles) : sheets.yaml(titles: titles), to: path)
    try outputs.write()
    Console.say("\(sheets.count) sheets are in \(path).")
  }
}
