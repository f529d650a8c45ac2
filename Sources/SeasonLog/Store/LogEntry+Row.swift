import GRDB
import MatchFacts

extension LogEntry {
  /// Reads a line of the table; nil where it does not make sense.
  init?(_ row: Row) {
    guard let id: Int64 = row.value("id"),
      let recorded: String = row.value("recorded"),
      let action: String = row.value("action")
    else { return nil }
    let target: Int64? = row.value("target")
    switch action {
    case "record":
      guard let event = SeasonEvent(row) else { return nil }
      self.init(id: id, recorded: recorded, action: .record(event))
    case "edit":
      guard let event = SeasonEvent(row), let target else { return nil }
      self.init(id: id, recorded: recorded, action: .edit(target, event))
    case "undo":
      guard let target else { return nil }
      self.init(id: id, recorded: recorded, action: .undo(target))
    case "file":
      guard let path: String = row.value("path"),
        let text: String = row.value("text"),
        let hash: String = row.value("hash")
      else { return nil }
      self.init(
        id: id, recorded: recorded,
        action: .file(FileSnapshot(path: path, text: text, hash: hash)))
    default: return nil
    }
  }
}

extension SeasonEvent {
  init?(_ row: Row) {
    guard let word: String = row.value("kind"),
      let kind = Kind(rawValue: word),
      let program: String = row.value("program"),
      let written: String = row.value("day"),
      let day = CalendarDate(written)
    else { return nil }
    let signal: String? = row.value("signal")
    let interview: String? = row.value("interview_day")
    self.init(
      kind, program: program, day: day, signal: signal.flatMap(Signal.init(rawValue:)),
      rating: row.value("rating"),
      text: row.value("text"),
      interviewDay: interview.flatMap { CalendarDate($0) })
  }
}

extension LogEntry.Action {
  /// Adds the line to the table, under its old number if one is given.
  func insert(_ db: Database, recorded: String, id: Int64? = nil) throws {
    var cells: [String: (any DatabaseValueConvertible)?] = ["id": id, "recorded": recorded]
    func fill(_ event: SeasonEvent) {
      cells["kind"] = event.kind.rawValue
      cells["program"] = event.program
      cells["day"] = event.day.description
      cells["signal"] = event.signal?.rawValue
      cells["rating"] = event.rating
      cells["text"] = event.text
      cells["interview_day"] = event.interviewDay?.description
    }
    switch self {
    case .record(let event):
      cells["action"] = "record"
      fill(event)
    case .undo(let target):
      cells["action"] = "undo"
      cells["target"] = target
    case .edit(let target, let event):
      cells["action"] = "edit"
      cells["target"] = target
      fill(event)
    case .file(let file):
      cells["action"] = "file"
      cells["path"] = file.path
      cells["text"] = file.text
      cells["hash"] = file.hash
    }
    let names = cells.keys.sorted()
    try db.execute(
      sql: "INSERT INTO entry (\(names.joined(separator: ", "))) "
        + "VALUES (\(names.map { ":" + $0 }.joined(separator: ", ")))",
      arguments: StatementArguments(cells))
  }
}

extension Row {
  /// The value of a column; nil where it is empty or of another type, as it may be in a damaged file.
  fileprivate func value<Value: DatabaseValueConvertible>(_ column: String) -> Value? {
    Value.fromDatabaseValue(self[column] as DatabaseValue)
  }
}
