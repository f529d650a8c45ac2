import MatchFacts
import ScoreReading

/// Published figures about couples, as the fact tables have them.
struct CoupleFacts: Sendable {
  private(set) var facts: [CoupleAdvice.Fact] = []

  init(_ tables: MatchFacts, _ fees: Fees) throws(FactsError) {
    let overall = try tables.overallFigures().filter { $0.group == "couples" }
    if let latest = overall.max(by: { $0.year < $1.year }) {
      add(
        "In the \(latest.year) Match \(Format.number(latest.value)) couples took part"
          + (latest.note.map { ": \($0)." } ?? "."), latest.citation)
    }
    if let detailed = overall.filter({ $0.note?.contains("both") == true })
      .max(by: { $0.year < $1.year }), let note = detailed.note
    {
      add("In \(detailed.year): \(note).", detailed.citation)
    }
    for effect in try tables.publishedEffects() where effect.outcome.hasPrefix("couples outcome") {
      add(
        "Of all couples, \(effect.season) (\(effect.contrast)): \(effect.result.text).",
        effect.citation)
    }
    if let couple = fees.rows.filter({ $0.kind == .nrmpCouple }).max(by: { $0.season < $1.season })
    {
      add(
        "The NRMP's fee for couples was \(Format.dollars(couple.dollars)) per partner "
          + "(\(couple.period)); no later figure is published here.", couple.citation)
    }
    if let extra = fees.rows.filter({ $0.kind == .nrmpExtraRank })
      .max(by: { $0.season < $1.season })
    {
      let from = extra.fromCount ?? 21
      let note = extra.note.map { "; \($0)" } ?? ""
      add(
        "Each ranked program from the \(from)st on costs \(Format.dollars(extra.dollars)) "
          + "(\(extra.period)\(note)).", extra.citation)
    }
  }

  private mutating func add(_ text: String, _ citation: Citation) {
    let fact = CoupleAdvice.Fact(
      text: text, source: "\(citation.title)", url: citation.url)
    if !facts.contains(fact) { facts.append(fact) }
  }
}
