import Words

/// Titles and measures of the composed texts.
enum WordsText {
  /// The four texts with their titles, in the order in which they are needed.
  static func passages(_ words: ComposedWords) -> [(String, ComposedWords.Passage)] {
    let tones = (words.interviewTones ?? []).dropFirst().map { toned in
      var passage = toned.passage
      passage.note = "The same facts, in another tone."
      passage.missing = []
      return ("The same answer, \(toned.tone)", passage)
    }
    return [
      ("In the personal statement", words.statement),
      ("If an interviewer asks what happened", words.interviewAnswer),
    ] + tones + [
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
