import Advising
import Testing

@testable import AdviceRendering

@Suite("The report as one HTML file")
struct HTMLReportTests {
  /// The sections are written so that an XML parser can read them too.
  private func scan(_ advice: Advice) -> MarkupScan {
    MarkupScan("<main>\(ReportSections(advice).all.text)</main>")
  }

  @Test func isWellFormed() throws {
    for advice in try Samples.all() + [try Samples.hostileAdvice()] {
      #expect(scan(advice).failure == nil)
    }
  }

  @Test func holdsEveryProgramWithItsReasons() throws {
    for advice in try Samples.all() {
      let scan = scan(advice)
      let codes = scan.elements.compactMap { $0.attributes["data-code"] }
      #expect(codes.sorted() == advice.list.programs.map(\.code).sorted())
      for entry in advice.list.programs {
        for reason in entry.reasons { #expect(scan.text.contains(reason.text)) }
      }
    }
  }

  @Test func asksForNothingFromOutside() throws {
    for advice in try Samples.all() {
      let text = HTMLReport(advice).text
      for part in [
        "src=", "@import", "url(", "<script", "<link", "<iframe", "<img", "http-equiv=\"refresh",
      ] {
        #expect(!text.contains(part), "\(part)")
      }
      #expect(text.contains("default-src 'none'"))
      // What is left of addresses are links to follow.
      for element in scan(advice).elements where element.attributes["href"] != nil {
        #expect(element.name == "a")
      }
    }
  }

  @Test func textOfTheFileIsText() throws {
    let advice = try Samples.hostileAdvice()
    let text = HTMLReport(advice).text
    #expect(!text.contains("<script"))
    #expect(!text.contains("onload='"))
    #expect(!text.contains("javascript:"))
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    let names = Set(scan(advice).elements.map(\.name))
    #expect(!names.contains("script"))
    let attributes = Set(scan(advice).elements.flatMap(\.attributes.keys))
    #expect(!attributes.contains { $0.hasPrefix("on") })
  }

  @Test func obeysAStrictContentSecurityPolicy() throws {
    for element in scan(try Samples.internalMedicine()).elements {
      #expect(element.attributes["style"] == nil)
    }
  }

  @Test func identifiersAreUniqueAndLinksLead() throws {
    for advice in try Samples.all() {
      let elements = scan(advice).elements
      let identifiers = elements.compactMap { $0.attributes["id"] }
      #expect(Set(identifiers).count == identifiers.count)
      for element in elements {
        for name in element.attributes["aria-labelledby"]?.split(separator: " ") ?? [] {
          #expect(identifiers.contains(String(name)))
        }
      }
      let text = HTMLReport(advice).text
      for section in ReportSections(advice).available {
        #expect(text.contains("href=\"#\(section.anchor)\""))
        #expect(identifiers.contains(section.anchor))
      }
    }
  }

  @Test func headingsDescendOneByOne() throws {
    let text = HTMLReport(try Samples.dermatology()).text
    let levels = text.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test func tablesHaveCaptionsAndHeaders() throws {
    let elements = scan(try Samples.internalMedicine()).elements
    let tables = elements.count { $0.name == "table" }
    #expect(tables > 5)
    #expect(elements.count { $0.name == "caption" } == tables)
    #expect(elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
  }

  @Test func verdictComesFirstAndTheChanceIsARange() throws {
    let advice = try Samples.internalMedicine()
    let sections = ReportSections(advice)
    #expect(sections.available.first == .verdict)
    let verdict = try #require(sections.fragment(.verdict)).text
    #expect(verdict.contains("Most likely a blip"))
    #expect(verdict.contains("About 95 of 100 applicants with a file like this"))
    #expect(verdict.contains("leave open 89 to 97"))
  }

  @Test func aBackupDoesNotHideTheFirstChoice() throws {
    let verdict = try #require(ReportSections(try Samples.dermatology()).fragment(.verdict)).text
    #expect(verdict.contains("Most likely a problem"))
    #expect(verdict.contains("In Dermatology, your first choice"))
    #expect(verdict.contains("19 of 100"))
  }

  @Test func sectionsWithNothingToSayAreLeftOut() throws {
    let sections = ReportSections(try Samples.passOnly())
    for section in [ReportSection.warnings, .scenarios, .currentList, .returns, .unknowns] {
      #expect(sections.fragment(section) == nil)
      #expect(!sections.available.contains(section))
    }
  }

  @Test func isTheSameEveryTime() throws {
    let advice = try Samples.dermatology()
    #expect(HTMLReport(advice).text == HTMLReport(advice).text)
  }

  @Test func markupEscapesWhatIsPutIn() {
    let name = "<b>\"Tom\" & 'Jo'</b>\u{0}"
    let markup: Markup = "<p title=\"\(name)\">\(name)</p>"
    let escaped = "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jo&#39;&lt;/b&gt;"
    #expect(markup.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    let nested: Markup = "<div>\(markup)</div>"
    #expect(nested.text == "<div>\(markup.text)</div>")
  }

  @Test func onlyWebAddressesBecomeLinks() {
    #expect(HTMLEscaping.webAddress("https://www.nrmp.org/") != nil)
    #expect(HTMLEscaping.webAddress("javascript:alert(1)") == nil)
    #expect(HTMLEscaping.webAddress("data:text/html,x") == nil)
    #expect(HTMLEscaping.webAddress("https://a b") == nil)
    #expect(Elements.link("words", to: "file:///etc/passwd").text == "words")
  }
}
