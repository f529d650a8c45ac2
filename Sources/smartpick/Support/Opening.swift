import Advising
import ApplicantFile
import DataPacks
import MatchFacts
import MatchOdds

/// Opens facts, rules and files with the documented exit codes.
enum Opening {
  static func facts() throws(CommandFailure) -> MatchFacts {
    do {
      return try MatchFacts.load()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  static func rules() throws(CommandFailure) -> AdviceRules {
    do {
      return try AdviceRules.load()
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  /// Reads an applicant's file and prints its warnings to standard error.
  static func applicant(
    _ path: String, facts: MatchFacts, asOf: CalendarDate
  ) throws(CommandFailure) -> Applicant {
    let file: ApplicantFile
    do {
      file = try ApplicantFile.read(
        path: path, rules: try fileRules(facts, asOf: asOf),
        names: FactsCatalog(specialties: facts.specialties))
    } catch let error as ApplicantFileError {
      throw CommandFailure(
        "\(error)", ExitStatus(rawValue: error.exitCode) ?? .badData)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
    for warning in file.warnings { Console.complain("\(warning)") }
    return file.applicant
  }

  static func fileRules(
    _ facts: MatchFacts, asOf: CalendarDate
  ) throws(CommandFailure) -> FileRules {
    do {
      return FileRules(asOf: Day(asOf), norms: try facts.examNorms())
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }

  /// An advisor over the facts, with the figures that the user has imported.
  static func advisor(_ facts: MatchFacts) throws(CommandFailure) -> Advisor {
    do {
      return try Advisor(
        facts: facts, rules: try AdviceRules.load(), parameters: try OddsParameters.shipped(),
        figures: try ImportedFigures.ofThisUser().evidence)
    } catch {
      throw CommandFailure("\(error)", .failed)
    }
  }
}
