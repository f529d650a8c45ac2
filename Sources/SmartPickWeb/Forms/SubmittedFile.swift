import ApplicantFile
import AdviceRendering

/// An applicant's file as it came with a request: typed into the form, carried along by a page,
/// or uploaded.
struct SubmittedFile: Sendable {
  /// The values of the form, to show it again.
  var input: FormInput
  /// What was read; nil when there are problems.
  var file: ApplicantFile?
  /// What is wrong, in the order of the file.
  var problems: [FileProblem]
  /// What deserves a second look.
  var warnings: [FileProblem]
  /// The partner's file, for a couple.
  var partner: Applicant?

  /// The partner's file as pages carry it along; empty without one.
  var partnerText: String {
    partner.map { ApplicantFile.write($0, comments: .none) } ?? input.raw("partner") ?? ""
  }

  /// The file's text with what is known and nothing else: what pages carry along.
  var text: String {
    file.map { ApplicantFile.write($0.applicant, comments: .none) } ?? input.raw("file") ?? ""
  }
}

extension AdviceDesk {
  /// Names of fields beside the file that a page may change without the form.
  static let adjustable = [
    "limits.budget", "limits.applications", "limits.interviews", "limits.point_worth", "aim",
    "couple_wishes.together",
  ]

  /// Fields that a page asks for one at a time; an empty answer changes nothing.
  static let askable = Set(
    FormLayout.fields.map(\.path).filter { !$0.contains("[") && !adjustable.contains($0) })

  /// The changes of a carried file that came beside it.
  private func edits(_ input: FormInput, of applicant: Applicant) throws -> [FileEdit] {
    var input = input
    if let text = input.text("list.add") {
      let name = ListChange.keep.rawValue
      input.set(name, input.all(name) + [try listed(text, of: applicant)])
    }
    let dials = Self.adjustable.filter { input.has($0) }.map {
      FileEdit(path: $0, value: input.text($0) ?? "unknown")
    }
    let answers = FormLayout.fields.compactMap { field -> FileEdit? in
      guard Self.askable.contains(field.path), let value = input.text(field.path) else {
        return nil
      }
      let isList =
        switch field.control {
        case .list, .checks: value != "none" && value != "unknown"
        default: false
        }
      return FileEdit(path: field.path, value: isList ? "[\(value)]" : value)
    }
    return dials + answers + ListChange.edits(input, of: applicant)
  }

  /// Reads what was submitted.
  ///
  /// The form comes with the hidden field `form`; without it, the field `file` holds the text and
  /// the fields of ``adjustable`` and ``askable`` and the presses of
  /// ``ListChange`` change it. An upload replaces both. The field `partner`, or the
  /// upload `partner-upload`, is a partner's file.
  func submitted(_ input: FormInput) throws -> SubmittedFile {
    var submitted = try own(input)
    let upload = input.uploads["partner-upload"]
    let carried = input.raw("partner").flatMap { $0.isEmpty ? nil : $0 }
    guard upload != nil || carried != nil else { return submitted }
    do {
      let file =
        try upload.map { try read(bytes: $0.bytes, name: $0.fileName) }
        ?? read(carried ?? "", name: "your partner's file")
      submitted.partner = file.applicant
      submitted.input.set("partner", [submitted.partnerText])
    } catch let error as ApplicantFileError {
      submitted.file = nil
      submitted.problems += error.problems.map { problem in
        var problem = problem
        problem.message =
          "your partner's file: "
          + (problem.field.isEmpty ? "" : "\(problem.field): ") + problem.message
        problem.field = "partner"
        return problem
      }
    }
    return submitted
  }

  private func own(_ input: FormInput) throws -> SubmittedFile {
    if let upload = input.uploads["upload"] {
      var loaded = FormInput()
      // Shown again where it cannot be read; a file that is not text has nothing to show.
      if upload.bytes.count <= limits.fileBytes,
        let text = String(validating: upload.bytes, as: UTF8.self)
      {
        loaded.set("file", [text])
      }
      return try own(
        name: upload.fileName, input: loaded
      ) { try read(bytes: upload.bytes, name: upload.fileName) }
    }
    if input.has("form") { return try submittedForm(input) }
    guard let text = input.raw("file"), !text.isEmpty else {
      throw WebError.badRequest(
        "There is no applicant's file in the request. Start from the form.",
        errors: [.init(field: "file", message: "missing")])
    }
    return try own(name: "your file", input: input) {
      let file = try read(text)
      let edits = try edits(input, of: file.applicant)
      return edits.isEmpty ? file : try edit(file.applicant, edits)
    }
  }

  private func read(bytes: [UInt8], name: String) throws -> ApplicantFile {
    try ApplicantFile.parse(
      bytes: bytes, fileName: name, rules: fileRules(asOf: try today()), names: catalog)
  }

  private func own(
    name: String, input: FormInput, _ read: () throws -> ApplicantFile
  ) throws -> SubmittedFile {
    do {
      let file = try read()
      return SubmittedFile(
        input: Self.input(file.applicant), file: file, problems: [], warnings: file.warnings)
    } catch let error as ApplicantFileError {
      return SubmittedFile(
        input: input, file: nil, problems: error.problems, warnings: error.warnings)
    }
  }

  private func submittedForm(_ input: FormInput) throws -> SubmittedFile {
    let form = FormFile(input)
    func located(_ problems: [FileProblem]) -> [FileProblem] {
      problems.map { problem in
        var problem = problem
        problem.field = form.formPath(problem.field)
        // Lines of the text made from the form mean nothing to the reader.
        problem.line = nil
        problem.column = nil
        return problem
      }
    }
    do {
      var file = try read(form.text, name: "the form")
      if let base = input.raw("file"), !base.isEmpty, let old = try? read(base) {
        Self.keep(from: old.applicant, in: &file.applicant)
      }
      return SubmittedFile(
        input: input, file: file, problems: [], warnings: located(file.warnings))
    } catch let error as ApplicantFileError {
      return SubmittedFile(
        input: input, file: nil, problems: located(error.problems),
        warnings: located(error.warnings))
    }
  }

  /// Keeps what a loaded file says and the form does not ask.
  static func keep(from old: Applicant, in new: inout Applicant) {
    new.partnerFile = old.partnerFile
    new.coupleWishes = old.coupleWishes
    if let flags = new.redFlags {
      new.redFlags = flags.map { flag in
        RedFlag(kind: flag.kind, note: old.redFlags?.first { $0.kind == flag.kind }?.note)
      }
    }
    if old.specialties.count > FormLayout.specialtyRows,
      new.specialties.count == FormLayout.specialtyRows
    {
      new.specialties += old.specialties.dropFirst(FormLayout.specialtyRows)
    }
    if let rotations = old.rotations, rotations.count > FormLayout.rotationRows,
      new.rotations?.count == FormLayout.rotationRows
    {
      new.rotations = (new.rotations ?? []) + rotations.dropFirst(FormLayout.rotationRows)
    }
  }

  /// A file as the values of the form.
  static func input(_ applicant: Applicant) -> FormInput {
    var input = FormInput()
    for field in FormLayout.fields {
      let values = field.values(applicant)
      guard !values.isEmpty else { continue }
      if case .list = field.control {
        input.set(field.path, [values.joined(separator: ", ")])
      } else {
        input.set(field.path, values)
      }
    }
    input.set("file", [ApplicantFile.write(applicant, comments: .none)])
    return input
  }
}
