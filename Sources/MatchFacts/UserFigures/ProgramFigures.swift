/// The figures known of one program beyond the directory, each with its origin.
public struct ProgramFigures: Sendable, Hashable {
  private var figures: [FigureKind: Figure<FigureValue>] = [:]

  /// No figures.
  public init() {}

  /// A figure by its kind.
  public subscript(kind: FigureKind) -> Figure<FigureValue>? {
    get { figures[kind] }
    set { figures[kind] = newValue }
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { figures.isEmpty }

  /// The figures known, in the order of ``FigureKind``.
  public var all: [(kind: FigureKind, figure: Figure<FigureValue>)] {
    FigureKind.allCases.compactMap { kind in figures[kind].map { (kind, $0) } }
  }

  /// A number; nil for figures that are none.
  public func number(_ kind: FigureKind) -> Figure<Double>? {
    guard let figure = figures[kind], case .number(let value) = figure.value else { return nil }
    return Figure(value, origin: figure.origin)
  }

  private func whole(_ kind: FigureKind) -> Figure<Int>? { number(kind)?.map { Int($0) } }

  /// Lowest Step 2 CK score considered.
  public var step2Minimum: Figure<Int>? { whole(.step2Minimum) }
  /// Median Step 2 CK score.
  public var step2Median: Figure<Int>? { whole(.step2Median) }
  /// Share of residents with a DO degree, 0…1.
  public var shareDO: Figure<Double>? { number(.percentDO)?.map { $0 / 100 } }
  /// Share of residents who are international graduates, 0…1.
  public var shareIMG: Figure<Double>? { number(.percentIMG)?.map { $0 / 100 } }
  /// Months of US clinical experience asked for.
  public var usceMonths: Figure<Double>? { number(.usceMonths) }
  /// Most years since graduation.
  public var yogLimit: Figure<Int>? { whole(.yogLimit) }
  /// Applications received in a season.
  public var applicants: Figure<Int>? { whole(.applicants) }
  /// Applicants interviewed in a season.
  public var interviews: Figure<Int>? { whole(.interviews) }
  /// Positions offered.
  public var positions: Figure<Int>? { whole(.positions) }
  /// The user's own rating, 0…10.
  public var rating: Figure<Double>? { number(.rating) }

  /// Visas sponsored; an empty list means none.
  public var visas: Figure<[SponsoredVisa]>? {
    guard let figure = figures[.visas], case .visas(let visas) = figure.value else { return nil }
    return Figure(visas, origin: figure.origin)
  }

  /// The user's notes.
  public var notes: Figure<String>? {
    guard let figure = figures[.notes], case .text(let text) = figure.value else { return nil }
    return Figure(text, origin: figure.origin)
  }

  /// Share invited of the applicants of one type, 0…1.
  public func interviewRate(of type: ApplicantType) -> Figure<Double>? {
    switch type {
    case .usMD: number(.interviewRateMD)
    case .usDO: number(.interviewRateDO)
    case .usIMG: number(.interviewRateUSIMG)
    case .nonUSIMG: number(.interviewRateNonUSIMG)
    }
  }

  /// Share invited of one group of applications, 0…1, by the columns of the published rates.
  public func interviewRate(_ column: InterviewRate.Column) -> Figure<Double>? {
    switch column {
    case .signal: number(.interviewRateSignal)
    case .goldSignal: number(.interviewRateGold)
    case .silverSignal: number(.interviewRateSilver)
    case .noSignal: number(.interviewRateNoSignal)
    case .inState: number(.interviewRateInState)
    case .outOfState: number(.interviewRateOutOfState)
    case .usMD: number(.interviewRateMD)
    case .usDO: number(.interviewRateDO)
    case .usIMG: number(.interviewRateUSIMG)
    case .nonUSIMG: number(.interviewRateNonUSIMG)
    }
  }

  /// These figures, and the other's where these have none.
  public func filled(from other: ProgramFigures) -> ProgramFigures {
    var merged = self
    merged.figures.merge(other.figures) { own, _ in own }
    return merged
  }
}
