/// How much work a solver may put in.
///
/// Work is counted, not timed, so results never depend on the machine.
public struct SolverEffort: Sendable, Equatable, Codable {
  /// The most cells of an exact dynamic program; larger problems go to the general solver.
  public var dynamicProgramCells: Int

  /// The most steps of the relaxation at the root.
  public var relaxationSteps: Int

  /// Work of exchange moves and of branching, in multiplications of one chance with one node.
  public var work: Int

  /// The gap, as a share of the value, below which no more work is done to narrow it.
  public var targetGap: Double

  /// An effort by its parts.
  public init(dynamicProgramCells: Int, relaxationSteps: Int, work: Int, targetGap: Double) {
    self.dynamicProgramCells = dynamicProgramCells
    self.relaxationSteps = relaxationSteps
    self.work = work
    self.targetGap = targetGap
  }

  /// For a slider: a good list and a fair bound in a few milliseconds.
  public static let quick = SolverEffort(
    dynamicProgramCells: 300_000, relaxationSteps: 12, work: 1_000_000, targetGap: 0.005)

  /// For advice: a local optimum and a bound that is usually within 1 %.
  public static let standard = SolverEffort(
    dynamicProgramCells: 4_000_000, relaxationSteps: 60, work: 8_000_000, targetGap: 1e-9)

  /// For small problems and for study: branch until the list is proven best, within reason.
  public static let thorough = SolverEffort(
    dynamicProgramCells: 100_000_000, relaxationSteps: 400, work: 2_000_000_000, targetGap: 1e-9)
}
