import AdviceRendering
import Advising
import Foundation
import Testing

/// What a couple reads, and the list it can take to the Match.
struct CoupleViewTests {
  @Test("The terminal and the report show the joint list, the places and each one's price")
  func views() throws {
    let advice = try Samples.internalMedicine()
    let couple = try #require(advice.couple)
    let text = TerminalReport(advice).text([.couple])
    let page = HTMLReport(advice).text
    #expect(text.contains("THE TWO OF YOU"))
    #expect(page.contains("id=\"couple\""))
    for partner in [couple.first, couple.second] {
      #expect(text.contains(partner.name))
      #expect(page.contains(partner.name))
    }
    #expect(page.contains(try #require(couple.places.first).name))
    for pair in couple.pairs {
      if let code = pair.first?.code { #expect(page.contains(code)) }
    }
  }

  @Test("The short answer gives the couple's chance before that of the file alone")
  func shortAnswer() throws {
    let advice = try Samples.internalMedicine()
    for text in [TerminalReport(advice).text([.verdict]), HTMLReport(advice).text] {
      let couple = try #require(text.range(of: "As a couple"))
      let alone = try #require(text.range(of: "If you applied alone"))
      #expect(couple.lowerBound < alone.lowerBound)
    }
  }

  @Test("The joint list is one line of pairs, best first, a side left empty where one goes alone")
  func export() throws {
    var couple = try #require(try Samples.internalMedicine().couple)
    couple.first.name = "Ann, B."
    couple.second.name = "Bo"
    let line = CoupleExport(couple).text
    #expect(line.hasPrefix("\"Ann, B.\",Bo,"))
    #expect(line.hasSuffix("\r\n"))
    let cells = line.dropLast().split(separator: ",").suffix(couple.pairs.count)
    for (pair, cell) in zip(couple.pairs, cells) {
      #expect(cell == "\(pair.first?.code ?? ""):\(pair.second?.code ?? "")")
    }
    couple.second.name = couple.first.name
    #expect(CoupleExport(couple).text.hasPrefix("\"Ann, B. 1\",\"Ann, B. 2\","))
  }
}
