import Advising
import Foundation
import Testing

/// What each command says of itself, and how it refuses.
@Suite("The command line")
struct CommandTests {
  @Test(
    "Every command explains itself with an example",
    arguments: [
      "advise", "scores", "whatif", "words", "programs", "init", "facts", "data", "match",
      "optimize", "rank", "soap", "simulate", "calibrate", "serve", "open",
    ])
  func help(name: String) async {
    let root = await Command.run("--help")
    #expect(root.code == 0 && root.errors.isEmpty)
    #expect(root.output.contains("  \(name) "))
    let own = await Command.run(name, "--help")
    #expect(own.code == 0 && own.errors.isEmpty)
    #expect(own.output.contains("USAGE: smartpick \(name)"))
    #expect(own.output.contains("smartpick \(name)"))
  }

  @Test("A mistake in the command line is 64, with what is accepted")
  func usage() async {
    let unknown = await Command.run("advise", "me.yaml", "--nonsense")
    #expect(unknown.code == 64 && unknown.output.isEmpty)
    #expect(unknown.errors.contains("--nonsense"))
    let couples = await Command.run("advise", "me.yaml", "--alone", "--couples", "x.csv")
    #expect(couples.code == 64)
    #expect(couples.errors.contains("--alone"))
  }

  @Test("The version says how new the facts are and which model gives the odds")
  func version() async {
    let answer = await Command.run("--version")
    #expect(answer.code == 0 && answer.errors.isEmpty)
    let lines = answer.output.split(separator: "\n")
    #expect(lines.first == "smartpick \(Advisor.version)")
    #expect(lines.count == 3)
    #expect(answer.output.firstMatch(of: /figures of 20\d\d\n/) != nil)
    #expect(answer.output.firstMatch(of: /SHA-256 [0-9a-f]{16}\n/) != nil)
  }

  @Test("A file that is not there is 66")
  func missing() async {
    let answer = await Command.run("advise", "/no/such/file.yaml")
    #expect(answer.code == 66 && answer.output.isEmpty)
    #expect(answer.errors.contains("/no/such/file.yaml"))
  }

  @Test(
    "A file with a fault is 65 and names the field",
    arguments: [
      ("school: {state: ZZ}", "school.state"), ("season: 2030", "accepted: 2026, 2027"),
      ("wishes: {states_wanted: [OH, ZZ]}", "wishes.states_wanted"), ("stepp3: 240", "stepp3"),
    ])
  func fault(line: String, named: String) async throws {
    let text = "type: us-md\nstep2ck: 245\nspecialties: [Neurology]\n\(line)\n"
    try await Command.withFile(text) { path in
      for command in ["advise", "words"] {
        let answer = await Command.run(command, path, "--as-of", "2026-08-01")
        #expect(
          answer.code == 65 && answer.output.isEmpty, "\(command) \(answer.output.prefix(80))")
        #expect(answer.errors.contains(named), "\(command): \(answer.errors)")
      }
    }
  }

  @Test("An output that cannot be written is 73, and nothing is printed as if all went well")
  func unwritable() async throws {
    try await Command.withFile(
      "type: us-md\nstep2ck: 245\nspecialties: [Child Neurology]\nlimits: {applications: 5}\n"
    ) { path in
      let answer = await Command.run(
        "advise", path, "--as-of", "2026-08-01", "--html", "/no/such/folder/report.html")
      #expect(answer.code == 73 && answer.output.isEmpty)
      #expect(answer.errors.contains("/no/such/folder/report.html"))
    }
  }

  @Test("Two scores are read without a file, and JSON is one document")
  func scores() async throws {
    let answer = await Command.run(
      "scores", "--step1", "252", "--step2", "245", "--specialty", "IM", "--as-of", "2026-08-01",
      "--json")
    #expect(answer.code == 0 && answer.errors.isEmpty)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(object["change"] as? Int == -7)
    let wrong = await Command.run(
      "scores", "--step1", "252", "--step2", "24", "--specialty", "IM")
    #expect(wrong.code == 65 && wrong.errors.contains("--step2"))
  }
}
