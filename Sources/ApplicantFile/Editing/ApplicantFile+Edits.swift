import Yams

extension ApplicantFile {
  /// An applicant with some fields changed, checked like a file that says so.
  ///
  /// Paths are those of the file: `step2ck.score`, `letters.strength`, `specialties[1].weight`,
  /// `limits.budget` or just `budget`. A section may be set as a whole with YAML in brackets, as
  /// `specialties=[Dermatology, Internal Medicine]`.
  ///
  /// - Throws: the problems of the changed file; their `file` is `--set` and they have no line.
  public static func applying(
    edits: [FileEdit], to applicant: Applicant, rules: FileRules, names: any NameCatalog
  ) throws(ApplicantFileError) -> ApplicantFile {
    // Values may hold anchors, which live as long as their parser.
    var parsers: [Parser] = []
    var root = try node(write(applicant, comments: .none), keeping: &parsers, rules: rules)
    for edit in edits { try apply(edit, to: &root, keeping: &parsers, rules: rules) }
    return try withExtendedLifetime(parsers) { () throws(ApplicantFileError) -> ApplicantFile in
      try decode(root, fileName: editName, rules: rules, names: names, hasPlaces: false)
    }
  }

  private static var editName: String { "--set" }

  private static func node(
    _ text: String, keeping parsers: inout [Parser], rules: FileRules
  ) throws(ApplicantFileError) -> Node {
    let checked = try FileText(text: text, fileName: editName, rules: rules)
    do {
      let parser = try Parser(yaml: checked.text, encoding: .utf8)
      parsers.append(parser)
      return try parser.singleRoot() ?? Node("")
    } catch {
      throw ApplicantFileError(problems: [syntaxProblem(error, fileName: editName)])
    }
  }

  private static func failure(
    _ edit: FileEdit, _ message: String, remedy: String?
  ) -> ApplicantFileError {
    ApplicantFileError(problems: [
      FileProblem(
        kind: .unknownKey, file: editName, field: edit.path, value: edit.value, message: message,
        remedy: remedy)
    ])
  }

  private static func apply(
    _ edit: FileEdit, to root: inout Node, keeping parsers: inout [Parser], rules: FileRules
  ) throws(ApplicantFileError) {
    var path = NodeDecoder.canonicalKey(edit.path)
    if let home = FieldGuide.home(ofKey: path) { path = home }
    guard let steps = EditPath.steps(path) else {
      throw failure(
        edit, "this is not a path", remedy: "write it as step2ck.score or specialties[0].weight")
    }
    guard steps.isKnown else {
      let near = Spelling.nearest(
        to: FieldGuide.withoutPositions(path), among: FieldGuide.all.map(\.path))
      throw failure(
        edit, "an applicant's file has no field ‘\(edit.path)’",
        remedy: near.map { "did you mean `\($0)`?" }
          ?? "the fields are those of the file's layout, such as step2ck.score")
    }
    let value: Node
    if edit.value.allSatisfy(\.isWhitespace) {
      value = Node("")
    } else if FieldGuide.of(path)?.accepted == "text" {
      value = Node(edit.value, .implicit, .plain)
    } else {
      value = try node(edit.value, keeping: &parsers, rules: rules)
    }
    guard EditPath.set(value, at: steps.steps[...], in: &root) else {
      throw failure(
        edit, "there is no such place in the file",
        remedy: "positions count from 0, and the first one after the last adds an entry")
    }
  }
}
