import ApplicantFile

extension WordsComposer {
  /// Ways to begin the spoken answer, from the fullest to the barest; each names every fact that
  /// programs see, most serious first.
  func openings() -> [String] {
    let all = orderedParts()
    guard !all.isEmpty else { return [] }
    let most = rules.decision.mostToldMatters
    let parts = all.count > most ? Array(all.prefix(2)) : all
    let rest =
      all.count > parts.count
      ? ["There is more in my file, and I will gladly go through it with you."] : []
    var ways: [String] = []
    for detail in [Detail.full, .general, .firstOnly, .facts] {
      let sentences = parts.enumerated().flatMap { index, part in
        part.sentences(detail == .firstOnly ? (index == 0 ? .general : .facts) : detail)
      }
      let way = begin(sentences + rest)
      if ways.last != way { ways.append(way) }
    }
    if parts.count > 1 {
      ways.append("\(start)you will see \(Prose.list(all.map(\.title))).")
    }
    return ways
  }

  /// Causes and words of their own that the file lacks.
  var matterMissing: [String] {
    decision.matters.compactMap { matter in
      guard matter.isPrivate != true else { return nil }
      switch matter.kind {
      case .failedExam:
        return matter.cause != nil || explainsCause
          ? nil : "what you changed between the attempts, in a few words of your own"
      case .lateGraduation:
        return matter.general == nil ? "what you have done since you graduated" : nil
      case .legal, .professionalism, .failedCourse:
        return matter.cause == nil
          ? "what stood behind \(matter.title), and what is different now (red_flags.note)"
          : "what is different now, after \(matter.title)"
      default:
        return matter.cause == nil
          ? "what stood behind \(matter.title), and what is different now (red_flags.note)" : nil
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
      if kind == .drop { return hasDrop ? dropPart : hasLowScore ? lowPart : nil }
      return decision.matters.first { $0.kind == kind }.flatMap(part)
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

  /// A low score, where nothing graver answers the question about it.
  private var lowPart: Part? {
    guard let score = pair.second, decision.matters.isEmpty || explainsCause,
      !decision.matters.contains(where: { $0.kind == .failedExam })
    else { return nil }
    let title = "a \(pair.secondName) of \(score)"
    let fact = "My \(pair.secondName) is \(score)."
    guard explainsCause else {
      let own = "It is not the result I was working for."
      return Part(title: title, fact: fact, full: [own], general: [own])
    }
    return Part(title: title, fact: fact, full: told(), general: told(inGeneral: true))
  }

  private func told(inGeneral: Bool = false) -> [String] {
    [causeSentence(isSpoken: true, inGeneral: inGeneral), recoverySentence()].compactMap(\.self)
  }

  private func part(_ matter: VisibleMatter) -> Part? {
    let own = [matter.general, matter.ownership].compactMap(\.self)
    // To have graduated is no answer; what came after is.
    if matter.kind == .lateGraduation, matter.general == nil { return nil }
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
      title: matter.title, fact: matter.sentence, full: clause.map { [$0] + own } ?? own,
      general: own)
  }

  private var start: String { (isGrave ? tone?.grave : tone?.begin) ?? "" }

  /// "Yes, …", with the first sentence's capital where the word keeps it.
  private func begin(_ sentences: [String]) -> String {
    let text = sentences.joined(separator: " ")
    guard let first = text.split(separator: " ").first, first != "I" else { return start + text }
    return "\(start)\(text.prefix(1).lowercased() + text.dropFirst())"
  }
}
