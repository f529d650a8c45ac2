import AdviceRendering

/// One JSON document on standard output: sorted keys, the same bytes for the same value.
enum JSONOutput {
  static func text(_ value: some Encodable) throws(CommandFailure) -> String {
    do {
      return try JSONExport.encode(value)
    } catch {
      throw CommandFailure("the answer could not be written as JSON: \(error)", .failed)
    }
  }
}
