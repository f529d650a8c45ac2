/// Applications and interviews of the programs of one specialty (2021 program exports).
public struct InterviewCapacity: Sendable, Hashable, Codable {
  /// Specialty and kind of position.
  public var line: SpecialtyTrack
  /// Programs counted.
  public var programs: Int
  /// Mean applications a program.
  public var applicationsMean: Double
  /// Median applications a program.
  public var applicationsMedian: Double
  /// Mean share of applicants interviewed, 0…1.
  public var interviewedShareMean: Double
  /// Median share.
  public var interviewedShareMedian: Double
  /// Mean positions a program.
  public var positionsMean: Double
  /// Interviews a position, mean over programs (derived).
  public var interviewsPerPositionMean: Double
  /// Interviews a position, median over programs (derived).
  public var interviewsPerPositionMedian: Double
  /// Source.
  public var citation: Citation
}

/// Activity of the programs of one specialty by the NRMP's Program Director Survey 2020.
public struct DirectorSurveyActivity: Sendable, Hashable, Codable {
  /// The specialty, or nil for all.
  public var specialty: Specialty?
  /// Mean positions; for internal medicine it counts tracks.
  public var positions: Double
  /// Mean applications received.
  public var applications: Double
  /// Mean interview invitations sent.
  public var invitations: Double
  /// Mean applicants interviewed.
  public var interviewed: Double
  /// Mean applicants ranked.
  public var ranked: Double
  /// Source.
  public var citation: Citation
}

/// How many interviews programs hold for each position.
public struct InterviewsPerPosition: Sendable {
  /// From program exports, 2021.
  public let capacities: [InterviewCapacity]
  /// From the Program Director Survey, 2020.
  public let survey: [DirectorSurveyActivity]

  /// The capacity of a specialty.
  public func capacity(
    for specialty: Specialty, track: Program.Track = .categorical
  ) -> InterviewCapacity? {
    let line = SpecialtyTrack(specialty, track: track)
    return capacities.first { $0.line == line }
  }

  /// The survey's activity of a specialty, or of all for nil.
  public func activity(for specialty: Specialty?) -> DirectorSurveyActivity? {
    survey.first { $0.specialty == specialty }
  }
}

extension MatchFacts {
  /// How many interviews programs hold for each position.
  public func interviewsPerPosition() throws(FactsError) -> InterviewsPerPosition {
    let amounts = 0.0...100_000.0
    let capacities = try open(
      "interviews_per_position_2021",
      columns: [
        "specialty", "n_programs", "n_with_applications", "applications_2021_mean",
        "applications_2021_median", "n_with_pct", "pct_interviewed_2020_mean",
        "pct_interviewed_2020_median", "positions_per_program_mean",
        "positions_per_program_median", "n_with_ratio", "DERIVED_interviews_per_position_mean",
        "DERIVED_interviews_per_position_median",
      ]
    ).map { (row, pool) throws(FactsError) in
      guard let line = try row.specialtyTrack() else {
        throw row.bad("specialty", accepted: "one specialty")
      }
      return InterviewCapacity(
        line: line, programs: try row.int("n_programs", in: 1...10_000),
        applicationsMean: try row.double("applications_2021_mean", in: amounts),
        applicationsMedian: try row.double("applications_2021_median", in: amounts),
        interviewedShareMean: try row.share(percent: "pct_interviewed_2020_mean"),
        interviewedShareMedian: try row.share(percent: "pct_interviewed_2020_median"),
        positionsMean: try row.double("positions_per_program_mean", in: amounts),
        interviewsPerPositionMean: try row.double(
          "DERIVED_interviews_per_position_mean", in: amounts),
        interviewsPerPositionMedian: try row.double(
          "DERIVED_interviews_per_position_median", in: amounts),
        citation: try row.citation(&pool))
    }
    let survey = try open(
      "director_survey_activity_2020",
      columns: [
        "survey_year", "specialty", "positions_mean", "applications_received_mean",
        "interview_invitations_mean", "applicants_interviewed_mean", "applicants_ranked_mean",
        "DERIVED_interviewed_per_position", "DERIVED_ranked_per_position",
      ]
    ).map { (row, pool) throws(FactsError) in
      DirectorSurveyActivity(
        specialty: try row.specialtyTrack()?.specialty,
        positions: try row.double("positions_mean", in: amounts),
        applications: try row.double("applications_received_mean", in: amounts),
        invitations: try row.double("interview_invitations_mean", in: amounts),
        interviewed: try row.double("applicants_interviewed_mean", in: amounts),
        ranked: try row.double("applicants_ranked_mean", in: amounts),
        citation: try row.citation(&pool))
    }
    return InterviewsPerPosition(capacities: capacities, survey: survey)
  }
}
