/// A day in the calendar, without time or zone.
public struct Day: Sendable, Hashable, Comparable {
  /// Calendar year.
  public var year: Int
  /// Month, 1…12.
  public var month: Int
  /// Day of the month, 1…31; a file that gives only year and month is read as the first.
  public var day: Int

  /// A day; the caller has checked that it exists.
  public init(year: Int, month: Int, day: Int = 1) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Earlier days are smaller.
  public static func < (lhs: Day, rhs: Day) -> Bool {
    (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
  }
}

/// A result on USMLE Step 1, which has been reported as pass or fail since 26 January 2022.
public struct Step1: Sendable, Hashable, Codable {
  /// The three-digit score, or nil for a pass without a score.
  public var score: Int?
  /// Day of the (last) attempt.
  public var date: Day?
  /// Number of attempts, 1 for a first-time pass; nil is unknown.
  public var attempts: Int?

  /// A Step 1 result.
  public init(score: Int?, date: Day? = nil, attempts: Int? = nil) {
    self.score = score
    self.date = date
    self.attempts = attempts
  }
}

/// A result on COMLEX-USA Level 1, pass or fail since 10 May 2022.
public struct Level1: Sendable, Hashable, Codable {
  /// The score, or nil for a pass without a score.
  public var score: Int?
  /// Day of the (last) attempt.
  public var date: Day?
  /// Number of attempts; nil is unknown.
  public var attempts: Int?

  /// A Level 1 result.
  public init(score: Int?, date: Day? = nil, attempts: Int? = nil) {
    self.score = score
    self.date = date
    self.attempts = attempts
  }
}

/// A result on an exam that is always scored (Step 2 CK, COMLEX Level 2-CE).
public struct ScoredExam: Sendable, Hashable, Codable {
  /// The score of the passing attempt.
  public var score: Int
  /// Day of the (last) attempt.
  public var date: Day?
  /// Number of attempts; nil is unknown.
  public var attempts: Int?

  /// A scored result.
  public init(score: Int, date: Day? = nil, attempts: Int? = nil) {
    self.score = score
    self.date = date
    self.attempts = attempts
  }
}

extension Day: Codable, CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    func pad(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  /// Parses `YYYY-MM-DD` or `YYYY-MM`; nil unless it is a day of the Gregorian calendar.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    let day = parts.count == 3 ? Int(parts[2]) : 1
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard let day, day >= 1, day <= lengths[month - 1] else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD` or `YYYY-MM`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a day; write it as 2025-06-30")
    }
    self = day
  }

  /// Writes `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
