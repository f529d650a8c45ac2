import GRDB

extension SeasonLogError {
  /// What an error of the database means to a person.
  init(_ error: any Error, path: String) {
    if let known = error as? SeasonLogError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notASeason(path: path)
    case .SQLITE_CORRUPT:
      self = .damaged(path: path, reason: error.message ?? "the file is malformed")
    case .SQLITE_FULL: self = .notWritable(path: path, reason: "the disk is full")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR:
      self = .notWritable(path: path, reason: error.message ?? "the disk does not let us")
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    default: self = .failed(path: path, reason: error.message ?? "\(error)")
    }
  }
}
