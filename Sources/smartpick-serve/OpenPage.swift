import Foundation
import SmartPickWeb

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The page as one person opens it: one for each user, in the browser, at an address that stays.
enum OpenPage {
  /// The page that runs, or the right to start it; nil where this machine gives no place to keep
  /// track, in which case a page is started all the same.
  static func find() async -> RunningPage.Start? {
    let path = RunningPage.usualPath(environment: ProcessInfo.processInfo.environment)
    do {
      // One that starts at this moment says its address within seconds.
      for _ in 0..<100 {
        let start = try RunningPage.start(at: path)
        if case .running(nil) = start {
          try await Task.sleep(for: .milliseconds(100))
          continue
        }
        return start
      }
      return .running(nil)
    } catch {
      FileHandle.standardError.write(
        Data("smartpick: a second start will not find this page: \(error)\n".utf8))
      return nil
    }
  }

  /// Ends the page that runs, and says whether there was one.
  static func stop() async -> Bool {
    guard case .running(let place?) = await find() else { return false }
    kill(place.process, SIGTERM)
    return true
  }

  /// Shows an address in the browser, or says how to, where there is no screen or no browser.
  static func show(_ address: String) {
    let environment = ProcessInfo.processInfo.environment
    #if canImport(Darwin)
      let program = "/usr/bin/open"
      let hasScreen = environment["SSH_CONNECTION"] == nil
    #else
      let program = "/usr/bin/env"
      let hasScreen = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
    #endif
    let chosen = environment["BROWSER"].flatMap { $0.isEmpty ? nil : $0 }
    guard hasScreen || chosen != nil else {
      print("Open this address in a browser.")
      return
    }
    let browser = Process()
    browser.executableURL = URL(fileURLWithPath: program)
    #if canImport(Darwin)
      browser.arguments = [address]
    #else
      browser.arguments = [chosen ?? "xdg-open", address]
    #endif
    browser.standardOutput = FileHandle.nullDevice
    browser.standardError = FileHandle.nullDevice
    // `env` ends with 127 where there is no such program; a browser may run as long as the page.
    browser.terminationHandler = { ended in
      guard ended.terminationStatus != 0 else { return }
      print("No browser could be started; open this address in one.")
      fflush(nil)
    }
    do {
      try browser.run()
    } catch {
      print("No browser could be started; open this address in one.")
    }
  }
}
