import StableMatching

extension MarketParser {
  /// Finds the place in the texts that a fault of the market comes from.
  func located(_ error: MarketError, _ names: MarketNames) -> MarketFileError {
    let message = error.message(
      applicant: { "applicant \"\(names.applicants[$0])\"" },
      program: { "program \"\(names.programs[$0])\"" })
    switch error {
    case .unknownProgram(_, let applicant, let entry),
      .repeatedProgram(_, let applicant, let entry):
      return texts.applicants.error(
        at: cell(1 + entry, of: applicantRows[applicant], in: texts.applicants), message)
    case .unknownApplicant(_, let program, let entry),
      .repeatedApplicant(_, let program, let entry):
      return texts.programs.error(
        at: cell(2 + entry, of: programRows[program], in: texts.programs), message)
    case .quotaOutOfRange(let program, _):
      return texts.programs.error(
        at: cell(2, of: programRows[program], in: texts.programs), message)
    case .partnerHasOwnList(let applicant, _):
      return texts.applicants.error(
        at: cell(2, of: applicantRows[applicant], in: texts.applicants), message)
    case .unknownPartner(_, let couple), .partnerTwice(_, let couple):
      return texts.couples.map { $0.error(at: coupleRows[couple], message) }
        ?? texts.applicants.error(message)
    case .unknownPairProgram(_, let couple, let entry), .repeatedPair(let couple, let entry):
      return texts.couples.map { text in
        text.error(at: cell(2 + entry, of: coupleRows[couple], in: text), message)
      } ?? texts.applicants.error(message)
    case .supplement(let index, _):
      return texts.supplements.map { $0.error(at: supplementRows[index], message) }
        ?? texts.applicants.error(message)
    case .reversion(let index, _):
      return texts.reversions.map { $0.error(at: reversionRows[index], message) }
        ?? texts.programs.error(message)
    case .quotaCount:
      return texts.programs.error(message)
    }
  }

  /// Where a row's cell begins, counted from 1; the row's start if there is no such cell.
  private func cell(_ number: Int, of row: Int, in text: SourceText) -> Int {
    guard row >= 0 else { return text.start }
    var cells = CSVCells(text, at: row)
    for _ in 1..<number {
      guard let cell = try? cells.next(), !cell.endsRow else { return row }
    }
    return cells.position
  }
}
