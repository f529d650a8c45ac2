import Foundation
import Testing

@testable import SmartPickWeb

@Suite("One page for each person on this machine")
struct RunningPageTests {
  let folder = NSTemporaryDirectory() + "running page \(UUID().uuidString)"
  var path: String { folder + "/smartpick.page" }

  @Test("A second start finds the first; when that ends, the next is first again")
  func secondStart() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var first: RunningPage? = try claim()
    guard case .running(nil) = try RunningPage.start(at: path) else {
      Issue.record("a page that has not said its address was taken for ended")
      return
    }
    first?.announce(address: "http://127.0.0.1:40123")
    guard case .running(let place?) = try RunningPage.start(at: path) else {
      Issue.record("the running page was not found")
      return
    }
    #expect(place.address == "http://127.0.0.1:40123")
    #expect(place.process == ProcessInfo.processInfo.processIdentifier)
    first = nil
    _ = try claim()
  }

  @Test("What a crash left behind is no running page")
  func afterCrash() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("1234 http://127.0.0.1:8080\n".utf8).write(to: URL(fileURLWithPath: path))
    _ = try claim()
  }

  @Test("A link that another user could have laid is not followed")
  func link() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let precious = folder + "/precious"
    try Data("kept".utf8).write(to: URL(fileURLWithPath: precious))
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: precious)
    #expect(throws: RunningPage.Failure.self) { try RunningPage.start(at: path) }
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "kept")
    #expect(throws: RunningPage.Failure.self) { try RunningPage.start(at: precious + "/page") }
  }

  @Test("The file is in the session's folder, or in one of the user's own")
  func place() {
    #expect(
      RunningPage.usualPath(environment: ["XDG_RUNTIME_DIR": "/run/user/1"])
        == "/run/user/1/smartpick.page")
    for environment in [[:], ["XDG_RUNTIME_DIR": "relative"]] {
      #expect(RunningPage.usualPath(environment: environment).hasPrefix("/tmp/smartpick-"))
    }
  }

  private func claim() throws -> RunningPage {
    guard case .first(let page) = try RunningPage.start(at: path) else {
      throw RunningPage.Failure(description: "the page is taken")
    }
    return page
  }
}
