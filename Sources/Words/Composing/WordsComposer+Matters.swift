import ApplicantFile

extension WordsComposer {
  /// Ways to begin the spoken answer, from the fullest to the barest; each names every fact that
  /// programs see, most serious first.
  func openings() -> [String] {
    let parts = orderedParts()
    var ways: [String] = []
    for detail in [Detail.full, .general, .firstOnly, .facts] {
      let sentences = parts.enumerated().flatMap { index, part in
        part.sentences(detail == .firstOnly ? (index == 0 ? .general : .facts) : detail)
      }
      let way = begin(sentences)
      if ways.last != way { ways.append(way) }
    }
    if parts.count > 1 {
      ways.append("\(tone?.begin ?? "")you will see \(Prose.list(parts.map(\.title))).")
    }
    return ways
  }

  /// Causes and words of their own that the file lacks.
  var matterMissing: [String] {
    decision.matters.compactMap { matter in
      guard matter.cause == nil else { return nil }
      return switch matter.kind {
      case .failedExam:
        explainsCause ? nil : "what you changed between the attempts, in a few words of your own"
      case .lateGraduation: "what you have done since you graduated"
      default: "what stood behind \(matter.title), and what is different now (red_flags.note)"
      }
    }
  }

  private enum Detail { case full, general, firstOnly, facts }

  /// What is said of one fact.
  private struct Part {
    var title: String
    var fact: String
    /// With the applicant's own words.
    var full: [String]
    /// With the kind of cause only.
    var general: [String]

    func sentences(_ detail: Detail) -> [String] {
      switch detail {
      case .full: [fact] + full
      case .general, .firstOnly: [fact] + general
      case .facts: [fact]
      }
    }
  }

  private func orderedParts() -> [Part] {
    rules.matters.map(\.kind).compactMap { kind in
      if kind == .drop { return hasDrop ? dropPart : nil }
      return decision.matters.first { $0.kind == kind }.map(part)
    }
  }

  private var dropPart: Part {
    let isAlone = decision.matters.isEmpty
    let fact =
      isAlone
      ? "It is \(pair.comparison())." : "My \(pair.secondName) is \(pair.comparison())."
    let title = "a \(pair.secondName) \(pair.comparison())"
    guard explainsCause else {
      return Part(title: title, fact: fact, full: [ownership], general: [ownership])
    }
    return Part(title: title, fact: fact, full: told(), general: told(inGeneral: true))
  }

  private func told(inGeneral: Bool = false) -> [String] {
    [causeSentence(isSpoken: true, inGeneral: inGeneral), recoverySentence()].compactMap(\.self)
  }

  private func part(_ matter: VisibleMatter) -> Part {
    let own = [matter.ownership].compactMap(\.self)
    if matter.kind == .failedExam {
      // With a drop the cause is told there, once.
      guard explainsCause, !hasDrop else {
        return Part(title: matter.title, fact: matter.sentence, full: own, general: own)
      }
      return Part(
        title: matter.title, fact: matter.sentence, full: told(), general: told(inGeneral: true))
    }
    let clause = matter.cause.map(Prose.clause).map { "What happened is this: \($0)." }
    return Part(
      title: matter.title, fact: matter.sentence, full: clause.map { [$0] } ?? own, general: own)
  }

  /// "Yes, …", with the first sentence's capital where the word keeps it.
  private func begin(_ sentences: [String]) -> String {
    let text = sentences.joined(separator: " ")
    let start = tone?.begin ?? ""
    guard let first = text.split(separator: " ").first, first != "I" else { return start + text }
    return "\(start)\(text.prefix(1).lowercased() + text.dropFirst())"
  }
}
