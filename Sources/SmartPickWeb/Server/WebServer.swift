import Advising
import Hummingbird
public import Logging

/// The server as one call, for a program that does nothing else.
public enum WebServer {
  /// Opens the facts and the rules, listens, and serves until SIGTERM or SIGINT.
  ///
  /// Requests that have begun are answered before it returns.
  ///
  /// - Parameter onStart: called with the port once the server listens.
  /// - Throws: `AdviceError.data` for facts that cannot be read; `IOError` with `EADDRINUSE`
  ///   for a port that is taken.
  public static func run(
    _ settings: WebSettings, logger: Logger,
    onStart: @escaping @Sendable (Int) async -> Void = { _ in }
  ) async throws {
    let desk = try AdviceDesk.open(settings: settings)
    try await WebApplication(desk: desk, settings: settings)
      .application(logger: logger, onStart: onStart)
      .runService()
  }
}
