import Foundation

/// A gate that work waits at until a test opens it.
final class Lock: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func waitUntilOpen() { semaphore.wait() }

  func open() { semaphore.signal() }
}
