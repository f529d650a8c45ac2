import ApplicantFile
import MatchFacts
import ScoreReading

extension RankBuilder {
  /// Published figures on how long lists were, of this kind of applicant and these specialties first.
  func published() throws(AdviceError) -> [RankAdvice.Published] {
    do {
      return try figures()
    } catch {
      throw .data("\(error)")
    }
  }

  private func figures() throws(FactsError) -> [RankAdvice.Published] {
    var found: [RankAdvice.Published] = []
    func add(_ text: String, _ citation: Citation) {
      found.append(
        RankAdvice.Published(text: text, source: citation.title, url: citation.url))
    }
    var specialties: [Specialty] = []
    for candidate in season.candidates(order.primary)
    where !specialties.contains(candidate.program.specialty) {
      specialties.append(candidate.program.specialty)
    }
    let group = ApplicantGroup(file.type, isSenior: file.isSenior)
    if file.type == .nonUSIMG {
      let charting = try advisor.facts.nonUSIMGCharting()
      for specialty in specialties {
        let pair = [ChartingDistribution.Cohort.matched, .notMatched].map {
          charting.distribution(of: .contiguousRanks, in: specialty, cohort: $0)
        }
        if let matched = pair[0], let own = matched.summary, let other = pair[1]?.summary {
          add(
            "Non-US IMGs in \(specialty), ranks of that specialty in a row: the middle one who "
              + "matched had \(Format.number(own.median, digits: 1)) (half of them "
              + "\(Format.number(own.q1, digits: 1)) to \(Format.number(own.q3, digits: 1))), the "
              + "middle one who did not \(Format.number(other.median, digits: 1)).",
            matched.citation)
        }
      }
    }
    for row in try advisor.facts.rankListLengths() {
      guard let specialty = row.specialty, specialties.contains(specialty), row.group == group,
        let text = Self.text(row)
      else { continue }
      add("\(group.displayName) in \(specialty), \(row.year): \(text).", row.citation)
    }
    let all = try advisor.facts.rankListLengths().filter { $0.specialty == nil }
    if let latest = all.filter({ $0.measure == "mean_ROL_length" && $0.cohort == "matched" })
      .max(by: { $0.year < $1.year })
    {
      add(
        "Everyone who matched in \(latest.year) ranked "
          + "\(Format.number(latest.value, digits: 1)) programs on average.", latest.citation)
    }
    if let row = try advisor.facts.mainMatchResults().latest(
      "matched_top3_choice_pct", group: group.rawValue)
    {
      add(
        "Of \(group.displayName) who matched in \(row.year), \(Format.number(row.value, digits: 1))% did "
          + "so at one of their first three choices.", row.citation)
    }
    for figure in try advisor.facts.rankListFigures() {
      guard let specialty = figure.specialty, specialties.contains(specialty),
        let text = Self.text(figure)
      else { continue }
      add("\(specialty) (\(figure.year)): \(text).", figure.citation)
    }
    return found
  }

  private static func text(_ row: RankListLength) -> String? {
    let value = Format.number(row.value, digits: 1)
    let who = row.cohort == "not_matched" ? "those who did not match" : "those who matched"
    switch row.measure {
    case "mean_contiguous_ranks":
      return "\(who) had \(value) ranks of the specialty in a row on average"
    case "mean_ROL_length": return "\(who) ranked \(value) programs on average"
    case "match_pct_at_10_ranks_or_interviews": return "with 10 ranks \(value)% matched"
    case "match_pct_at_12_ranks_or_interviews": return "with 12 ranks \(value)% matched"
    case "match_pct_16plus_ranks": return "with 16 ranks or more \(value)% matched"
    default: return nil
    }
  }

  private static func text(_ figure: RankListFigure) -> String? {
    let value = Format.number(figure.value, digits: 1)
    let note = figure.note.map { "; \($0)" } ?? ""
    switch figure.measure {
    case "median_ranks_of_matched": return "the middle one who matched had \(value) ranks\(note)"
    case "ranks_for_99_pct_match":
      return "with \(value) ranks 99% of seniors without academic difficulty matched\(note)"
    case "match_pct_with_10_or_more_interviews":
      return "with 10 or more interviews \(value)% matched\(note)"
    case "matched_in_top_five_pct":
      return "\(value)% of those who matched did so among their first five\(note)"
    case "ranked_applicants_needed_per_filled_position":
      return "programs ranked \(value) applicants for each position they filled\(note)"
    default: return nil
    }
  }
}
