/// What words in the names of institutions and programs stand for: a data file, `name_words.csv`.
///
/// Names of one institution differ between lists ("U Texas Southwestern Med Sch-Dallas",
/// "University of Texas Southwestern Medical Center Program"); written out and without filler words
/// they can be compared.
struct NameWords: Sendable {
  enum Meaning: String, CaseIterable {
    case abbreviation
    case nickname
    case ignored
    case university
    case military
    case researchTrack = "research track"
    case notResearchTrack = "not a research track"
  }

  private var expansions: [String: [String]] = [:]
  private var nicknames: [String: [String]] = [:]
  private var ignored: Set<String> = []
  /// The phrases of each meaning by their first word.
  private var phrases: [Meaning: [String: [[String]]]] = [:]
  /// Words of each state's name by its abbreviation in lower case.
  private var states: [String: [String]] = [:]
  private var aliases: [String: [String]] = [:]

  init(facts: MatchFacts) throws(FactsError) {
    let table = try facts.open(
      "name_words", columns: ["words", "meaning", "stands_for"], sources: .ownTable)
    let rows = try table.map { (row, _) throws(FactsError) in
      let meaning: Meaning = try row.choice("meaning")
      return (
        words: NameKey.of(try row.required("words")), meaning: meaning,
        standsFor: try row.text("stands_for").split(separator: " ").map(String.init)
      )
    }
    for row in rows {
      switch row.meaning {
      case .abbreviation: expansions[row.words] = row.standsFor
      case .nickname: nicknames[row.words] = row.standsFor
      case .ignored: ignored.insert(row.words)
      case .university, .military, .researchTrack, .notResearchTrack:
        let words = row.words.split(separator: " ").map(String.init)
        if let first = words.first {
          phrases[row.meaning, default: [:]][first, default: []].append(words)
        }
      }
    }
    for state in try facts.regions().rows {
      states[state.state.lowercased()] = NameKey.of(state.name).split(separator: " ")
        .map(String.init)
    }
    let others = try facts.open(
      "institution_aliases", columns: ["institution", "state", "also_known_as", "note"],
      sources: .ownTable)
    let pairs = try others.map { (row, _) throws(FactsError) in
      (
        key: NameKey.of(try row.required("institution")) + "|" + (try row.required("state")),
        name: try row.required("also_known_as")
      )
    }
    for pair in pairs { aliases[pair.key, default: []].append(pair.name) }
  }

  /// Other names of an institution, by ``Program/institutionKey``.
  func otherNames(ofInstitution key: String) -> [String] { aliases[key] ?? [] }

  /// The abbreviation of a state by its abbreviation or full name, in any case.
  func stateAbbreviation(of text: String) -> String? {
    let key = NameKey.of(text)
    if states[key] != nil { return key.uppercased() }
    return states.filter { $0.value.joined(separator: " ") == key }.keys.min()?.uppercased()
  }

  /// The words of a state's name, by its abbreviation.
  func stateName(_ abbreviation: String) -> [String] { states[abbreviation.lowercased()] ?? [] }

  /// The words of a name, written out, without filler words and without a state's abbreviation
  /// that only tells namesakes apart ("Mercy Hospital-PA").
  func tokens(of name: String, state: String? = nil) -> [String] {
    var text = name[...]
    if let state, text.hasSuffix("-" + state) { text = text.dropLast(state.count + 1) }
    let own = state?.lowercased()
    return NameKey.of(text).split(separator: " ").flatMap { word -> [String] in
      let word = String(word)
      if word == own, let full = states[word] { return full }
      return expansions[word] ?? [word]
    }.filter { !ignored.contains($0) }
  }

  /// What a word may stand for in a search: its written-out form, or a nickname's.
  func meanings(of word: String) -> [String] {
    nicknames[word] ?? expansions[word] ?? [word]
  }

  /// Whether a word adds nothing to a search.
  func isIgnored(_ word: String) -> Bool { ignored.contains(word) }

  /// Whether the name of a program speaks of research.
  func isResearchTrack(_ name: String) -> Bool {
    let spellings = spellings(of: name)
    return occurs(.researchTrack, in: spellings) && !occurs(.notResearchTrack, in: spellings)
  }

  /// The words of a name, as written and written out.
  func spellings(of name: String) -> [[String]] {
    let written = NameKey.of(name).split(separator: " ").map(String.init)
    let isPlain = !written.contains { expansions[$0] != nil || ignored.contains($0) }
    return isPlain ? [written] : [written, tokens(of: name)]
  }

  /// Whether one of the phrases of a meaning occurs in one of the spellings.
  func occurs(_ meaning: Meaning, in spellings: [[String]]) -> Bool {
    guard let phrases = phrases[meaning] else { return false }
    return spellings.contains { words in
      words.indices.contains { place in
        phrases[words[place]]?.contains { words[place...].starts(with: $0) } ?? false
      }
    }
  }
}
