import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A server on 127.0.0.1 that answers a number of requests with fixed files, one after another.
final class LoopbackServer: Sendable {
  let port: UInt16
  private let listener: Int32

  init?(files: [String: String], requests: Int) {
    let kind = Int32(SOCK_STREAM.rawValue)
    let socketID = socket(AF_INET, kind, 0)
    guard socketID >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socketID, $0, size) }
    }
    guard isBound == 0, listen(socketID, 8) == 0 else { return nil }
    var length = size
    let isNamed = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socketID, $0, &length) }
    }
    guard isNamed == 0 else { return nil }
    port = UInt16(bigEndian: address.sin_port)
    listener = socketID
    Thread.detachNewThread {
      for _ in 0..<requests {
        let client = accept(socketID, nil, nil)
        guard client >= 0 else { return }
        Self.answer(client, files: files)
        close(client)
      }
    }
  }

  deinit { close(listener) }

  private static func answer(_ client: Int32, files: [String: String]) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(client, &buffer, buffer.count)
    guard count > 0 else { return }
    let request = String(decoding: buffer[0..<count], as: UTF8.self)
    let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let name = (path.removingPercentEncoding ?? path).split(separator: "/").last.map(String.init)
    let body = name.flatMap { files[$0] }
    let text = body ?? "none"
    let status = body == nil ? "404 Not Found" : "200 OK"
    let answer =
      "HTTP/1.1 \(status)\r\nContent-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n\(text)"
    let bytes = Array(answer.utf8)
    _ = write(client, bytes, bytes.count)
  }
}
