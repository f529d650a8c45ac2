import HTTPTypes
import NIOPosix
import Synchronization

/// Runs heavy work on threads of its own, so many at once and so many in waiting.
///
/// The event loops and the cooperative pool stay free to accept, refuse and serve small answers
/// while advices are computed. A request beyond the waiting line is refused at once, which under
/// load is kinder than an answer that comes after the reader has left.
final class WorkQueue: Sendable {
  /// Counts for the metrics.
  struct Load: Sendable {
    var pending = 0
    var refused = 0
  }

  private let pool: NIOThreadPool
  private let limit: Int
  private let waitSeconds: Double
  private let state = Mutex(Load())

  /// A queue with running threads.
  init(limits: WebLimits, cores: Int) {
    let workers = limits.workers > 0 ? limits.workers : max(1, cores)
    pool = NIOThreadPool(numberOfThreads: workers)
    pool.start()
    limit = workers + max(0, limits.waiting)
    waitSeconds = limits.waitSeconds
  }

  /// The work that is running or waiting, and what was refused so far.
  var load: Load { state.withLock { $0 } }

  /// Runs work when its turn comes.
  ///
  /// - Throws: `WebError` 503 when the line is full or the turn comes too late; what `work` throws.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    let isAccepted = state.withLock { load in
      guard load.pending < limit else {
        load.refused += 1
        return false
      }
      load.pending += 1
      return true
    }
    guard isAccepted else { throw Self.busy }
    defer { state.withLock { $0.pending -= 1 } }
    let latest = ContinuousClock.now + .seconds(waitSeconds)
    return try await pool.runIfActive {
      guard ContinuousClock.now <= latest else { throw Self.busy }
      return try work()
    }
  }

  /// Ends the threads once their work is done.
  func shutDown() async { try? await pool.shutdownGracefully() }

  private static var busy: WebError {
    WebError(
      .serviceUnavailable, "Busy",
      "Many people are asking at once. Nothing is lost: try again in a few seconds.",
      headers: [.retryAfter: "2"])
  }
}
