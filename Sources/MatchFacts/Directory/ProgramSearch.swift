extension ProgramDirectory {
  /// What to search for.
  public struct Query: Sendable, Hashable {
    /// Words that must all occur in institution, city, state, region, program or specialty; empty
    /// for all programs.
    ///
    /// An NRMP code or ACGME id finds its program.
    public var text: String
    /// Only this specialty.
    public var specialty: Specialty?
    /// Only this state, by postal abbreviation.
    public var state: String?
    /// Only this kind of position.
    public var track: Program.Track?

    /// A query.
    public init(
      text: String = "", specialty: Specialty? = nil, state: String? = nil,
      track: Program.Track? = nil
    ) {
      self.text = text
      self.specialty = specialty
      self.state = state
      self.track = track
    }
  }

  /// The programs that match a query, best first.
  ///
  /// Every word must match somewhere. A program scores by where each word matches: a whole word of
  /// the institution counts most, then city, then program and specialty, then state; the beginning
  /// of a word counts half. The phrase as a whole at the start of the institution's name adds to
  /// it. Ties: programs seen in the latest lists first, then categorical ones, then by institution,
  /// specialty and code.
  ///
  /// - Complexity: O(*n*) in the number of programs.
  public func search(_ query: Query, aliases: SpecialtyCatalog? = nil) -> [Program] {
    let words = SpecialtyCatalog.normalized(query.text).split(separator: " ").map(String.init)
    let phrase = words.joined(separator: " ")
    var code = query.text.uppercased()
    code.removeAll { !$0.isLetter && !$0.isNumber }
    // "IM Boston": a word that is a short form also matches the specialty it stands for.
    let meanings = words.map { word in
      (try? aliases?.resolve(word)).map { SpecialtyCatalog.normalized($0.name) }
    }
    var found: [(score: Int, program: Program)] = []
    for program in programs {
      if let specialty = query.specialty, program.specialty != specialty { continue }
      if let state = query.state, program.state != state { continue }
      if let track = query.track, program.track != track { continue }
      if words.isEmpty {
        found.append((0, program))
        continue
      }
      if program.code == code || program.acgmeID == code {
        found.append((1000, program))
        continue
      }
      if let score = score(program, words: words, meanings: meanings, phrase: phrase) {
        found.append((score, program))
      }
    }
    found.sort { first, second in
      if first.score != second.score { return first.score > second.score }
      return order(first.program) < order(second.program)
    }
    return found.map(\.program)
  }

  private func order(_ program: Program) -> (Int, Int, String, String, String) {
    (
      -(program.lastListed ?? 0) / 3, program.track == .categorical ? 0 : 1, program.institution,
      program.specialty.name, program.code
    )
  }

  private func score(
    _ program: Program, words: [String], meanings: [String?], phrase: String
  ) -> Int? {
    let institution = SpecialtyCatalog.normalized(program.institution)
    let city = SpecialtyCatalog.normalized(program.city ?? "")
    let state = (program.state ?? "").lowercased()
    let specialty = SpecialtyCatalog.normalized(program.specialty.name)
    let name = SpecialtyCatalog.normalized(program.name)
    let code = program.code.lowercased()
    var total = 0
    for (word, meaning) in zip(words, meanings) {
      var best = max(
        Self.match(word, in: institution, weight: 12), Self.match(word, in: city, weight: 10),
        Self.match(word, in: name, weight: 6), Self.match(word, in: specialty, weight: 6))
      if state == word { best = max(best, 8) }
      if let meaning, meaning == specialty { best = max(best, 9) }
      if best == 0, word.count >= 4, code.hasPrefix(word) { best = 8 }
      if best == 0 { return nil }
      total += best
    }
    if institution.hasPrefix(phrase) { total += 6 }
    if city == phrase { total += 6 }
    return total
  }

  private static func match(_ word: String, in text: String, weight: Int) -> Int {
    var best = 0
    for part in text.split(separator: " ") {
      if part == word { return weight }
      if word.count >= 3, part.hasPrefix(word) { best = weight / 2 }
    }
    return best
  }
}
