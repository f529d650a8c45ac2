/// The documented exit codes, after `sysexits.h`.
enum ExitStatus: Int32, Sendable {
  /// Failed for a reason outside the input.
  case failed = 1
  /// No stable matching was found.
  case noStableMatching = 2
  /// Wrong use of the command line.
  case usage = 64
  /// Input that breaks its format.
  case badData = 65
  /// Input that is not there or cannot be read.
  case missingInput = 66
  /// Output that cannot be written.
  case cannotWrite = 73
}

/// An error with a message for people and one of the documented exit codes.
struct CommandFailure: Error, Sendable {
  /// What is wrong, where, and what is accepted.
  var message: String
  /// Exit code.
  var status: ExitStatus

  init(_ message: String, _ status: ExitStatus) {
    self.message = message
    self.status = status
  }
}
