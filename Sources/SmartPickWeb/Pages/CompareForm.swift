import AdviceRendering
import ApplicantFile

/// Two what-ifs to put side by side.
struct CompareForm: Sendable {
  var fileText: String
  var applicant: Applicant?
  var input = FormInput()
  var isOpen = false

  /// Fields that people most often ask about; others work by their path.
  static let fields = [
    "step2ck.score", "letters.strength", "letters.in_specialty", "clinical.target_clerkship",
    "clinical.comments", "experiences.publications", "limits.budget", "limits.applications",
    "limits.interviews", "aim", "rotations", "tie_states", "specialties", "us_clinical_months",
    "visa",
    "red_flags", "wishes.states_wanted",
  ]

  static let sides = ["a", "b"]
  static let changesPerSide = 2

  /// The edits of one side, empty lines left out.
  static func edits(_ side: String, _ input: FormInput) -> [FileEdit] {
    (0..<changesPerSide).compactMap { index in
      guard let path = input.text("\(side)\(index).field") else { return nil }
      return FileEdit(path: path, value: input.text("\(side)\(index).value") ?? "unknown")
    }
  }

  var markup: Markup {
    let sides = Self.sides.enumerated().markup { index, side in
      let rows = (0..<Self.changesPerSide).markup { self.row(side, $0) }
      return """
        <fieldset class="group"><legend>\(index == 0 ? "First" : "Second") change</legend>\(rows)\
        </fieldset>

        """
    }
    return """
      <details class="section section-fold" id="compare" data-keep\(isOpen ? " open" : "")>\
      <summary><h2>Compare two changes</h2></summary>
      <p class="muted">A score, a letter, an away rotation, a budget: every figure, as it is and \
      with each change. Values as in the file: 252, exceptional, away, [OH, MI].</p>
      <form method="post" action="/compare">
      <input type="hidden" name="file" value="\(fileText)">
      <div class="two">\(sides)</div>
      <p class="actions"><button class="button quiet" type="submit">Compare</button></p></form>
      </details>

      """
  }

  private func row(_ side: String, _ index: Int) -> Markup {
    let name = "\(side)\(index)"
    let usual = ["a0": ("letters.strength", "exceptional"), "b0": ("limits.budget", "2000")]
    let chosen = input.text("\(name).field") ?? usual[name]?.0 ?? ""
    let value = input.text("\(name).value") ?? usual[name]?.1 ?? ""
    let options = Self.fields.compactMap(FieldGuide.of).markup { guide in
      let selected: Markup = guide.path == chosen ? " selected" : ""
      return "<option value=\"\(guide.path)\"\(selected)>\(guide.title)</option>\n"
    }
    let label = index == 0 ? "Field" : "And"
    return """
      <div class="row"><div><label for="\(name)-field">\(label)</label>\
      <select id="\(name)-field" name="\(name).field"><option value="">–</option>\
      \(options)</select></div>
      <div><label for="\(name)-value">becomes</label><input type="text" autocomplete="off" \
      id="\(name)-value" name="\(name).value" value="\(value)"></div></div>

      """
  }
}
