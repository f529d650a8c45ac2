public import Foundation

/// Why a parameter file could not be used.
public struct OddsParametersError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What, where, and how to mend it.
  public let description: String

  /// An error with a message for people.
  public init(_ description: String) { self.description = description }
}

extension OddsParameters {
  /// Reads a parameter file.
  public static func load(path: String) throws(OddsParametersError) -> OddsParameters {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OddsParametersError(
        "cannot read the odds parameters at \(path); give the path of a calibration.json, such as "
          + "the one that `smartpick calibrate` writes")
    }
    return try decode(data, from: path)
  }

  /// Reads parameters from JSON; `origin` names the file in messages.
  public static func decode(
    _ data: Data, from origin: String
  ) throws(OddsParametersError) -> OddsParameters {
    let parameters: OddsParameters
    do {
      parameters = try JSONDecoder().decode(OddsParameters.self, from: data)
    } catch {
      throw OddsParametersError("\(origin) is not a file of odds parameters: \(error)")
    }
    guard parameters.format == 1 else {
      throw OddsParametersError(
        "\(origin) has format \(parameters.format); this version reads format 1")
    }
    try parameters.check(origin: origin)
    return parameters
  }

  /// The file as JSON, the same bytes for the same numbers.
  public func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(self)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  private func check(origin: String) throws(OddsParametersError) {
    guard !attitudes.isEmpty else {
      throw OddsParametersError("\(origin) names no attitude; at least one is needed")
    }
    for attitude in attitudes where attitude.floorWidth.value <= 0 || attitude.share.value <= 0 {
      throw OddsParametersError(
        "\(origin): attitude '\(attitude.id)' needs a share and a floorWidth above 0")
    }
    for rule in evidence where EvidenceRule.Kind(rawValue: rule.id) == nil {
      let known = EvidenceRule.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw OddsParametersError(
        "\(origin): evidence '\(rule.id)': no file answers this; accepted: \(known)")
    }
    let sum = evidence.reduce(0) { $0 + $1.correlation.value * $1.correlation.value }
    guard sum < 1 else {
      throw OddsParametersError(
        "\(origin): the evidence explains \(sum) of the strength's variance; the squares of the "
          + "correlations must sum to less than 1")
    }
    for name in SharedCoefficient.allCases where shared[name.rawValue] == nil {
      throw OddsParametersError(
        "\(origin): shared.\(name.rawValue) is missing; copy it from the shipped calibration.json "
          + "or run `smartpick calibrate` again")
    }
    for (name, value) in shared where !value.value.isFinite || value.standardDeviation < 0 {
      throw OddsParametersError(
        "\(origin): shared.\(name) needs a finite value and a standardDeviation of 0 or more")
    }
  }
}
