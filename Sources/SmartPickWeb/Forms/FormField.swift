import ApplicantFile

/// One question of the form: a field of the applicant's file and how it is asked.
///
/// Title, explanation and what it matters for come from the file's own `FieldGuide`, so the form,
/// the command line's interview and the file's remarks use the same words.
struct FormField: Sendable {
  /// A choice of a field with few values.
  struct Option: Sendable, Hashable {
    /// As it stands in the file.
    var value: String
    /// For people.
    var label: String
  }

  enum Control: Sendable {
    /// A line of text.
    case text
    /// Some lines of text.
    case paragraph
    /// Digits.
    case number(example: String)
    /// A day.
    case day
    /// Yes, no, or not known.
    case yesNo
    /// One of a few words.
    case choice([Option])
    /// One of a few words, all in sight.
    case radio([Option])
    /// Some of a few words; `none` is an answer of its own.
    case checks([Option], none: String?)
    /// Several values in one line, separated by commas.
    case list(example: String)
    /// A specialty of the directory.
    case specialty
    /// A state.
    case state
  }

  /// Path in the file, with the position in a list, as in `specialties[0].name`.
  var path: String
  var control: Control
  /// The values in a file, as the control shows them.
  var values: @Sendable (Applicant) -> [String]
  /// For which applicants the question makes sense; nil for all.
  ///
  /// The page folds the others away by script; they are always there without it.
  var only: Audience?
  /// A title where the guide's own needs the place in a list.
  var title: String?

  enum Audience: String, Sendable {
    case osteopathic = "do"
    case international = "img"
    case american = "us"
  }

  init(
    _ path: String, _ control: Control, only: Audience? = nil, title: String? = nil,
    values: @escaping @Sendable (Applicant) -> [String]
  ) {
    self.path = path
    self.control = control
    self.only = only
    self.title = title
    self.values = values
  }

  /// A field with at most one value.
  static func one(
    _ path: String, _ control: Control, only: Audience? = nil, title: String? = nil,
    _ value: @escaping @Sendable (Applicant) -> String?
  ) -> FormField {
    FormField(path, control, only: only, title: title) { value($0).map { [$0] } ?? [] }
  }

  var guide: FieldGuide? { FieldGuide.of(path) }

  /// An identifier for the page's markup.
  var id: String { "f-" + path.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined() }

  /// Whether free text stands there, which must not be taken for a number or a word of the layout.
  var isText: Bool {
    switch control {
    case .text, .paragraph: true
    default: false
    }
  }
}

/// A step of the form.
struct FormStep: Sendable {
  var id: String
  var title: String
  var introduction: String
  var groups: [Group]

  /// Fields that stand together, with a heading where there are several groups.
  struct Group: Sendable {
    var title: String?
    var fields: [FormField]
  }

  var fields: [FormField] { groups.flatMap(\.fields) }
}
