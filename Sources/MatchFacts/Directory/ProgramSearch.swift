extension ProgramDirectory {
  /// What to search for.
  public struct Query: Sendable, Hashable {
    /// Words that must all occur in institution, city, state, program or specialty.
    ///
    /// Empty for all programs. An NRMP code or ACGME id finds its program.
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
  /// Every word must match somewhere. Abbreviations are written out on both sides ("Mass General
  /// Hospital" finds "Massachusetts Gen Hosp"), nicknames and short forms of specialties count
  /// ("UCSF derm"). A word scores most as a whole word of the institution, then of the city,
  /// of its other names, of the state, the program and the specialty; the beginning of a word counts half. An institution
  /// that starts with the whole text, and a city that is the whole text, come first.
  ///
  /// Ties: programs of the latest lists, categorical ones, then by institution, specialty, code.
  ///
  /// - Complexity: O(*n*) in the number of programs.
  public func search(_ query: Query) -> [Program] {
    let plain = NameKey.of(query.text).split(separator: " ").map(String.init)
    let wanted = searchWords(plain)
    let phrase = plain.flatMap { words.meanings(of: $0) }.filter { !words.isIgnored($0) }
    let code = query.text.uppercased().filter { $0.isLetter || $0.isNumber }
    var names = [InstitutionText?](repeating: nil, count: institutions.count)
    var found: [(score: Int, index: Int)] = []
    for (index, program) in programs.enumerated() {
      if let specialty = query.specialty, program.specialty != specialty { continue }
      if let state = query.state, program.state != state { continue }
      if let track = query.track, program.track != track { continue }
      if wanted.isEmpty {
        // Filler words alone ("of the") find nothing; no words at all find everything.
        if plain.isEmpty { found.append((0, index)) }
        continue
      }
      if program.code == code || program.acgmeID == code {
        found.append((1000, index))
        continue
      }
      let institution = institutionOfProgram[index]
      let text =
        names[institution] ?? InstitutionText(institutions[institution], words: words)
      names[institution] = text
      if let score = score(program, institution: text, wanted: wanted, phrase: phrase) {
        found.append((score, index))
      }
    }
    let keys = found.map { order(programs[$0.index]) }
    let ranking = found.indices.sorted { first, second in
      found[first].score != found[second].score
        ? found[first].score > found[second].score : keys[first] < keys[second]
    }
    return ranking.map { programs[found[$0].index] }
  }

  /// One word of a query: what it may be in a name, and the specialty it may stand for.
  private struct SearchWord {
    var forms: [[String]]
    var specialty: Specialty?
  }

  private func searchWords(_ plain: [String]) -> [SearchWord] {
    plain.compactMap { word in
      if words.isIgnored(word) { return nil }
      let meaning = words.meanings(of: word)
      let forms = meaning == [word] ? [[word]] : [[word], meaning]
      let specialty = try? catalog.resolve(word)
      return SearchWord(forms: forms, specialty: specialty)
    }
  }

  /// An institution's words, as printed and written out.
  private struct InstitutionText {
    /// The name written out.
    var tokens: [String]
    /// Its words in both forms.
    var own: Set<String>
    /// The words of its other names.
    var others: Set<String>
    /// The state's abbreviation and the words of its name.
    var state: [String]

    init(_ institution: Institution, words: NameWords) {
      tokens = words.tokens(of: institution.name, state: institution.state)
      own = Set(tokens)
      own.formUnion(NameKey.of(institution.name).split(separator: " ").lazy.map(String.init))
      others = []
      for name in words.otherNames(ofInstitution: institution.key) {
        others.formUnion(words.tokens(of: name, state: institution.state))
        others.formUnion(NameKey.of(name).split(separator: " ").lazy.map(String.init))
      }
      state = institution.state.map { words.stateName($0) + [$0.lowercased()] } ?? []
    }
  }

  private func order(_ program: Program) -> (Int, Int, String, String, String) {
    (
      -(program.lastListed ?? 0) / 3, program.track == .categorical ? 0 : 1, program.institution,
      program.specialty.name, program.code
    )
  }

  private func score(
    _ program: Program, institution: InstitutionText, wanted: [SearchWord], phrase: [String]
  ) -> Int? {
    let city = NameKey.of(program.city ?? "").split(separator: " ").map(String.init)
    var rest: [String]?
    var total = 0
    for word in wanted {
      var best = 0
      for form in word.forms {
        best = max(
          best, Self.match(form, in: institution.own, weight: 12),
          Self.match(form, in: institution.others, weight: 9),
          Self.match(form, in: city, weight: 10))
        if form.allSatisfy(institution.state.contains) { best = max(best, 8) }
      }
      if word.specialty == program.specialty { best = max(best, 9) }
      if best < 6, let form = word.forms.first {
        let names =
          rest
          ?? NameKey.of(program.name + " " + program.specialty.name).split(separator: " ")
          .map(String.init)
        rest = names
        best = max(best, Self.match(form, in: names, weight: 6))
        if best == 0, form.count == 1, form[0].count >= 4,
          program.code.lowercased().hasPrefix(form[0])
        {
          best = 8
        }
      }
      if best == 0 { return nil }
      total += best
    }
    if institution.tokens.starts(with: phrase) { total += 6 }
    if city == phrase { total += 6 }
    return total
  }

  /// The weight if every word of a form occurs, half of it if only as the beginning of a word.
  private static func match(
    _ form: [String], in names: some Collection<String>, weight: Int
  ) -> Int {
    var best = weight
    for word in form {
      if names.contains(word) { continue }
      guard word.count >= 3, names.contains(where: { $0.hasPrefix(word) }) else { return 0 }
      best = weight / 2
    }
    return best
  }
}
