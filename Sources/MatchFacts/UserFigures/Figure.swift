/// Where a figure of a program comes from.
public enum FigureOrigin: Sendable, Hashable {
  /// The published facts.
  case published(Citation)
  /// The user's own file, imported on a day; the line of the file.
  case yours(file: String, date: CalendarDate, line: Int)
  /// A data pack that the user added.
  case pack(name: String, season: String)

  /// The origin in a few words: "published, 2023", "yours, spring.csv of 2026-01-06".
  public var displayText: String {
    switch self {
    case .published(let citation):
      citation.year.isEmpty ? "published" : "published, \(citation.year)"
    case .yours(let file, let date, _): "yours, \(file) of \(date)"
    case .pack(let name, let season): season.isEmpty ? name : "\(name), \(season)"
    }
  }
}

/// A value with its origin.
public struct Figure<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  public var value: Value
  /// Where it comes from.
  public var origin: FigureOrigin

  /// A value with its origin.
  public init(_ value: Value, origin: FigureOrigin) {
    self.value = value
    self.origin = origin
  }

  /// The same figure with its value turned into another.
  public func map<Other>(_ transform: (Value) -> Other) -> Figure<Other> {
    Figure<Other>(transform(value), origin: origin)
  }
}

extension Figure: Encodable where Value: Encodable {
  private enum Key: String, CodingKey {
    case value
    case origin
    case file
    case date
    case line
    case pack
    case season
    case source
  }

  /// `{"value": …, "origin": "yours", "file": …, "date": …, "line": …}`, or `"published"` with its
  /// `source`, or `"pack"` with its name and season.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(value, forKey: .value)
    switch origin {
    case .published(let citation):
      try container.encode("published", forKey: .origin)
      try container.encode(citation, forKey: .source)
    case .yours(let file, let date, let line):
      try container.encode("yours", forKey: .origin)
      try container.encode(file, forKey: .file)
      try container.encode(date, forKey: .date)
      try container.encode(line, forKey: .line)
    case .pack(let name, let season):
      try container.encode("pack", forKey: .origin)
      try container.encode(name, forKey: .pack)
      try container.encode(season, forKey: .season)
    }
  }
}
