import Foundation

/// One JSON document on standard output: sorted keys, the same bytes for the same value.
enum JSONOutput {
  static func text(_ value: some Encodable) throws(CommandFailure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw CommandFailure("the answer could not be written as JSON: \(error)", .failed)
    }
  }
}
