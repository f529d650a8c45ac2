import Testing

@testable import AdviceRendering

@Suite("Text on lines of limited width")
struct TextTests {
  @Test func widthsOfWideAndInvisibleCharacters() {
    #expect(DisplayWidth.columns("plain") == 5)
    #expect(DisplayWidth.columns("山田") == 4)
    #expect(DisplayWidth.columns("한글") == 4)
    #expect(DisplayWidth.columns("🙂") == 2)
    #expect(DisplayWidth.columns("e\u{301}") == 1)
    #expect(DisplayWidth.columns("👩‍⚕️") == 2)
    #expect(DisplayWidth.columns("–…█") == 3)
  }

  @Test func wrapsAtSpacesAndCutsOnlyWhatCannotFit() {
    #expect(TextWrapping.lines("one two three", columns: 7) == ["one two", "three"])
    #expect(TextWrapping.lines("abcdefgh", columns: 3) == ["abc", "def", "gh"])
    #expect(TextWrapping.lines("山田太郎花子", columns: 5) == ["山田", "太郎", "花子"])
    #expect(TextWrapping.lines("a\n\nb", columns: 9) == ["a", "", "b"])
  }

  @Test func truncatesToColumns() {
    #expect(PlainText.truncated("short", columns: 5) == "short")
    #expect(PlainText.truncated("山田太郎", columns: 5) == "山田…")
    #expect(PlainText.truncated("word and more", columns: 6) == "word…")
  }

  @Test func controlCharactersAreRemoved() {
    let text = PlainText.singleLine("a\u{1B}[31mb\u{202E}c\nd\u{9B}e\u{0}")
    #expect(text == "a[31mbc de")
  }

  @Test func svgTextFitsWhatItIsFittedTo() {
    let name = "U Texas Southwestern Med Sch-Dallas"
    let fitted = SVGText.fitted(name, width: 120, size: 12)
    #expect(fitted.hasSuffix("…"))
    #expect(SVGText.width(fitted, size: 12) <= 120)
    for line in SVGText.balancedLines("Broaden the list and add a backup", width: 110, size: 13) {
      #expect(SVGText.width(line, size: 13) <= 110)
    }
  }

  @Test func everyGroupOfALongListIsShown() {
    #expect(ListExcerpt.quota(5, of: 10, rows: 15) == 5)
    #expect(ListExcerpt.quota(40, of: 60, rows: 15) == 10)
    #expect(ListExcerpt.quota(2, of: 60, rows: 15) == 2)
    #expect(ListExcerpt.quota(5, of: 60, rows: 15) == 5)
    #expect(ListExcerpt.quota(6, of: 60, rows: 15) == 3)
  }
}
