import Words

/// Titles and measures of the composed texts.
enum WordsText {
  /// The four texts with their titles, in the order in which they are needed.
  static func passages(_ words: ComposedWords) -> [(String, ComposedWords.Passage)] {
    [
      ("In the personal statement", words.statement),
      ("If an interviewer asks what happened", words.interviewAnswer),
      ("Asking an attending for a letter", words.letterRequest),
      ("In one line", words.oneLine),
    ]
  }

  /// "62 words, 24 seconds spoken".
  static func measure(_ passage: ComposedWords.Passage) -> String {
    let words = NumberText.count(passage.words, "word")
    guard let seconds = passage.spokenSeconds else { return words }
    return "\(words), \(NumberText.fixed(seconds)) seconds spoken"
  }
}
