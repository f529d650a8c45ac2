import ApplicantFile
import ArgumentParser
import Foundation
import Handbook
import MatchFacts

/// `smartpick init`: a guided interview that writes an applicant's file.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an applicant's file by answering questions.",
    discussion: """
      Three answers are needed: the degree, Step 2 CK (or COMLEX Level 2) and one specialty. Enter \
      skips every other question, ? explains it, back goes to the one before, and done writes the \
      file at once. The file is plain YAML with a remark beside each field: what was skipped stands \
      in it as a line to fill in later.

      Answers may also be piped in, one a line. Nothing leaves this machine.
      """)

  @Argument(help: "The file to write.", completion: .file(extensions: ["yaml", "yml"]))
  var file = "applicant.yaml"

  @OptionGroup var asOf: AsOfOption

  @Flag(help: "Replace the file if it exists.")
  var force = false

  func run() throws {
    do {
      try ApplicantFile.checkSavable(at: file, replacing: force)
    } catch {
      throw CommandFailure("\(error)", .cannotWrite)
    }
    let checks = try Opening.checks(try Opening.facts())
    var interview = Interview(
      rules: checks.rules(asOf: try asOf.day), names: checks.names,
      ask: { prompt in
        Self.show(prompt)
        return readLine()
      }, say: { Self.show("\($0)\n") })
    switch interview.run() {
    case .endedEarly:
      throw CommandFailure(
        "the input ended before the first three answers; no file was written", .missingInput)
    case .complete(let applicant):
      do {
        try ApplicantFile.save(ApplicantFile.write(applicant), to: file, replacing: force)
      } catch {
        throw CommandFailure("\(error)", .cannotWrite)
      }
      Self.conclude(applicant, file: file)
    }
  }

  private static func conclude(_ applicant: Applicant, file: String) {
    show("\nWrote \(file), which only you can read.\n")
    let missing = applicant.unknowns.prefix(3)
    if !missing.isEmpty {
      show("It would gain most from:\n")
      for field in missing { show("  \(field.field): \(field.why)\n") }
    }
    show("Next: smartpick advise \(file)\n")
  }

  private static func show(_ text: String) {
    Console.say(text, terminator: "")
    fflush(nil)
  }
}
