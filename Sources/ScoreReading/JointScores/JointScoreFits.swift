import MatchFacts
import Synchronization

/// The fits of the joint table, each made when it is first asked for and kept: they depend on the
/// published table alone, never on an applicant.
final class JointScoreFits: Sendable {
  private let table: JointScoreTable
  private let fits = Mutex<[Specialty?: JointScores?]>([:])

  init(_ table: JointScoreTable) { self.table = table }

  /// The fit of a specialty, or of all together where the table counts fewer residents than
  /// `minimum` in it; nil where nothing can be fitted.
  func scores(of specialty: Specialty?, minimum: Double) -> JointScores? {
    let counted = specialty.flatMap { table.counts(for: $0) }
    let own = counted.map { Double($0.total) >= minimum } ?? false ? specialty : nil
    if let known = fits.withLock({ $0[own] }) { return known }
    // Outside the lock: two may fit the same table at once, with the same result.
    let fit = JointScores(table, specialty: own, minimum: minimum)
    fits.withLock { $0[own] = .some(fit) }
    return fit
  }
}
