import AdviceRendering

/// A file that pages refer to; part of the program, so that it can be moved.
struct Asset: Sendable {
  let name: String
  let type: String
  let bytes: [UInt8]
  /// A fingerprint of the content: the address changes with it.
  let tag: String

  init(_ name: String, type: String, bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.bytes = bytes
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    tag = String(hash, radix: 16)
  }

  /// Where pages find it.
  var address: String { "/assets/\(name)?v=\(tag)" }

  static let style = Asset(
    "page.css", type: "text/css; charset=utf-8",
    bytes: Array(ReportStyle.page.utf8) + PackageResources.page_css + PackageResources.advice_css)
  static let script = Asset(
    "page.js", type: "text/javascript; charset=utf-8", bytes: PackageResources.page_js)
  /// Tells the style sheet that there is a script, before anything is painted.
  static let startScript = Asset(
    "start.js", type: "text/javascript; charset=utf-8", bytes: PackageResources.start_js)
  static let adviceScript = Asset(
    "advice.js", type: "text/javascript; charset=utf-8",
    bytes: PackageResources.advice_js + PackageResources.list_js)
  static let icon = Asset(
    "icon.svg", type: "image/svg+xml", bytes: PackageResources.icon_svg)

  static let all = [style, startScript, script, adviceScript, icon]
}
