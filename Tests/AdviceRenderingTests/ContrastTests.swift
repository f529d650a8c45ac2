import Foundation
import Testing

@testable import AdviceRendering

@Suite("Colours")
struct ContrastTests {
  /// Linear red, green and blue, 0…1.
  private typealias Light = (Double, Double, Double)

  private static let text = [
    ("ink", "paper"), ("ink", "card"), ("muted", "paper"), ("muted", "card"),
    ("ink", "highlight"), ("accent", "paper"), ("accent", "card"), ("muted", "tile-0"),
    ("blip-ink", "blip"), ("signal-ink", "signal"), ("problem-ink", "problem"),
    ("card", "second"), ("tile-ink-1", "tile-1"), ("tile-ink-2", "tile-2"),
    ("tile-ink-3", "tile-3"), ("tile-ink-4", "tile-4"),
  ]

  private static let marks = [
    ("accent", "card"), ("second", "card"), ("mark", "card"), ("blip", "card"),
    ("signal", "card"), ("problem", "card"), ("mark", "paper"), ("accent", "track"),
    ("accent", "highlight"),
  ]

  /// WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for marks (1.4.11), for the pairs that are used.
  @Test(arguments: ["light", "dark"])
  func haveEnoughContrast(scheme: String) throws {
    let colours = try #require(Self.colours(scheme))
    for (pairs, least) in [(Self.text, 4.5), (Self.marks, 3.0)] {
      for (ink, ground) in pairs {
        let front = Self.luminance(try #require(colours[ink], "\(ink)"))
        let back = Self.luminance(try #require(colours[ground], "\(ground)"))
        let ratio = (max(front, back) + 0.05) / (min(front, back) + 0.05)
        #expect(ratio >= least, "\(scheme): \(ink) on \(ground) is \(ratio)")
      }
    }
  }

  /// The verdicts as seen with protanopia, deuteranopia and tritanopia (Machado, Oliveira and
  /// Fernandes 2009, severity 1) differ by at least 20 units of CIE 1976 ΔE.
  @Test(arguments: ["light", "dark"])
  func verdictsStayApartForEveryEye(scheme: String) throws {
    let colours = try #require(Self.colours(scheme))
    let verdicts = try ["blip", "signal", "problem"].map { try #require(colours[$0]) }
    let eyes: [[[Double]]] = [
      [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ],
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ],
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ],
    ]
    for eye in eyes {
      let seen = verdicts.map { Self.lab(Self.apply(eye, $0)) }
      for (first, second) in [(0, 1), (1, 2), (0, 2)] {
        let difference = zip(seen[first], seen[second]).map { pow($0 - $1, 2) }.reduce(0, +)
        #expect(difference.squareRoot() >= 20, "\(scheme): \(first) and \(second)")
      }
    }
  }

  @Test func bothSchemesSetTheSameColours() throws {
    let light = try #require(Self.colours("light"))
    let dark = try #require(Self.colours("dark"))
    #expect(light.keys.sorted() == dark.keys.sorted())
  }

  private static func colours(_ scheme: String) -> [String: Light]? {
    let parts = ReportStyle.tokens.components(separatedBy: "@media screen")
    guard parts.count == 2 else { return nil }
    let block = scheme == "light" ? parts[0] : parts[1]
    var result: [String: Light] = [:]
    for match in block.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
      guard let value = UInt32(match.output.2, radix: 16) else { return nil }
      let linear = [16, 8, 0].map { shift -> Double in
        let channel = Double((value >> UInt32(shift)) & 255) / 255
        return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      }
      result[String(match.output.1)] = (linear[0], linear[1], linear[2])
    }
    return result
  }

  private static func luminance(_ light: Light) -> Double {
    0.2126 * light.0 + 0.7152 * light.1 + 0.0722 * light.2
  }

  private static func apply(_ matrix: [[Double]], _ light: Light) -> Light {
    let rows = matrix.map { row in
      min(1, max(0, row[0] * light.0 + row[1] * light.1 + row[2] * light.2))
    }
    return (rows[0], rows[1], rows[2])
  }

  /// CIE L*a*b* under D65.
  private static func lab(_ light: Light) -> [Double] {
    let x = 0.4124 * light.0 + 0.3576 * light.1 + 0.1805 * light.2
    let z = 0.0193 * light.0 + 0.1192 * light.1 + 0.9505 * light.2
    let roots = [x / 0.95047, luminance(light), z / 1.08883].map { value in
      value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    return [
      116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2]),
    ]
  }
}
