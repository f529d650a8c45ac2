public import StableMatching

extension MatchReport {
  /// One JSON document; the layout is stated in the documentation.
  ///
  /// - Parameters:
  ///   - explanation: the way of one applicant, by name.
  ///   - trace: all steps of the procedure.
  public func json(
    explanation: (applicant: String, story: MatchExplanation)? = nil, trace: [MatchEvent]? = nil
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.number("format", 1)
      writeSummary(to: &writer)
      writer.array("blockingPairs") { writer in
        for pair in audit.blockingPairs { write(pair, to: &writer) }
      }
      if let other = auditWithOwnSeatsFree {
        writer.array("blockingPairsIfOwnSeatsFree") { writer in
          for pair in other.blockingPairs { write(pair, to: &writer) }
        }
      }
      writer.array("violations") { writer in
        for violation in audit.violations {
          writer.string(nil, violation.explanation(in: named.market, names: named.names))
        }
      }
      writeMatching(to: &writer)
      if let explanation {
        writer.object("explanation") { writer in
          writer.string("applicant", explanation.applicant)
          writer.array("steps") { writer in
            for step in explanation.story.steps { writer.string(nil, step) }
          }
          writer.string("result", explanation.story.result)
        }
      }
      if let trace {
        writer.array("trace") { writer in
          for event in trace { write(event, to: &writer) }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func writeSummary(to writer: inout JSONWriter) {
    let matching = outcome.matching
    writer.number("matched", matching.matchedCount)
    writer.number("unmatched", matching.unmatchedCount)
    writer.number("unfilledPositions", matching.unfilledPositionCount)
    writer.number("proposals", outcome.proposalCount)
    writer.bool("stable", isStable)
    writer.string("status", isStable ? "stable" : outcome.status.rawValue)
    writer.string("reason", statement)
    switch outcome.method {
    case .deferredAcceptance: writer.string("method", "applicantProposing")
    case .programProposing: writer.string("method", "programProposing")
    case .rothPeranson(let attempt):
      writer.string("method", "rothPeranson")
      writer.number("attempt", attempt)
    case .exactSearch: writer.string("method", "exactSearch")
    }
    writer.number("attempts", outcome.attempts)
    writer.number("assignmentsExamined", outcome.assignmentsExamined)
  }

  private func writeMatching(to writer: inout JSONWriter) {
    let matching = outcome.matching
    let names = named.names
    writer.object("matching") { writer in
      for (applicant, name) in names.applicants.enumerated() {
        writer.string(name, matching.program(of: applicant).map { names.programs[$0] })
      }
    }
    if !matching.supplementalPrograms.isEmpty {
      writer.object("supplemental") { writer in
        for (applicant, name) in names.applicants.enumerated() {
          guard let program = matching.supplementalProgram(of: applicant) else { continue }
          writer.string(name, names.programs[program])
        }
      }
    }
    if !named.market.reversions.isEmpty {
      writer.object("quotas") { writer in
        for (program, name) in names.programs.enumerated() {
          writer.number(name, Int(matching.quotas[program]))
        }
      }
    }
  }

  private func write(_ pair: BlockingPair, to writer: inout JSONWriter) {
    let names = named.names
    writer.object { writer in
      switch pair.blocker {
      case .applicant(let applicant):
        writer.string("kind", "applicant")
        writer.string("applicant", names.applicants[applicant])
      case .couple(let couple):
        writer.string("kind", "couple")
        writer.array("couple") { writer in
          writer.string(nil, names.applicants[Int(named.market.couples.firsts[couple])])
          writer.string(nil, names.applicants[Int(named.market.couples.seconds[couple])])
        }
      case .supplement(let applicant, let advanced):
        writer.string("kind", "supplement")
        writer.string("applicant", names.applicants[applicant])
        writer.string("advancedProgram", names.programs[advanced])
      }
      writer.number("rank", pair.rank)
      writer.number("presentRank", pair.presentRank)
      writer.array("sides") { writer in
        for side in pair.sides {
          writer.object { writer in
            writer.string("applicant", names.applicants[side.applicant])
            writer.string("program", names.programs[side.program])
            switch side.welcome {
            case .heldAlready: writer.string("welcome", "heldAlready")
            case .freePosition: writer.string("welcome", "freePosition")
            case .preferred(let other):
              writer.string("welcome", "preferred")
              writer.string("to", names.applicants[other])
            }
          }
        }
      }
      writer.string("explanation", pair.explanation(in: named.market, names: names))
    }
  }
}
