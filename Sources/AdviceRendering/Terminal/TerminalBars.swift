import Advising
import ScoreReading

/// Bars drawn with block characters; they can be told apart without colour.
enum TerminalBars {
  /// Cells for each part so that they add up to `width`; a part worth showing gets at least one.
  static func cells(_ shares: [Double], width: Int) -> [Int] {
    var cells = Apportionment.cells(shares, total: width)
    let total = shares.reduce(0, +)
    for index in cells.indices where cells[index] == 0 && shares[index] > 0.004 * total {
      guard let largest = cells.indices.max(by: { cells[$0] < cells[$1] }), cells[largest] > 1
      else { continue }
      cells[largest] -= 1
      cells[index] += 1
    }
    return cells
  }

  /// Blip, signal and problem side by side: `███▓▓░`.
  static func shares(_ shares: Reading.Shares, width: Int, style: TerminalStyle) -> String {
    let counts = cells([shares.blip, shares.signal, shares.problem], width: width)
    return style.paint(String(repeating: "█", count: counts[0]), .blip)
      + style.paint(String(repeating: "▓", count: counts[1]), .signal)
      + style.paint(String(repeating: "░", count: counts[2]), .problem)
  }

  /// A hundred people in rows: `●●●◉◉◌◌○○`.
  static func hundred(_ people: HundredPeople, columns: Int, style: TerminalStyle) -> [String] {
    stride(from: 0, to: people.people.count, by: columns).map { start in
      let row = people.people[start..<min(start + columns, people.people.count)]
      // Neighbours of one kind are painted together, to keep the escapes few.
      var text = ""
      var run: (person: HundredPeople.Person, count: Int)?
      func paint() {
        guard let run else { return }
        text += style.paint(
          String(repeating: mark(run.person), count: run.count), role(run.person))
      }
      for person in row {
        if let own = run, own.person == person {
          run = (person, own.count + 1)
        } else {
          paint()
          run = (person, 1)
        }
      }
      paint()
      return text
    }
  }

  /// The mark of one of a hundred people.
  static func mark(_ person: HundredPeople.Person) -> String {
    switch (person.fate, person.isOpen) {
    case (.firstChoice, false): "●"
    case (.firstChoice, true): "◉"
    case (.backup, false): "◆"
    case (.backup, true): "◈"
    case (.unmatched, false): "○"
    case (.unmatched, true): "◌"
    }
  }

  private static func role(_ person: HundredPeople.Person) -> TerminalRole? {
    switch person.fate {
    case .firstChoice: .accent
    case .backup: .signal
    case .unmatched: .muted
    }
  }

  /// A range of a chance on a line from 0 to 100 %: `────████──`.
  static func range(_ interval: Interval, width: Int, style: TerminalStyle) -> String {
    let low = cell(interval.low, width: width)
    let high = max(low, cell(interval.high, width: width))
    return style.paint(String(repeating: "─", count: low), .muted)
      + style.paint(String(repeating: "█", count: high - low + 1), .accent)
      + style.paint(String(repeating: "─", count: width - high - 1), .muted)
  }

  /// The scale under a range, with as many ticks as fit.
  static func scale(width: Int) -> String {
    var row = Array(repeating: Character(" "), count: width)
    let ticks = width >= 30 ? [0, 25, 50, 75, 100] : [0, 50, 100]
    for tick in ticks {
      let label = tick == 0 || tick == 100 ? "\(tick)%" : "\(tick)"
      let centre = Int((Double(tick) / 100 * Double(width - 1)).rounded())
      let start = min(max(0, centre - label.count / 2), width - label.count)
      for (offset, character) in label.enumerated() { row[start + offset] = character }
    }
    return String(row)
  }

  /// A bar for a part of a whole: `██████····`.
  static func share(_ share: Double, width: Int) -> String {
    let filled = min(width, max(0, Int((share * Double(width)).rounded())))
    return String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
  }

  private static func cell(_ chance: Double, width: Int) -> Int {
    guard chance.isFinite else { return 0 }
    return min(width - 1, max(0, Int(chance * Double(width))))
  }
}
