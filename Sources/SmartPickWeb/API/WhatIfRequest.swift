import ApplicantFile

/// The body of `POST /api/v1/whatif`: a file and the fields to change.
struct WhatIfRequest {
  let fileText: String
  let edits: [FileEdit]

  /// Most changes in one request.
  static let mostChanges = 50

  init(_ value: JSONValue) throws(WebError) {
    var reader = try JSONReader(value)
    let applicant = reader.require("applicant", "the applicant's file")
    let changes = reader.require("changes", "a list of {path, value}")
    var edits: [FileEdit] = []
    switch changes {
    case .array(let items)?:
      if items.isEmpty || items.count > Self.mostChanges {
        reader.report("changes", "give 1 to \(Self.mostChanges) changes")
      }
      for (index, item) in items.prefix(Self.mostChanges).enumerated() {
        let field = "changes[\(index)]"
        guard let members = item.members, let path = members["path"]?.text, !path.isEmpty,
          let value = members["value"], members.count == 2
        else {
          reader.report(field, "not {\"path\": …, \"value\": …}, as in {\"path\": \"budget\"}")
          continue
        }
        edits.append(FileEdit(path: path, value: Self.text(value)))
      }
    case nil: break
    default: reader.report("changes", "not a list")
    }
    if let applicant, applicant.members == nil { reader.report("applicant", "not an object") }
    try reader.finish(accepted: "applicant, changes")
    fileText = applicant?.json ?? "{}"
    self.edits = edits
  }

  /// A value as it would stand in the file.
  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "unknown"
    case .string(let text): text
    default: value.json
    }
  }
}
