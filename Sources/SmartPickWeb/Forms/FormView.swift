import AdviceRendering
import ApplicantFile
import MatchFacts

/// The form's markup: fields with their labels, explanations and problems.
struct FormView: Sendable {
  var input: FormInput
  var problems: [FileProblem]
  var specialties: [Specialty]
  var states: [StateRegion]

  /// All steps.
  var steps: Markup {
    FormLayout.steps.enumerated().markup { index, step in self.step(step, number: index + 1) }
  }

  /// A summary of the problems, each a link to its field.
  var summary: Markup {
    guard !problems.isEmpty else { return "" }
    let items = problems.markup { problem in
      let text = Self.message(problem)
      guard let field = Self.field(of: problem.field) else { return "<li>\(text)</li>\n" }
      return "<li><a href=\"#\(field.id)\">\(Self.title(field))</a>: \(text)</li>\n"
    }
    let heading =
      problems.count == 1 ? "One thing to mend" : "\(problems.count) things to mend"
    return """
      <section class="section problems" id="problems" tabindex="-1" aria-labelledby="problems-title">
      <h2 id="problems-title">\(heading)</h2>
      <ul class="points">\(items)</ul></section>

      """
  }

  /// A problem in the words of the command line.
  static func message(_ problem: FileProblem) -> String {
    var text = problem.message
    if let line = problem.line {
      text = "line \(line)\(problem.column.map { ", column \($0)" } ?? ""): " + text
    }
    // A long list of what would do is noise beside the one word that was probably meant.
    if let accepted = problem.accepted, accepted.count < 120 || problem.remedy == nil {
      text += ". Accepted: \(accepted)"
    }
    if let remedy = problem.remedy { text += ". To mend it: \(remedy)" }
    return text.last.map { "?!.".contains($0) } == true ? text : text + "."
  }

  /// The field of the form that a problem is about: itself, or the first within its section.
  static func field(of path: String) -> FormField? {
    let fields = FormLayout.fields
    guard !path.isEmpty else { return nil }
    if let exact = fields.first(where: { $0.path == path }) { return exact }
    if let inside = fields.first(where: {
      $0.path.hasPrefix(path + ".") || $0.path.hasPrefix(path + "[")
    }) {
      return inside
    }
    return fields.filter { path.hasPrefix($0.path) }.max { $0.path.count < $1.path.count }
  }

  static func title(_ field: FormField) -> String {
    field.title ?? field.guide?.title ?? field.path
  }

  private func step(_ step: FormStep, number: Int) -> Markup {
    let groups = step.groups.markup { group in
      let fields = group.fields.markup(field)
      guard let title = group.title else { return "<div class=\"fields\">\(fields)</div>\n" }
      return """
        <fieldset class="group"><legend>\(title)</legend><div class="fields">\(fields)</div>\
        </fieldset>

        """
    }
    if number == 1 {
      return """
        <section class="section step" aria-labelledby="step-\(step.id)">
        <h2 id="step-\(step.id)"><span class="step-number">1</span> \(step.title)</h2>
        <p class="muted">\(step.introduction)</p>
        \(groups)</section>

        """
    }
    let answered = step.fields.count { !input.all($0.path).isEmpty }
    let state = answered == 0 ? "optional" : "\(answered) answered"
    let hasProblem = problems.contains { problem in
      Self.field(of: problem.field).map { found in
        step.fields.contains { $0.path == found.path }
      } ?? false
    }
    let open: Markup = hasProblem ? " open" : ""
    return """
      <details class="section step" id="step-\(step.id)"\(open)>
      <summary><span class="step-number">\(number)</span> <span class="step-title">\(step.title)\
      </span> <span class="step-state">\(state)</span></summary>
      <div class="step-body"><p class="muted">\(step.introduction)</p>
      \(groups)</div></details>

      """
  }

  /// One field.
  func field(_ field: FormField) -> Markup {
    let guide = field.guide
    let title = Self.title(field)
    let own = problems.filter { Self.field(of: $0.field)?.path == field.path }
    var described = ["\(field.id)-hint"]
    if !own.isEmpty { described.append("\(field.id)-error") }
    let errors = own.map(Self.message).joined(separator: " ")
    let hidden: Markup = own.isEmpty ? " hidden" : ""
    let error: Markup = """
      <p class="field-error" id="\(field.id)-error"\(hidden)>\(errors)</p>
      """
    // A select shows its choices; how to spell them need not be explained.
    var hint: Markup =
      if case .specialty = field.control { "From the directory of programs." } else {
        "\(guide?.explanation ?? "")"
      }
    if let matters = guide?.matters { hint += " <span class=\"matters\">\(matters)</span>" }
    let hintLine: Markup = "<p class=\"hint\" id=\"\(field.id)-hint\">\(hint)</p>"
    let audience: Markup = field.only.map { " data-only=\"\($0.rawValue)\"" } ?? ""
    let attributes: Markup = """
       aria-describedby="\(described.joined(separator: " "))"\
      \(own.isEmpty ? "" : " aria-invalid=\"true\"" as Markup)
      """
    if let group = choices(field, title: title, hint: hintLine, attributes: attributes) {
      return """
        <div class="field wide-field" data-path="\(field.path)"\(audience)>\(group)\(error)</div>

        """
    }
    return """
      <div class="field" data-path="\(field.path)"\(audience)>\
      <label for="\(field.id)">\(title)</label>\(hintLine)\
      \(control(field, attributes: attributes))\(error)</div>

      """
  }

  /// Radio buttons and check boxes, which are groups of their own.
  private func choices(
    _ field: FormField, title: String, hint: Markup, attributes: Markup
  ) -> Markup? {
    let kind: String
    var options: [FormField.Option]
    switch field.control {
    case .radio(let choices):
      kind = "radio"
      options = choices
    case .checks(let choices, let none):
      kind = "checkbox"
      options = choices
      if let none { options.append(.init(value: "none", label: none)) }
    default: return nil
    }
    let chosen = Set(input.all(field.path))
    let buttons = options.enumerated().markup { index, option in
      let id = index == 0 ? field.id : "\(field.id)-\(index)"
      let checked: Markup = chosen.contains(option.value) ? " checked" : ""
      return """
        <label class="pill"><input type="\(kind)" id="\(id)" name="\(field.path)" \
        value="\(option.value)"\(checked)> \(option.label)</label>

        """
    }
    return """
      <fieldset class="choices"\(attributes)><legend>\(title)</legend>\(hint)\
      <div class="pills">\(buttons)</div></fieldset>
      """
  }

  private func control(_ field: FormField, attributes: Markup) -> Markup {
    let name: Markup = "id=\"\(field.id)\" name=\"\(field.path)\"\(attributes)"
    let value = input.all(field.path).joined(separator: ", ")
    switch field.control {
    case .number(let example):
      return """
        <input type="text" inputmode="decimal" autocomplete="off" class="short" \(name) \
        value="\(value)" placeholder="\(example)">
        """
    case .day:
      return "<input type=\"date\" class=\"short\" \(name) value=\"\(value)\">"
    case .text:
      let isShort = field.path.hasSuffix(".score") || field.path.hasSuffix(".program")
      let style: Markup = isShort ? " class=\"short\"" : ""
      return "<input type=\"text\" autocomplete=\"off\"\(style) \(name) value=\"\(value)\">"
    case .list(let example):
      return """
        <input type="text" autocomplete="off" \(name) value="\(value)" placeholder="\(example)">
        """
    case .paragraph:
      return "<textarea rows=\"3\" \(name)>\(input.raw(field.path) ?? "")</textarea>"
    case .yesNo:
      let options = [
        FormField.Option(value: "yes", label: "Yes"), .init(value: "no", label: "No"),
      ]
      return select(name, options, chosen: value, empty: "Not known")
    case .choice(let options):
      return select(name, options, chosen: value, empty: "Not known")
    case .specialty:
      let options = specialties.map { FormField.Option(value: $0.name, label: $0.name) }
      return select(name, options, chosen: value, empty: "Choose …")
    case .state:
      let options = states.map { FormField.Option(value: $0.state, label: $0.name) }
      return select(name, options, chosen: value, empty: "Not known")
    case .radio, .checks:
      return ""
    }
  }

  private func select(
    _ name: Markup, _ options: [FormField.Option], chosen: String, empty: String
  ) -> Markup {
    let key = chosen.lowercased()
    var isFound = key.isEmpty
    let items = options.markup { option in
      let isChosen = option.value.lowercased() == key
      if isChosen { isFound = true }
      let selected: Markup = isChosen ? " selected" : ""
      return "<option value=\"\(option.value)\"\(selected)>\(option.label)</option>\n"
    }
    // What was typed elsewhere and is not among the choices stays, with its error beside it.
    let own: Markup = isFound ? "" : "<option value=\"\(chosen)\" selected>\(chosen)</option>\n"
    return "<select \(name)><option value=\"\">\(empty)</option>\n\(own)\(items)</select>"
  }
}

extension Sequence {
  /// The markup of every element, one after the other.
  func markup(_ transform: (Element) -> Markup) -> Markup {
    var result = Markup()
    for element in self { result += transform(element) }
    return result
  }
}
