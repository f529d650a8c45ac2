import Foundation

extension InstitutionStanding {
  /// The index of the institution, before the term of a program's new accreditation.
  func index(in model: StandingModel) -> Double {
    moneyTerm(model) + competitiveTerm(model) + model.term(ofDivision: division)
  }

  /// What the index of one of its programs is the sum of.
  func parts(of program: Program, _ model: StandingModel) -> [ProgramStanding.Part] {
    let isNew = program.hasNewAccreditation
    return [
      .init(
        quantity: .researchMoney(millions: millions, ofParent: moneyOfParent),
        term: moneyTerm(model), citation: citation),
      .init(
        quantity: .competitiveSpecialties(competitiveSpecialties), term: competitiveTerm(model),
        citation: citation),
      .init(
        quantity: .division(division), term: model.term(ofDivision: division), citation: citation),
      .init(
        quantity: .newAccreditation(isNew),
        term: isNew == true ? model.newAccreditationTerm : 0, citation: program.citation),
    ]
  }

  private func moneyTerm(_ model: StandingModel) -> Double {
    model.researchWeight * log1p(millions)
  }

  private func competitiveTerm(_ model: StandingModel) -> Double {
    model.competitiveTerm * Double(competitiveSpecialties)
  }
}

extension Program {
  /// Whether the ACGME id is of the series given since the single accreditation system, which has 00
  /// as its sixth and seventh digits; nil where no id of ten digits is known.
  public var hasNewAccreditation: Bool? { Self.isNewAccreditation(acgmeID) }

  static func isNewAccreditation(_ id: String?) -> Bool? {
    guard let digits = id?.utf8, digits.count == 10 else { return nil }
    return digits.dropFirst(5).prefix(2).allSatisfy { $0 == UInt8(ascii: "0") }
  }
}
