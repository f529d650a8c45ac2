import MarketFiles
import StableMatching
import Testing

/// Damaged files, drawn from a seed: the reader must answer each with a market or with an error
/// that has a place, and never crash.
@Suite("Damaged files")
struct ReaderFuzzTests {
  private static let rounds = 4_000

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 0x2545_F491_4F6C_DD1D
    }
  }

  private static let applicants = "applicant,first\nAnn,City,Mercy\nBob,\"Mer\"\"cy\",City\n7\n8\n"
  private static let programs = "City,1,Ann,Bob,7\r\nMercy,2,Ann,8\n\"Mer\"\"cy\",0,Bob,7,8\n"
  private static let couples = "7,8,City:Mercy,City:,:Mercy,\"Mer\"\"cy:City\"\n"
  private static let instance =
    "{\"n\":3,\"m\":2,\"singles\":{\"2\":[0,1]},\"couples\":[{\"r1\":0,\"r2\":1,"
    + "\"rol\":[[0,1],[1,-1],[null,1]]}],\"programs\":[{\"quota\":1,\"rol\":[2,0]},"
    + "{\"quota\":2,\"rol\":[0,1,2]}],\"note\":\"\\u00e9\\n\"}"

  /// Flips, deletes, doubles, inserts and moves pieces of a text.
  private func damaged(_ text: String, using generator: inout Generator) -> [UInt8] {
    var bytes = Array(text.utf8)
    let telling = Array(",\":\n\r\t []{}\\-0917".utf8) + [0xC3, 0xFF, 0x00, 0xEF]
    // Half of the texts stay whole, so that faults behind the first one are reached too.
    let wounds = Bool.random(using: &generator) ? 0 : Int.random(in: 1...6, using: &generator)
    for _ in 0..<wounds {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0 where place < bytes.count:
        bytes[place] = telling.randomElement(using: &generator) ?? 0
      case 1 where place < bytes.count:
        bytes.remove(at: place)
      case 2:
        bytes.insert(telling.randomElement(using: &generator) ?? 0, at: place)
      case 3:
        bytes.removeSubrange(place..<min(bytes.count, place + 9))
      default:
        let end = min(bytes.count, place + Int.random(in: 0...30, using: &generator))
        bytes.insert(
          contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      }
    }
    return bytes
  }

  private func check(_ error: MarketFileError, _ names: [String]) {
    #expect(names.contains(error.file))
    #expect(error.location.map { $0.line >= 1 && $0.column >= 1 } ?? false)
    #expect(!error.message.isEmpty)
  }

  @Test("Comma-separated files")
  func separatedValues() throws {
    var generator = Generator(state: 0x5EED)
    var accepted = 0
    for _ in 0..<Self.rounds {
      do throws(MarketFileError) {
        let named = try MarketTexts(
          applicants: SourceText(
            name: "a", bytes: damaged(Self.applicants, using: &generator)),
          programs: SourceText(name: "p", bytes: damaged(Self.programs, using: &generator)),
          couples: SourceText(name: "c", bytes: damaged(Self.couples, using: &generator))
        ).market()
        accepted += 1
        let outcome = try? named.market.match()
        #expect(outcome.map { named.market.audit($0.matching).violations } == [])
      } catch {
        check(error, ["a", "p", "c"])
      }
    }
    #expect(accepted > Self.rounds / 100, "some damage is harmless")
  }

  @Test("JSON instances")
  func instances() {
    var generator = Generator(state: 0xFACADE)
    for _ in 0..<Self.rounds {
      do throws(MarketFileError) {
        let text = try SourceText(name: "i", bytes: damaged(Self.instance, using: &generator))
        _ = try InstanceReader(text).market()
      } catch {
        check(error, ["i"])
      }
    }
  }

  @Test("Random characters")
  func noise() {
    var generator = Generator(state: 0xB17E5)
    for _ in 0..<Self.rounds {
      let length = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<length).map { _ in
        UInt8.random(in: 0...127, using: &generator)
      }
      do throws(MarketFileError) {
        let text = try SourceText(name: "n", bytes: bytes)
        _ = try MarketTexts(applicants: text, programs: text, couples: text).market()
      } catch {
        check(error, ["n"])
      }
    }
  }
}
