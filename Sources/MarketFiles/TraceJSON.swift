import StableMatching

extension MatchReport {
  /// One step of a procedure as an object with an `event` and whom it concerns.
  func write(_ event: MatchEvent, to writer: inout JSONWriter) {
    let names = named.names
    writer.object { writer in
      switch event {
      case .proposed(let proposer, let choice):
        writer.string("event", "proposed")
        write(proposer, choice, to: &writer)
      case .held(let proposer, let choice):
        writer.string("event", "held")
        write(proposer, choice, to: &writer)
      case .rejected(let proposer, let choice, let applicant, let program, let refusal):
        writer.string("event", "rejected")
        write(proposer, choice, to: &writer)
        writer.string("refused", names.applicants[applicant])
        writer.string("by", names.programs[program])
        write(refusal, to: &writer)
      case .displaced(let applicant, let program, let winner):
        writer.string("event", "displaced")
        writer.string("applicant", names.applicants[applicant])
        writer.string("program", names.programs[program])
        writer.string("for", names.applicants[winner])
      case .withdrew(let applicant, let program, let cause):
        writer.string("event", "withdrew")
        writer.string("applicant", names.applicants[applicant])
        writer.string("program", names.programs[program])
        switch cause {
        case .better: writer.string("because", "better")
        case .partnerLostSeat: writer.string("because", "partnerLostSeat")
        case .advancedLost: writer.string("because", "advancedLost")
        }
      case .exhausted(let proposer):
        writer.string("event", "exhausted")
        write(proposer, to: &writer)
      case .reconsidered(let program):
        writer.string("event", "reconsidered")
        writer.string("program", names.programs[program])
      case .setAside(let proposer):
        writer.string("event", "setAside")
        write(proposer, to: &writer)
      case .reverted(let donor, let recipient, let positions):
        writer.string("event", "reverted")
        writer.string("from", names.programs[donor])
        writer.string("to", names.programs[recipient])
        writer.number("positions", positions)
      case .offered(let program, let rank, let applicant):
        writer.string("event", "offered")
        writer.string("program", names.programs[program])
        writer.number("rank", rank)
        writer.string("applicant", names.applicants[applicant])
      case .accepted(let program, let applicant):
        writer.string("event", "accepted")
        writer.string("program", names.programs[program])
        writer.string("applicant", names.applicants[applicant])
      case .declined(let program, let applicant, let holding):
        writer.string("event", "declined")
        writer.string("program", names.programs[program])
        writer.string("applicant", names.applicants[applicant])
        writer.string("holding", holding.map { names.programs[$0] })
      }
    }
  }

  private func write(_ refusal: MatchEvent.Refusal, to writer: inout JSONWriter) {
    switch refusal {
    case .notRanked: writer.string("because", "notRanked")
    case .noPositions: writer.string("because", "noPositions")
    case .full(let last):
      writer.string("because", "full")
      writer.string("lastHeld", named.names.applicants[last])
    case .notBoth: writer.string("because", "notBoth")
    }
  }

  private func write(_ proposer: MatchEvent.Proposer, to writer: inout JSONWriter) {
    let names = named.names
    switch proposer {
    case .applicant(let applicant):
      writer.string("applicant", names.applicants[applicant])
    case .couple(let couple):
      writer.array("couple") { writer in
        writer.string(nil, names.applicants[Int(named.market.couples.firsts[couple])])
        writer.string(nil, names.applicants[Int(named.market.couples.seconds[couple])])
      }
    case .supplement(let applicant, let advanced):
      writer.string("applicant", names.applicants[applicant])
      writer.string("advancedProgram", names.programs[advanced])
    }
  }

  private func write(
    _ proposer: MatchEvent.Proposer, _ choice: MatchEvent.Choice, to writer: inout JSONWriter
  ) {
    write(proposer, to: &writer)
    writer.number("rank", choice.rank)
    if case .couple = proposer {
      writer.array("programs") { writer in
        writer.string(nil, choice.first.map { named.names.programs[$0] })
        writer.string(nil, choice.second.map { named.names.programs[$0] })
      }
    } else {
      writer.string("program", choice.first.map { named.names.programs[$0] })
    }
  }
}
