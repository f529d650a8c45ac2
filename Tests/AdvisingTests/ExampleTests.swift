import Advising
import ApplicantFile
import Foundation
import MatchFacts
import ScoreReading
import Testing
import Words

/// Each example file read as its applicant would read the advice.
struct ExampleTests {
  @Test("252 to 245 in internal medicine is a blip or a mild signal and is not explained")
  func internalMedicine() throws {
    let advice = try Desk.advise(try Desk.example("internal-medicine-252-245"))
    let reading = try #require(advice.reading.first)
    let trend = try #require(advice.scoreTrend)
    #expect(trend.change == -7)
    #expect(trend.band == .down5to9)
    #expect(reading.shares.blip + reading.shares.signal > 0.9)
    #expect(reading.shares.verdict == .blip)
    #expect(advice.explanation.verdict == .stayQuiet)
    #expect(advice.words.statement.text == nil)
    #expect(advice.standing.first?.place == .within)
    #expect(advice.odds.match.estimate > 0.9)
  }

  @Test("255 to 241 in dermatology is told plainly that it hurts, to broaden, and about backup")
  func dermatology() throws {
    let advice = try Desk.advise(try Desk.example("dermatology-255-241"), scenarios: true)
    let reading = try #require(advice.reading.first)
    let standing = try #require(advice.standing.first)
    #expect(reading.shares.verdict != .blip)
    #expect(standing.place == .below)
    #expect(standing.sentence.contains("hurts"))
    let path = advice.plan.nodes.filter(\.isOnPath).map(\.id)
    #expect(path.contains("broaden"))
    #expect(!path.contains("letters"))
    #expect(advice.scenarios.contains { $0.name.contains("backup") })
    #expect(advice.odds.matchInFirstChoice.low < 0.9)
    #expect(advice.questions.first?.short.contains("backup") == true)
    #expect(reading.weight.level == 5)
  }

  @Test("A pass on Step 1 leaves no trend to see")
  func passOnly() throws {
    let advice = try Desk.advise(try Desk.example("pass-only"))
    let trend = try #require(advice.scoreTrend)
    #expect(trend.change == nil)
    #expect(trend.band == .none)
    #expect(trend.expectedSecond == nil)
    #expect(trend.sentences.first?.contains("no program can see a drop") == true)
    #expect(advice.explanation.verdict == .nothingToExplain)
  }

  @Test("COMLEX alone is enough")
  func comlexOnly() throws {
    let advice = try Desk.advise(try Desk.example("do-family-medicine-comlex"))
    let trend = try #require(advice.scoreTrend)
    #expect(trend.exam == .comlex)
    #expect(advice.standing.first?.exam == "COMLEX Level 2-CE")
    #expect(advice.standing.first?.place != nil)
    #expect(!advice.list.programs.isEmpty)
  }

  @Test("The non-US IMG sees visa, years since graduation and US experience counted")
  func nonUSIMG() throws {
    let advice = try Desk.advise(try Desk.example("non-us-img-2016"))
    #expect(advice.odds.match.estimate < 0.9)
    let texts = advice.list.programs.flatMap(\.reasons).map(\.text).joined(separator: "\n")
    #expect(texts.lowercased().contains("visa"))
    #expect(texts.lowercased().contains("graduat"))
    #expect(texts.contains("US clinical"))
    #expect(advice.plan.steps.contains { $0.title.contains("Visa") })
  }

  @Test("A couple's file is advised with a plain word on what is not counted")
  func couple() throws {
    let advice = try Desk.advise(try Desk.example("couple-a"))
    #expect(advice.warnings.contains { $0.contains("partner") })
  }

  static let more: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Examples/more")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { "more/" + $0.dropLast(5) }.sorted()
  }()

  @Test("There are twenty further files, and each gets an advice that is whole", arguments: more)
  func further(name: String) throws {
    #expect(Self.more.count >= 20)
    let advice = try Desk.advise(try Desk.example(name), scenarios: true)
    #expect(!advice.list.programs.isEmpty && !advice.questions.isEmpty)
    #expect(advice.position != nil)
    #expect((0...1).contains(advice.odds.match.estimate))
    let sentences = advice.questions.flatMap { [$0.short, $0.answer] } + advice.warnings
    for text in sentences { #expect(!text.contains("{") && !text.contains("nil"), "\(text)") }
  }

  @Test(
    "Every advice is whole, and its figures are chances",
    arguments: [
      "internal-medicine-252-245", "dermatology-255-241", "do-family-medicine-comlex",
      "non-us-img-2016", "pass-only", "couple-a", "couple-b",
    ])
  func whole(name: String) throws {
    let advice = try Desk.advise(try Desk.example(name))
    #expect(!advice.list.programs.isEmpty)
    #expect(advice.list.bound >= advice.list.value - 1e-9)
    #expect((0...1).contains(advice.list.gap))
    #expect(advice.questions.count == 5)
    #expect(!advice.sources.isEmpty)
    #expect(!advice.assumptions.isEmpty)
    for entry in advice.list.programs {
      for chance in [entry.interview, entry.match] {
        #expect(chance.low <= chance.estimate && chance.estimate <= chance.high)
        #expect((0...1).contains(chance.low) && (0...1).contains(chance.high))
      }
    }
    for reading in advice.reading {
      let shares = reading.shares
      #expect(abs(shares.blip + shares.signal + shares.problem - 1) < 1e-9)
    }
    #expect(advice.odds.match.low <= advice.odds.match.high)
    #expect(Set(advice.list.programs.map(\.code)).count == advice.list.programs.count)
  }
}
