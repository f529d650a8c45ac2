/// The expert rules that turn a file's features into a reading; see `reading-rules.yaml`.
package struct ReadingRules: Sendable, Equatable, Decodable {
  /// A test of one feature.
  package struct Condition: Sendable, Equatable {
    package var feature: FileFeature
    package var atLeast: Double?
    package var atMost: Double?
    package var equals: Double?

    /// Whether the feature is known and satisfies every bound given.
    package func holds(in features: FileFeatures) -> Bool {
      guard let value = features[feature] else { return false }
      if let atLeast, value < atLeast { return false }
      if let atMost, value > atMost { return false }
      if let equals, value != equals { return false }
      return true
    }
  }

  /// Points of concern from one feature.
  package struct Rule: Sendable, Equatable {
    /// What multiplies the points.
    package enum Kind: String, Sendable, Decodable {
      /// The weight of the specialty and the attitude's `score`.
      case score
      /// The attitude's `file`.
      case file
    }

    package var id: String
    package var condition: Condition
    package var above: Double?
    package var below: Double?
    package var perUnit: Double?
    package var cap: Double?
    package var points: Double?
    package var kind: Kind
    package var text: String

    /// Points before multipliers; 0 where the feature is unknown or the rule does not apply.
    package func points(in features: FileFeatures) -> Double {
      guard let value = features[condition.feature] else { return 0 }
      if let above, let perUnit {
        guard value > above else { return 0 }
        let raw = perUnit * (value - above)
        guard let cap else { return raw }
        return raw < 0 ? max(-cap, raw) : min(cap, raw)
      }
      if let below, let perUnit {
        guard value < below else { return 0 }
        let raw = perUnit * (below - value)
        guard let cap else { return raw }
        return raw < 0 ? max(-cap, raw) : min(cap, raw)
      }
      return condition.holds(in: features) ? points ?? 0 : 0
    }
  }

  /// How one kind of program multiplies the points.
  package struct Attitude: Sendable, Equatable, Decodable {
    package var id: String
    package var name: String
    package var score: Double
    package var file: Double
  }

  /// Where concern turns a blip into a signal and a signal into a problem.
  package struct Thresholds: Sendable, Equatable, Decodable {
    package var signal: Double
    package var problem: Double
    package var spread: Double
    /// Concern that a file meets at least where its score stands no higher than the middle of those
    /// who did not match: the reading is never calmer than the standing.
    package var standingBelow: Double
    /// Points of programs that a single change must move to be shown.
    package var leastLever: Double
  }

  /// Evidence for or against an interpretation.
  package struct Evidence: Sendable, Equatable {
    package var condition: Condition
    package var points: Double
    package var text: String
  }

  /// One of the article's five interpretations.
  package struct Interpretation: Sendable, Equatable, Decodable {
    package var id: String
    package var name: String
    package var meaning: String
    package var base: Double
    package var evidence: [Evidence]
  }

  /// A single change of the file.
  package struct Lever: Sendable, Equatable {
    package var id: String
    package var text: String
    package var inReach: Bool
    /// What must hold for the change to be one at all.
    package var when: [Condition]
    package var set: [FileFeature: Double]
  }

  package var thresholds: Thresholds
  package var base: Double
  package var attitudes: [Attitude]
  /// Share of programs by attitude for each weight of the score, in the order of ``attitudes``; not
  /// in the file, since the odds have them.
  package var attitudeShares: [Int: [Double]] = [:]
  package var levelFactor: [Int: Double]
  package var rules: [Rule]
  package var interpretations: [Interpretation]
  package var levers: [Lever]

  private enum CodingKeys: String, CodingKey {
    case thresholds, base, attitudes, levelFactor, rules, interpretations, levers
  }
}

extension ReadingRules.Condition: Decodable {}

extension ReadingRules.Rule: Decodable {
  private enum Key: String, CodingKey {
    case id, feature, above, below, perUnit, cap, points, kind, text
  }

  package init(from decoder: any Decoder) throws {
    condition = try ReadingRules.Condition(from: decoder)
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(String.self, forKey: .id)
    above = try container.decodeIfPresent(Double.self, forKey: .above)
    below = try container.decodeIfPresent(Double.self, forKey: .below)
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

  package init(from decoder: any Decoder) throws {
    condition = try ReadingRules.Condition(from: decoder)
    let container = try decoder.container(keyedBy: Key.self)
    points = try container.decode(Double.self, forKey: .points)
    text = try container.decode(String.self, forKey: .text)
  }
}

extension ReadingRules.Lever: Decodable {
  private enum Key: String, CodingKey {
    case id, text, inReach, when, set
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(String.self, forKey: .id)
    text = try container.decode(String.self, forKey: .text)
    inReach = try container.decode(Bool.self, forKey: .inReach)
    when = try container.decodeIfPresent([ReadingRules.Condition].self, forKey: .when) ?? []
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
