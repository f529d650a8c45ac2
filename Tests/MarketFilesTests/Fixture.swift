import Foundation
import MarketFiles
import StableMatching
import Testing

/// Files beside the tests.
enum Fixture {
  static func path(_ name: String) throws -> String {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
    return folder.appendingPathComponent(name).path
  }

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  static func market(_ name: String) throws -> NamedMarket {
    try MarketFilePaths(
      applicants: path("\(name).applicants.csv"), programs: path("\(name).programs.csv")
    ).read().market()
  }
}

extension SourceText {
  /// A text written in a test.
  init(_ text: String, name: String = "test.csv") throws {
    try self.init(name: name, bytes: Array(text.utf8))
  }
}

extension NamedMarket {
  /// The matching by name.
  func byName(_ matching: Matching) -> [String: String?] {
    var result: [String: String?] = [:]
    for (id, name) in names.applicants.enumerated() {
      result.updateValue(matching.program(of: id).map { names.programs[$0] }, forKey: name)
    }
    return result
  }
}
