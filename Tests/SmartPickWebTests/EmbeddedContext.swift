import Logging
import NIOCore
import NIOEmbedded

/// A connection that goes nowhere, for tests that call a middleware alone.
enum EmbeddedContext {
  static var channel: any Channel { EmbeddedChannel() }
  static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
