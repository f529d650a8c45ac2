import DelimitedText
import Testing

/// A small seedable generator; tests must not depend on luck.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("What is written is read back")
struct RoundTripTests {
  @Test func anyTextSurvives() throws {
    var generator = SplitMix(state: 7)
    let alphabet: [Character] = [",", "\"", "\n", "\r", "\r\n", " ", "a", "é", "日", ";", "-"]
    for _ in 0..<300 {
      let columns = Int.random(in: 1...4, using: &generator)
      let records = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        (0..<columns).map { column in
          // A record of one empty field would be a blank line, so the first field is never empty.
          let text = String(
            (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
              alphabet.randomElement(using: &generator)
            })
          return column == 0 ? "x" + text : text
        }
      }
      var writer = DelimitedWriter(header: (0..<columns).map { "c\($0)" })
      for record in records { writer.append(record) }
      let table = try DelimitedTable(Array(writer.text.utf8), name: "t.csv")
      let read = try table.map { record in try (0..<columns).map { try record.text($0) } }
      #expect(read == records)
    }
  }

  @Test("Any bytes are read or refused, never a crash")
  func anyBytes() {
    var generator = SplitMix(state: 11)
    let likely: [UInt8] = Array("a,\"\n\r;1".utf8) + [0xEF, 0xBB, 0xBF, 0xFF, 0x00]
    var read = 0
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        likely[Int.random(in: 0..<likely.count, using: &generator)]
      }
      guard let table = try? DelimitedTable(bytes, name: "t.csv") else { continue }
      for record in table {
        for column in table.header.indices {
          _ = try? record.text(column)
          _ = try? record.optionalInt(column, in: 0...9)
          _ = record.badValue(column, accepted: "nothing").description
          read += 1
        }
      }
    }
    #expect(read > 100)
  }
}

@Suite("Nearest names")
struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("flaw", "lawn", 2),
  ])
  func distances(first: String, second: String, expected: Int) {
    #expect(EditDistance.between(first, and: second) == expected)
    #expect(EditDistance.between(second, and: first) == expected)
  }

  @Test func nearestFirstAndNothingFar() {
    let names = ["specialty", "special", "state", "city"]
    #expect(EditDistance.nearest(to: "speciality", in: names) == ["specialty", "special"])
    #expect(EditDistance.nearest(to: "zzzz", in: names).isEmpty)
  }
}
