/// The expert rules that turn a file's features into a reading; see `reading-rules.yaml`.
struct ReadingRules: Sendable, Equatable, Decodable {
  /// A test of one feature.
  struct Condition: Sendable, Equatable {
    var feature: FileFeature
    var atLeast: Double?
    var atMost: Double?
    var equals: Double?

    /// Whether the feature is known and satisfies every bound given.
    func holds(in features: FileFeatures) -> Bool {
      guard let value = features[feature] else { return false }
      if let atLeast, value < atLeast { return false }
      if let atMost, value > atMost { return false }
      if let equals, value != equals { return false }
      return true
    }
  }

  /// Points of concern from one feature.
  struct Rule: Sendable, Equatable {
    /// What multiplies the points.
    enum Kind: String, Sendable, Decodable {
      /// The weight of the specialty and the attitude's `score`.
      case score
      /// The attitude's `file`.
      case file
    }

    var id: String
    var condition: Condition
    var above: Double?
    var perUnit: Double?
    var cap: Double?
    var points: Double?
    var kind: Kind
    var text: String

    /// Points before multipliers; 0 where the feature is unknown or the rule does not apply.
    func points(in features: FileFeatures) -> Double {
      guard let value = features[condition.feature] else { return 0 }
      if let above, let perUnit {
        guard value > above else { return 0 }
        let raw = perUnit * (value - above)
        guard let cap else { return raw }
        return raw < 0 ? max(-cap, raw) : min(cap, raw)
      }
      return condition.holds(in: features) ? points ?? 0 : 0
    }
  }

  /// How one kind of program multiplies the points.
  struct Attitude: Sendable, Equatable, Decodable {
    var name: String
    var score: Double
    var file: Double
  }

  /// Where concern turns a blip into a signal and a signal into a problem.
  struct Thresholds: Sendable, Equatable, Decodable {
    var signal: Double
    var problem: Double
    var spread: Double
  }

  /// Evidence for or against an interpretation.
  struct Evidence: Sendable, Equatable {
    var condition: Condition
    var points: Double
    var text: String
  }

  /// One of the article's five interpretations.
  struct Interpretation: Sendable, Equatable, Decodable {
    var id: String
    var name: String
    var meaning: String
    var base: Double
    var evidence: [Evidence]
  }

  /// A single change of the file.
  struct Lever: Sendable, Equatable {
    var id: String
    var text: String
    var inReach: Bool
    var set: [FileFeature: Double]
  }

  var thresholds: Thresholds
  var base: Double
  var attitudes: [Attitude]
  var attitudeShares: [Int: [Double]]
  var levelFactor: [Int: Double]
  var rules: [Rule]
  var interpretations: [Interpretation]
  var levers: [Lever]
}

extension ReadingRules.Condition: Decodable {}

extension ReadingRules.Rule: Decodable {
  private enum Key: String, CodingKey {
    case id, feature, above, perUnit, cap, points, kind, text
  }

  init(from decoder: any Decoder) throws {
    condition = try ReadingRules.Condition(from: decoder)
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(String.self, forKey: .id)
    above = try container.decodeIfPresent(Double.self, forKey: .above)
    perUnit = try container.decodeIfPresent(Double.self, forKey: .perUnit)
    cap = try container.decodeIfPresent(Double.self, forKey: .cap)
    points = try container.decodeIfPresent(Double.self, forKey: .points)
    kind = try container.decode(Kind.self, forKey: .kind)
    text = try container.decode(String.self, forKey: .text)
  }
}

extension ReadingRules.Evidence: Decodable {
  private enum Key: String, CodingKey {
    case points, text
  }

  init(from decoder: any Decoder) throws {
    condition = try ReadingRules.Condition(from: decoder)
    let container = try decoder.container(keyedBy: Key.self)
    points = try container.decode(Double.self, forKey: .points)
    text = try container.decode(String.self, forKey: .text)
  }
}

extension ReadingRules.Lever: Decodable {
  private enum Key: String, CodingKey {
    case id, text, inReach, set
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(String.self, forKey: .id)
    text = try container.decode(String.self, forKey: .text)
    inReach = try container.decode(Bool.self, forKey: .inReach)
    let named = try container.decode([String: Double].self, forKey: .set)
    set = [:]
    for (name, value) in named {
      guard let feature = FileFeature(rawValue: name) else {
        throw DecodingError.dataCorruptedError(
          forKey: .set, in: container, debugDescription: "unknown feature '\(name)'")
      }
      set[feature] = value
    }
  }
}
