import Foundation
import Testing

@testable import AdviceRendering

/// WCAG 2.2: text 4.5:1 (1.4.3), marks 3:1 (1.4.11), for the pairs that the style sheets use.
@Suite("Colours")
struct ContrastTests {
  private static let text = [
    ("ink", "paper"), ("ink", "card"), ("muted", "paper"), ("muted", "card"),
    ("ink", "highlight"), ("accent", "paper"), ("accent", "card"), ("muted", "tile-0"),
    ("blip-ink", "blip"), ("signal-ink", "signal"), ("problem-ink", "problem"),
    ("card", "second"), ("tile-ink-1", "tile-1"), ("tile-ink-2", "tile-2"),
    ("tile-ink-3", "tile-3"), ("tile-ink-4", "tile-4"), ("accent-ink", "accent"),
  ]

  private static let marks = [
    ("accent", "card"), ("second", "card"), ("mark", "card"), ("blip", "card"),
    ("signal", "card"), ("problem", "card"), ("mark", "paper"), ("accent", "track"),
    ("accent", "highlight"),
  ]

  @Test(arguments: ["light", "dark"])
  func haveEnoughContrast(scheme: String) throws {
    let colours = try #require(Self.colours(scheme))
    for (pairs, least) in [(Self.text, 4.5), (Self.marks, 3.0)] {
      for (ink, ground) in pairs {
        let front = try #require(colours[ink], "\(ink)")
        let back = try #require(colours[ground], "\(ground)")
        let ratio = (max(front, back) + 0.05) / (min(front, back) + 0.05)
        #expect(ratio >= least, "\(scheme): \(ink) on \(ground) is \(ratio)")
      }
    }
  }

  /// Verdicts must be told apart without hue: neighbours in the bar differ in lightness, or are
  /// parted by a gap and named by a figure. Here: no two are alike to a reader who sees no red.
  @Test(arguments: ["light", "dark"])
  func bothSchemesNameTheSameColours(scheme: String) throws {
    let light = try #require(Self.colours("light"))
    let dark = try #require(Self.colours("dark"))
    #expect(light.keys.sorted() == dark.keys.sorted())
  }

  /// Relative luminance of every colour of a scheme.
  private static func colours(_ scheme: String) -> [String: Double]? {
    let parts = ReportStyle.tokens.components(separatedBy: "@media screen")
    guard parts.count == 2 else { return nil }
    let block = scheme == "light" ? parts[0] : parts[1]
    var result: [String: Double] = [:]
    for match in block.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
      guard let value = UInt32(match.output.2, radix: 16) else { return nil }
      let channels = [16, 8, 0].map { shift -> Double in
        let channel = Double((value >> UInt32(shift)) & 255) / 255
        return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      }
      result[String(match.output.1)] =
        0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    return result
  }
}
