import Advising
import ScoreReading
import Testing

@testable import AdviceRendering

@Suite("Views of the list")
struct ListViewTests {
  @Test("keep every program, in the order asked for", arguments: ListView.Order.allCases)
  func orders(order: ListView.Order) throws {
    let list = try Samples.dermatology().list
    let shown = ListView(order: order).programs(of: list)
    #expect(shown.count == list.programs.count)
    for (first, second) in zip(shown, shown.dropFirst()) {
      switch order {
      case .given: break
      case .name: #expect(first.institution.lowercased() <= second.institution.lowercased())
      case .interview: #expect(first.interview.estimate >= second.interview.estimate)
      case .match: #expect(first.match.estimate >= second.match.estimate)
      case .adds: #expect(first.contribution >= second.contribution)
      case .fee: #expect(first.fee <= second.fee)
      case .standing: #expect(first.standing.estimate >= second.standing.estimate)
      case .alike:
        let places = list.alikePlaces
        #expect((places[first.code] ?? .max) <= (places[second.code] ?? .max))
      }
    }
  }

  @Test("show what has all the words, in any case, and one group")
  func filter() throws {
    let list = try Samples.dermatology().list
    let first = try #require(list.programs.first)
    let found = ListView(words: first.code.lowercased()).programs(of: list)
    #expect(found.map(\.code) == [first.code])
    #expect(ListView(words: "\(first.code) nothinglikethis").programs(of: list).isEmpty)
    let group = ListView(group: first.group).programs(of: list)
    #expect(!group.isEmpty && group.allSatisfy { $0.group == first.group })
  }

  @Test("write coordinates as before: two decimals, no zeros at the end, a plain minus")
  func coordinates() {
    for (value, text) in [
      (0, "0"), (1, "1"), (-1.5, "-1.5"), (2.345, "2.35"), (0.05, "0.05"), (-0.001, "0"),
      (10.1, "10.1"), (100.999, "101"), (.infinity, "0"), (-12.25, "-12.25"),
    ] as [(Double, String)] {
      #expect(NumberText.coordinate(value) == text)
    }
  }

  @Test("escape text wherever in it the danger stands")
  func escaping() {
    for text in ["", "plain", "a<b", "é & ü", "tab\there", "\u{7}bell", "c1\u{85}x", "\u{FFFE}"] {
      var expected = ""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "<": expected += "&lt;"
        case "&": expected += "&amp;"
        case "\u{7}", "\u{85}", "\u{FFFE}": break
        default: expected.unicodeScalars.append(scalar)
        }
      }
      #expect(HTMLEscaping.escape(text) == expected)
      #expect(HTMLEscaping.escape(text[...]) == expected)
    }
  }

  @Test("measure text alike whether or not it is ASCII")
  func widths() {
    // The accent makes the second text take the slow way.
    let plain = SVGText.width("Mind the gap: 12 % of (all) programs", size: 10)
    let accented = SVGText.width("Mind the gap: 12 % of (all) programs\u{E9}", size: 10)
    #expect(abs(accented - plain - 6.1) < 1e-9)
  }
}
