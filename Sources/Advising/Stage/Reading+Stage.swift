import ApplicantFile
import ScoreReading

extension Reading {
  /// Leaves out what is over at a stage: advice on the application once it is out, and changes of the
  /// file that programs would no longer read.
  mutating func fit(_ stage: SeasonStage) {
    guard !stage.isBeforeApplying else { return }
    weight.advice = []
    for index in levers.indices {
      levers[index].isInReach = stage == .applied && levers[index].isInReach
    }
  }
}
