public import Advising
import ScoreReading

/// A hundred dots, one for each of a hundred people with such a file and list; those whom the interval
/// of the chance leaves open are lighter.
public struct HundredPeopleChart: Sendable {
  let title: String
  let people: HundredPeople

  /// The picture of a list's odds.
  public init(title: String = "A hundred applicants like you", _ odds: Odds) {
    self.title = title
    people = HundredPeople(odds)
  }

  /// The drawing.
  public func chart(id: String, width: Double) -> Chart {
    let columns = 20
    let step = min(width / Double(columns), 26)
    let radius = step * 0.36
    var svg = SVGBuilder()
    for (number, person) in people.people.enumerated() {
      let column = number % columns
      let row = number / columns
      svg.circle(
        x: (Double(column) + 0.5) * step, y: (Double(row) + 0.5) * step, radius: radius,
        style: Self.style(person))
    }
    var y = Double(100 / columns) * step + 20
    var x = 0.0
    for (fate, text) in people.legend {
      let needed = 20 + SVGText.width(text, size: 12) + 18
      if x > 0, x + needed > width {
        x = 0
        y += 20
      }
      svg.circle(
        x: x + 6, y: y - 4, radius: 5,
        style: Self.style(HundredPeople.Person(fate: fate, isOpen: false)))
      svg.text(text, x: x + 18, y: y, style: "c-small")
      x += needed
    }
    if people.low < people.high {
      y += 20
      svg.text("Lighter: could go either way.", x: 0, y: y, style: "c-small c-muted")
    }
    return Chart(
      id: id, title: title, summary: people.sentence, width: width, height: y + 10, body: svg.body)
  }

  private static func style(_ person: HundredPeople.Person) -> String {
    switch (person.fate, person.isOpen) {
    case (.firstChoice, false): "c-accent"
    case (.firstChoice, true): "c-accent c-open"
    case (.backup, false): "c-second"
    case (.backup, true): "c-second c-open"
    case (.unmatched, false): "c-hollow"
    case (.unmatched, true): "c-hollow c-open-hollow"
    }
  }
}
