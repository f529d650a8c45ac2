import Yams

extension ApplicantFile {
  /// Puts a parser's error into words for people.
  static func syntaxProblem(_ error: any Error, fileName: String) -> FileProblem {
    var problem = FileProblem(
      kind: .syntax, file: fileName, message: "the file is not valid YAML or JSON",
      remedy: "compare the line, and the one before it, with an example file")
    guard let error = error as? YamlError else { return problem }
    switch error {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
      .composer(let context, let text, let mark, _):
      // What is opened and never closed is noticed at the end, and mended at its beginning.
      let isUnclosed = text.contains("end of stream")
      let place = isUnclosed ? context?.mark ?? mark : mark
      problem.line = place.line
      problem.column = place.column
      problem.message += ": \(text)"
      if let context { problem.message += " (\(context.text), from line \(context.mark.line))" }
      problem.remedy = remedy(for: text) ?? problem.remedy
    case .reader(let text, _, _, _):
      problem.kind = .refused
      problem.message = "the file holds characters that YAML does not allow: \(text)"
      problem.remedy = "save it as plain text in UTF-8"
    case .duplicatedKeysInMapping(let duplicates, let context):
      problem.kind = .duplicate
      problem.line = context.mark.line
      problem.column = context.mark.column
      problem.field = duplicates.first ?? ""
      problem.message = "the key ‘\(duplicates.first ?? "")’ stands twice"
      problem.remedy = "keep one of the two lines"
    case .memory:
      problem.kind = .refused
      problem.message = "the file is nested too deeply"
      problem.remedy = "an applicant's file needs no more than four levels"
    case .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      break
    }
    return problem
  }

  private static func remedy(for text: String) -> String? {
    if text.contains("tab") || text.contains("cannot start any token") {
      return "use spaces, not tabs, and put text with special characters in quotation marks"
    }
    if text.contains("mapping values are not allowed") {
      return "put text that contains a colon in quotation marks, and check the indentation"
    }
    if text.contains("quoted scalar") || text.contains("end of stream") {
      return "a quotation mark or bracket is opened and never closed; the file may be cut off"
    }
    if text.contains("expected ',' or") {
      return "a bracket is opened and never closed, or a comma is missing"
    }
    if text.contains("block end") || text.contains("could not find expected ':'") {
      return "each line is `key: value`; check its indentation and the colon"
    }
    if text.contains("another document") {
      return "one file is one applicant: remove the line of three hyphens and what follows"
    }
    return nil
  }
}
