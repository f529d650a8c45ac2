import Advising
import ApplicantFile
import ScoreReading
import Testing

@testable import AdviceRendering

@Suite("The report on the terminal")
struct TerminalReportTests {
  private func widest(_ text: String) -> Int {
    // Addresses stay whole, so that a terminal can open them.
    text.split(separator: "\n").filter { !$0.contains("https://") }
      .map { DisplayWidth.columns($0) }.max() ?? 0
  }

  @Test(arguments: [50, 60, 72, 80, 100, 132])
  func fitsTheWidth(width: Int) throws {
    for advice in try Samples.all() {
      let text = TerminalReport(advice, options: .init(width: width)).text()
      #expect(widest(text) <= width)
      let scores = ScoresReport(
        trend: advice.scoreTrend, standing: advice.standing, reading: advice.reading)
      #expect(widest(scores.text(width: width)) <= width)
    }
  }

  @Test func verdictComesFirstAndTheChanceIsARange() throws {
    let lines = TerminalReport(try Samples.internalMedicine()).text().split(separator: "\n")
    // The sample is half of a couple, whose own chance stands before that of the file alone.
    let text = lines.prefix(24).joined(separator: "\n")
    #expect(lines[0].contains("Advice for Sam"))
    #expect(text.contains("Internal Medicine: most likely a blip"))
    #expect(text.contains("About 95 of 100 applicants with a file like this"))
  }

  @Test func theAnswerIsRepeatedWhereALongReportEnds() throws {
    let advice = try Samples.internalMedicine()
    let end = TerminalReport(advice).text().split(separator: "\n").suffix(8).joined()
    #expect(end.contains("most likely a blip"))
    #expect(end.contains("About 95 of 100 applicants"))
    #expect(!TerminalReport(advice).text([.verdict]).contains("IN SHORT"))
  }

  @Test func badNewsIsSaidPlainly() throws {
    let text = TerminalReport(try Samples.dermatology()).text()
    #expect(text.contains("Dermatology: most likely a problem"))
    #expect(text.contains("Dermatology alone"))
    #expect(text.contains("In Dermatology, your first choice: 19 of 100"))
    #expect(text.contains("With Internal Medicine as a backup"))
  }

  @Test func withoutAFirstScoreThereIsNoChangeToCompare() throws {
    let text = TerminalReport(try Samples.passOnly()).text()
    #expect(text.contains("programs can see no drop"))
    #expect(!text.contains("Down 5–9"))
  }

  @Test func everySectionHasItsHeading() throws {
    let text = TerminalReport(try Samples.internalMedicine()).text()
    // Its exams all have scores, applications are still to come, and no visa is needed.
    for section in ReportSection.allCases where ![.exam, .season, .visa].contains(section) {
      #expect(text.contains(section.title.uppercased()))
    }
  }

  @Test func emptySectionsAreLeftOut() throws {
    let text = TerminalReport(try Samples.passOnly()).text()
    for section in [ReportSection.warnings, .scenarios, .currentList, .unknowns, .perspective] {
      #expect(!text.contains(section.title.uppercased()))
    }
  }

  @Test func sectionsCanBeChosen() throws {
    let text = TerminalReport(try Samples.internalMedicine()).text([.list])
    #expect(text.contains("YOUR LIST"))
    #expect(!text.contains("YOUR SCORE TREND"))
  }

  @Test func longListsAreCutAndSaySo() throws {
    let advice = try Samples.internalMedicine()
    let short = TerminalReport(advice, options: .init(listRows: 9)).text([.list])
    #expect(short.contains("more; all of them with --csv or --html"))
    let whole = TerminalReport(advice, options: .init(listRows: 500)).text([.list])
    for entry in advice.list.programs { #expect(whole.contains(entry.code)) }
    #expect(!whole.contains("more; all of them"))
  }

  @Test func colourIsOnlyColour() throws {
    for advice in try Samples.all() {
      let plain = TerminalReport(advice).text()
      let ansi = TerminalReport(advice, options: .init(style: .ansi)).text()
      #expect(!plain.contains("\u{1B}"))
      #expect(ansi.contains("\u{1B}[1m"))
      #expect(ansi.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
  }

  @Test func textOfTheFileCannotReachTheTerminal() throws {
    var advice = try Samples.hostileAdvice()
    advice.applicant.name = "山田太郎\u{1B}]0;title\u{07}🙂"
    let text = TerminalReport(advice).text()
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("山田太郎"))
    #expect(widest(text) <= 80)
  }

  @Test func scoresReportHasTrendStandingAndReadingAlone() throws {
    let advice = try Samples.internalMedicine()
    let text = ScoresReport(
      trend: advice.scoreTrend, standing: advice.standing, reading: advice.reading,
      sources: advice.sources
    ).text()
    for section in [ReportSection.trend, .standing, .reading, .sources] {
      #expect(text.contains(section.title.uppercased()))
    }
    #expect(!text.contains(ReportSection.list.title.uppercased()))
  }

  @Test func everyShareThatCountsIsVisible() {
    #expect(TerminalBars.cells([0.98, 0.013, 0.007], width: 20) == [18, 1, 1])
    #expect(TerminalBars.cells([1, 0, 0], width: 20) == [20, 0, 0])
    let bar = TerminalBars.range(
      Interval(estimate: 0.5, low: 0.25, high: 0.75), width: 40, style: .plain)
    #expect(bar.count == 40)
    #expect(bar.count { $0 == "█" } == 21)
  }
}
