extension Market {
  /// For each entry of `programLists.items`: the 0-based place of that program on the applicant's
  /// own list, or -1 if the applicant does not rank it.
  ///
  /// The mirror of ``ranksAtPrograms``, computed only by procedures that ask programs first.
  func placesAtApplicants() -> [Int32] {
    var places = [Int32](repeating: Market.none, count: programLists.entryCount)
    for applicant in 0..<applicantCount {
      let start = applicantLists.starts[applicant]
      for entry in start..<applicantLists.starts[applicant + 1] {
        let rank = ranksAtPrograms[entry]
        guard rank != Market.notRanked else { continue }
        let program = Int(applicantLists.items[entry])
        places[programLists.starts[program] + Int(rank)] = Int32(entry - start)
      }
    }
    return places
  }
}
