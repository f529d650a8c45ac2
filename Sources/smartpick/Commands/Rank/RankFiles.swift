import Advising
import ApplicantFile
import Foundation
import MatchFacts
import RankLists
import SeasonLog

/// Reads what a rank order list is made of, with the documented exit codes.
struct RankFiles {
  let directory: ProgramDirectory
  let asOf: CalendarDate
  /// The day from which silence counts as an answer: by then nearly all invitations are out.
  let silenceCounts: CalendarDate?

  /// The request of one person.
  ///
  /// - Parameter fallback: programs that count as interviewed where neither a log nor an order nor
  ///   sheets are given.
  func request(
    log: String?, order: String?, sheets: String?, answers: String?, fallback: [ListedProgram]
  ) throws(CommandFailure) -> RankRequest {
    var request = RankRequest(asOf: asOf)
    if let log { request.entries = try entries(log) }
    request.order = try order.map { path throws(CommandFailure) in try self.order(path) }
    request.sheets = try sheets.map { path throws(CommandFailure) in try self.sheets(path) } ?? []
    if let answers, FileManager.default.fileExists(atPath: answers) {
      request.comparisons = try Self.comparisons(answers)
    }
    if log == nil, order == nil, sheets == nil {
      guard !fallback.isEmpty else {
        throw CommandFailure(
          "nothing to rank: give the season's log (--season), an order (--order) or sheets of your "
            + "interviews (--sheets)", .missingInput)
      }
      request.entries = fallback.map { RankRequest.Entry(code: $0.program, signal: $0.signal) }
    }
    return request
  }

  /// A season's programs by their state on the day.
  private func entries(_ path: String) throws(CommandFailure) -> [RankRequest.Entry] {
    let store = try SeasonOpening.log(path, readsOnly: true)
    let lines = try SeasonOpening.running { () throws(SeasonLogError) in try store.entries() }
    let events = lines.countedEvents
    let notes = Dictionary(
      events.filter { $0.event.kind == .note && $0.event.day <= asOf }
        .compactMap { event in event.event.text.map { (event.event.program, $0) } }
    ) { _, latest in latest }
    let state = SeasonState(events, window: store.window, asOf: asOf)
    let isLate = silenceCounts.map { asOf >= $0 } ?? false
    return state.programs.compactMap { program in
      // Programs outside the directory have no odds; the log keeps them.
      guard directory[program.code] != nil else { return nil }
      let signal = program.signal.flatMap { ListedProgram.Signal(rawValue: $0.rawValue) } ?? .none
      let answer: RankRequest.Entry.Answer =
        if program.wasInvited {
          .invited
        } else if program.days[.rejected] != nil {
          .refused
        } else {
          .silent(out: isLate && program.state == .applied ? 1 : 0)
        }
      return RankRequest.Entry(
        code: program.code, signal: signal, answer: answer,
        isRankable: [.interview, .accepted, .interviewed].contains(program.state),
        isToCome: program.state == .interview || program.state == .accepted,
        rating: program.rating, note: notes[program.code])
    }
  }

  private func order(_ path: String) throws(CommandFailure) -> RankOrderFile {
    let order = try Self.reading { () throws(RankFileError) in
      try RankOrderFile(csv: Self.bytes(path), name: path)
    }
    for row in order.primary + order.supplemental.sorted(by: { $0.key < $1.key }).flatMap(\.value)
    where directory[row.code] == nil {
      throw CommandFailure(
        PageText.harmless(
          "\(path):\(row.line): \(row.code) is not in the directory; accepted are NRMP codes as in "
            + "1313120C0 ('smartpick programs search' finds them)"), .badData)
    }
    return order
  }

  private func sheets(_ path: String) throws(CommandFailure) -> [InterviewSheet] {
    let sheets = try Self.reading { () throws(RankFileError) in
      path.hasSuffix(".csv")
        ? try [InterviewSheet](csv: Self.bytes(path), name: path)
        : try [InterviewSheet](
          yaml: String(decoding: Self.bytes(path), as: UTF8.self), name: path)
    }
    for sheet in sheets where directory[sheet.code] == nil {
      throw CommandFailure(
        PageText.harmless(
          "\(path): \(sheet.code) is not in the directory; accepted are NRMP codes as in 1313120C0"),
        .badData)
    }
    return sheets
  }

  static func comparisons(_ path: String) throws(CommandFailure) -> ComparisonFile {
    try reading { () throws(RankFileError) in try ComparisonFile(csv: bytes(path), name: path) }
  }

  /// A file's bytes, or none where it is empty; a file that is not there is told as such.
  private static func bytes(_ path: String) throws(RankFileError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .file(path, "cannot be read")
    }
    return [UInt8](data)
  }

  static func reading<Value>(
    _ body: () throws(RankFileError) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      if case .file(let path, "cannot be read") = error {
        throw CommandFailure("cannot read \(path); give the path of a file", .missingInput)
      }
      throw CommandFailure(PageText.harmlessLines("\(error)"), .badData)
    }
  }
}
