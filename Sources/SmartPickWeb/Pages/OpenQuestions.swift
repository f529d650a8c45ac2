import AdviceRendering
import Advising
import ApplicantFile
import MatchFacts
import ScoreReading
import MatchOdds

/// What the file does not say yet, asked in place: one press answers, and the advice follows.
struct OpenQuestions: Sendable {
  var advice: Advice
  var specialties: [Specialty]
  var states: [StateRegion]

  /// Questions in sight; the rest stand folded under them.
  private static let inSight = 3

  /// Fields of the file that the rules of evidence ask for under names of their own.
  private static let evidence = [
    "letters": "letters.strength", "topTierSchool": "school.top_tier", "redFlags": "red_flags",
    "comments": "clinical.comments", "targetClerkship": "clinical.target_clerkship",
    "otherClerkships": "clinical.other_clerkships", "shelf": "clinical.shelf",
    "publications": "experiences.publications", "usClinicalMonths": "us_clinical_months",
    "alphaOmegaAlpha": "experiences.alpha_omega_alpha",
    "goldHumanism": "experiences.gold_humanism",
  ]

  private struct Question {
    var field: FormField
    var title: String
    var effect: String
  }

  private var questions: [Question] {
    var found: [Question] = []
    func add(_ path: String, _ effect: String) {
      guard let field = Self.field(path), !found.contains(where: { $0.field.path == field.path })
      else { return }
      found.append(Question(field: field, title: FormView.title(field), effect: effect))
    }
    for answer in advice.odds.telling {
      guard let path = Self.evidence[answer.id] else { continue }
      add(
        path,
        "\(answer.poor.text): \(ChanceText.hundred(answer.poor.match)) match; "
          + "\(answer.good.text): \(ChanceText.hundred(answer.good.match))")
    }
    for unknown in advice.unknowns { add(unknown.field, unknown.why) }
    return found
  }

  /// The form's field for a field of the file, or the first one within a section; nil for what the
  /// dials ask.
  private static func field(_ path: String) -> FormField? {
    FormLayout.fields.first {
      ($0.path == path || $0.path == path + ".score") && AdviceDesk.askable.contains($0.path)
    }
  }

  var markup: Markup {
    let all = questions
    guard !all.isEmpty else { return "" }
    let first = all.prefix(Self.inSight).markup(row)
    let rest = all.dropFirst(Self.inSight)
    let more: Markup =
      rest.isEmpty
      ? ""
      : """
      <details class="fold"><summary>\(NumberText.count(rest.count, "more answer")) that would \
      help</summary><div class="asked">\(rest.markup(row))</div></details>

      """
    return """
      <section class="section" id="asked" aria-labelledby="asked-title">
      <h2 id="asked-title">What would tell us more</h2>
      <p class="muted">Answer what you know; everything follows at once. What you skip stays \
      unknown.</p>
      <div class="asked">\(first)</div>\(more)</section>

      """
  }

  private func row(_ question: Question) -> Markup {
    let title = question.title
    return """
      <div class="ask" data-ask="\(question.field.path)"><p><strong>\(title)</strong> \
      <span class="muted small">\(question.effect)</span></p>\
      <div class="pills">\(answers(question.field, title))</div></div>

      """
  }

  private func answers(_ field: FormField, _ title: String) -> Markup {
    switch field.control {
    case .yesNo:
      return button(field, "yes", "Yes", title) + button(field, "no", "No", title)
    case .choice(let options), .radio(let options):
      return options.markup { button(field, $0.value, $0.label, title) }
    case .checks(let options, let none):
      return (none.map { button(field, "none", $0, title) } ?? "")
        + options.prefix(8).markup { button(field, $0.value, $0.label, title) }
    case .specialty:
      return entry(field, title, example: specialties.first?.name ?? "")
    case .state:
      return entry(field, title, example: states.first?.state ?? "")
    case .number(let example), .list(let example):
      return entry(field, title, example: example)
    case .day: return entry(field, title, example: "2026-05-18")
    case .text, .paragraph: return entry(field, title, example: "")
    }
  }

  private func button(
    _ field: FormField, _ value: String, _ label: String, _ title: String
  ) -> Markup {
    """
    <button class="pill" form="carry" name="\(field.path)" value="\(value)" \
    aria-label="\(title): \(label)">\(label)</button>
    """
  }

  /// A line to type in, sent alone by its button.
  private func entry(_ field: FormField, _ title: String, example: String) -> Markup {
    """
    <input type="text" class="short" form="carry" autocomplete="off" name="\(field.path)" \
    aria-label="\(title)" placeholder="\(example)"><button class="pill" form="carry" \
    aria-label="Answer: \(title)">Answer</button>
    """
  }
}
