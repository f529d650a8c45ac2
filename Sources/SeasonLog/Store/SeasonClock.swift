import Foundation

/// The time at which a line is written.
enum SeasonClock {
  /// `2026-10-12T18:04:05Z`.
  static func stamp(_ date: Date) -> String { date.ISO8601Format() }
}
