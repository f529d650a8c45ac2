import AdviceRendering
import Advising
import MatchFacts
import ScoreReading

/// How strong a file the program asks for, part by part with its source.
extension ProgramPage {
  var standingSection: Markup {
    guard let standing = desk.standing.standing(of: program) else { return "" }
    let parts = standing.parts.markup { part in
      """
      <dt>\(StandingText.name(part))</dt><dd>\(StandingText.text(part)) <span class="muted">\
      (\(NumberText.signed(part.term, decimals: 1)))</span> \(source(part.citation))</dd>
      """
    }
    let index: Markup =
      parts.isEmpty
      ? ""
      : """
      <h3>What the index of \(NumberText.fixed(standing.index, decimals: 1)) is the sum of</h3>
      <dl class="facts">\(parts)</dl>

      """
    return """
      <section class="section" id="standing" aria-labelledby="standing-title">
      <h2 id="standing-title">What it asks for</h2>
      <p>\(StandingText.sentence(standing, specialty: program.specialty))</p>
      \(own)<p class="muted">\(StandingText.caution(standing))</p>
      \(index)</section>

      """
  }

  /// What is believed with the user's own figures, which count for more.
  private var own: Markup {
    guard let standing = outlook?.odds.standing, standing.isOfUser else { return "" }
    return """
      <p>With your figures (\(standing.basis)): about \
      \(NumberText.signed(standing.estimate)) points of Step 2 CK beside the mean program of its \
      specialty, between \(NumberText.signed(standing.low)) and \
      \(NumberText.signed(standing.high)).</p>

      """
  }

  private func source(_ citation: Citation) -> Markup {
    let title: Markup =
      HTMLEscaping.webAddress(citation.url).map {
        "<a href=\"\($0)\" rel=\"noopener noreferrer\">\(citation.title)</a>"
      } ?? "\(citation.title)"
    return "<span class=\"muted small\">\(title) (\(citation.year))</span>"
  }
}
