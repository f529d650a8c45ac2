import AdviceRendering
import MatchFacts

/// The pages of `smartpick programs`, as lines.
enum ProgramPages {
  /// A program in two or three lines.
  static func line(_ record: ProgramRecord) -> [String] {
    let program = record.program
    var lines = ["\(program.code)  \(program.institution) · \(place(program))"]
    var parts = ["\(program.specialty), \(program.track.rawValue)"]
    if program.name != program.specialty.name { parts.append(program.name) }
    parts.append(positions(program))
    if let year = program.lastListed { parts.append("listed \(year)") }
    lines += PageText.wrapped(parts.joined(separator: " · "), indent: 11)
    if !record.figures.isEmpty {
      let own = record.figures.all.map {
        "\($0.kind.displayName) \(text($0.figure.value, $0.kind))"
      }
      lines += PageText.wrapped("yours: " + own.joined(separator: " · "), indent: 11)
    }
    return lines
  }

  /// Everything known of a program.
  static func page(
    _ record: ProgramRecord, features: InstitutionFeatures?, standing: ProgramStanding?
  ) -> [String] {
    let program = record.program
    var lines = ["\(program.institution) · \(place(program))"]
    lines.append("\(program.specialty), \(program.track.rawValue) · \(program.name)")
    lines.append("NRMP code \(program.code)" + (record.region.map { " · \($0)" } ?? ""))
    if let id = program.acgmeID {
      let match = program.acgmeMatch.map { ", matched by \($0); about 4 % of matches are wrong" }
      lines.append("ACGME id \(id)\(match ?? "")")
    }
    if let url = program.url { lines.append(url) }
    lines.append("")
    lines.append("In the Match: \(positions(program))")
    if !program.fillHistory.isEmpty {
      let years = program.fillHistory.map { "\($0.year) \($0.filled)/\($0.offered)" }
      lines += PageText.wrapped("Filled/offered: " + years.joined(separator: " · "))
    }
    if let year = program.lastListed {
      lines.append(
        "Last listed: \(year)" + (year <= 2020 ? " (may be closed: not on the 2023 list)" : ""))
    }
    if let features {
      lines += [""]
      lines += PageText.wrapped(
        "The institution: \(features.programs) programs in \(features.specialties) specialties, "
          + "\(features.competitiveSpecialties) of them highly competitive; "
          + "\(features.positions) positions; \(features.researchTracks) research tracks; "
          + "\(features.setting.rawValue), by a guess.")
      lines += PageText.wrapped("The guess: \(InstitutionFeatures.settingRule).", indent: 2)
    }
    if let standing {
      lines += [""]
      lines += PageText.wrapped(StandingText.sentence(standing, specialty: program.specialty))
      lines += PageText.wrapped(StandingText.caution(standing), indent: 2)
      var sources: [String] = []
      for source in standing.parts.map(\.citation) {
        let trust = source.trust.map { ", trust \($0)" } ?? ""
        let line = "\(source.title) (\(source.year)\(trust))"
        if !sources.contains(line) { sources.append(line) }
      }
      if !sources.isEmpty {
        lines += PageText.wrapped("From: " + sources.joined(separator: "; "), indent: 2)
      }
    }
    lines += ["", "Figures of your own:"]
    if record.figures.isEmpty {
      lines += PageText.wrapped(
        "none; smartpick programs import FILE.csv brings them in", indent: 2)
    }
    for (kind, figure) in record.figures.all {
      lines += PageText.wrapped(
        "\(kind.displayName): \(text(figure.value, kind))  [\(figure.origin.displayText)]",
        indent: 2)
    }
    lines += [""]
    let citation = program.citation
    let trust = citation.trust.map { ", trust \($0)" } ?? ""
    lines += PageText.wrapped(
      "Published, \(citation.year)\(trust): \(citation.title) · \(citation.url)")
    return lines.map(PageText.harmless)
  }

  /// What became of an import.
  static func report(
    _ result: FigureImport, path: String, isKept: Bool, isTrial: Bool
  ) -> [String] {
    let figures = result.figures.codes.reduce(0) { $0 + result.figures[$1].all.count }
    let rows = result.joined.count + result.notJoined.count
    var lines = [
      "\(result.joined.count) of \(rows) rows joined: "
        + "\(figures) figures for \(result.figures.codes.count) programs."
    ]
    for method in ProgramJoin.Method.allCases {
      let count = result.joined.count { $0.method == method }
      if count > 0 { lines.append("  \(count) by \(method.rawValue)") }
    }
    let byName = result.joined.filter { $0.method == .name }
    if !byName.isEmpty {
      lines += ["", "Joined by name; please look them over:"]
      for row in byName {
        lines += PageText.wrapped(
          "line \(row.line): \(row.name) → \(row.programs.joined(separator: ", "))", indent: 2)
      }
    }
    if !result.notJoined.isEmpty { lines += ["", "Not joined:"] }
    for row in result.notJoined {
      lines += PageText.wrapped("line \(row.line): \(row.name): \(row.reason)", indent: 2)
      for near in row.nearest { lines += PageText.wrapped("near: \(near)", indent: 6) }
    }
    if !result.unknownColumns.isEmpty { lines += ["", "Columns that were not read:"] }
    for column in result.unknownColumns {
      let hint = column.nearest.map { "; did you mean \($0)?" } ?? ""
      lines.append("  \(column.name)\(hint)")
    }
    if !result.replaced.isEmpty { lines += ["", "Given twice; the later line counts:"] }
    for item in result.replaced {
      lines.append(
        "  \(item.code) \(item.figure.rawValue): line \(item.line) over line \(item.earlierLine)")
    }
    if !result.leftOut.isEmpty { lines += ["", "Left out; give nrmp_code or track:"] }
    for item in result.leftOut {
      lines += PageText.wrapped(
        "line \(item.line): \(item.figure.rawValue) belongs to one of "
          + item.programs.joined(separator: ", "), indent: 2)
    }
    if !result.withoutFigures.isEmpty {
      let numbers = result.withoutFigures.map(String.init).joined(separator: ", ")
      lines += [""] + PageText.wrapped("Rows without any figure: lines \(numbers).")
    }
    lines.append("")
    lines.append(
      isKept
        ? "Kept in \(path)."
        : isTrial ? "A trial: nothing was kept." : "Nothing to keep: no row brought a figure.")
    return lines.map(PageText.harmless)
  }

  private static func place(_ program: Program) -> String {
    [program.city, program.state].compactMap(\.self).joined(separator: ", ")
  }

  private static func positions(_ program: Program) -> String {
    guard let offered = program.positions else { return "positions unknown" }
    let year = program.positionsYear.map { " (\($0))" } ?? ""
    let filled = program.filled.map { ", \($0) filled" } ?? ""
    return "\(offered) \(offered == 1 ? "position" : "positions")\(filled)\(year)"
  }

  private static func text(_ value: FigureValue, _ kind: FigureKind) -> String {
    switch value {
    case .number(let number):
      let isRate = kind.rawValue.hasPrefix("interview_rate")
      let shown = isRate ? number * 100 : number
      let rounded = (shown * 10).rounded() / 10
      let digits = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
      return isRate || kind.rawValue.hasPrefix("pct") ? digits + " %" : digits
    case .visas(let visas):
      return visas.isEmpty ? "none" : visas.map { $0.rawValue.uppercased() }.joined(separator: ", ")
    case .text(let text):
      return text
    }
  }
}
