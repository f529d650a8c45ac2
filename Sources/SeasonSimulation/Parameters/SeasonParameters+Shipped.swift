import MatchFacts
import Foundation

/// Why a season's parameters could not be read.
public struct SeasonParametersError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What, where, and how to mend it.
  public let description: String

  /// An error with a message for people.
  public init(_ description: String) { self.description = description }
}

extension SeasonParameters {
  /// Reads a parameter file.
  public static func load(path: String) throws(SeasonParametersError) -> SeasonParameters {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SeasonParametersError(
        "cannot read the season's parameters at \(path); give the path of a season.json, such as "
          + "the one that `smartpick calibrate` writes")
    }
    do {
      let parameters = try JSONDecoder().decode(SeasonParameters.self, from: data)
      guard parameters.format == 1 else {
        throw SeasonParametersError(
          "\(path) has format \(parameters.format); this version reads format 1")
      }
      return parameters
    } catch let error as SeasonParametersError {
      throw error
    } catch {
      throw SeasonParametersError("\(path) is not a file of season parameters: \(error)")
    }
  }

  /// The file as JSON, the same bytes for the same numbers.
  public func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// The parameters in the file that `SMARTPICK_SEASON` names, else those that ship with the program.
  ///
  /// - Throws: `SeasonParametersError` where there is no such file or it cannot be read.
  public static func shipped() throws(SeasonParametersError) -> SeasonParameters {
    let place: String
    do {
      place = try ResourceFolder.season.path(of: "season.json", namedBy: "SMARTPICK_SEASON")
    } catch {
      throw SeasonParametersError("\(error)")
    }
    return try load(path: place)
  }
}
