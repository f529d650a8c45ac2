import StableMatching

extension MatchReport {
  /// Markets up to this size are listed on the terminal.
  private static let listedApplicants = 100

  /// A summary for a terminal: the numbers, what is known about stability, and small matchings.
  ///
  /// - Parameter destination: the file that the matching was written to, if any.
  public func text(destination: String? = nil) -> String {
    let matching = outcome.matching
    var lines = [
      "\(matching.matchedCount) of \(matching.programs.count) applicants matched, "
        + "\(matching.unfilledPositionCount) of \(positionCount) positions unfilled, "
        + "\(outcome.proposalCount) proposals.",
      statement,
    ]
    let audited =
      audit.violations.map { $0.explanation(in: named.market, names: named.names) }
      + audit.blockingPairs.map { $0.explanation(in: named.market, names: named.names) }
    lines += audited.prefix(20).map { "  - \($0)" }
    if audited.count > 20 {
      lines.append("  … and \(audited.count - 20) more; --json lists all.")
    }
    if let destination {
      lines.append("The matching is in \(destination).")
    } else if matching.programs.count <= Self.listedApplicants {
      lines.append("")
      lines += listing
    } else {
      lines.append("Write the matching with --out FILE or --json.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var positionCount: Int {
    outcome.matching.quotas.reduce(0) { $0 + Int($1) }
  }

  private var listing: [String] {
    let names = named.names
    let width = names.applicants.map(\.count).max() ?? 0
    return names.applicants.enumerated().map { applicant, name in
      let padding = String(repeating: " ", count: width - name.count)
      guard let program = outcome.matching.program(of: applicant) else {
        return "\(name)\(padding)  unmatched"
      }
      let rank = outcome.matching.rank(of: applicant).map { " (choice \($0))" } ?? ""
      let preliminary =
        outcome.matching.supplementalProgram(of: applicant)
        .map { ", preliminary year at \(names.program($0))" } ?? ""
      return "\(name)\(padding)  \(names.program(program))\(rank)\(preliminary)"
    }
  }
}
