import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that would be held for nothing.
///
/// The server's own idle timeout restarts with every byte, so a client that sends one byte at a
/// time could hold a connection for ever; here a whole request head must arrive in time. And an
/// answer that says `Connection: close`, as to a body that is too large, ends the connection
/// instead of reading the rest of the body.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How long the client may take to read a last answer before its unread bytes reset it.
  private static let linger = TimeAmount.milliseconds(500)

  private let limit: TimeAmount
  private var deadline: Scheduled<Void>?
  private var requestsInProgress = 0
  private var closesAfterResponse = false

  init(headsWithin limit: TimeAmount) { self.limit = limit }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { closeLater(context, in: limit) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { cancel() }

  func channelActive(context: ChannelHandlerContext) {
    closeLater(context, in: limit)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) {
      requestsInProgress += 1
      if !closesAfterResponse { cancel() }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      if head.headerFields[.connection] == "close" { closesAfterResponse = true }
    case .end:
      requestsInProgress -= 1
      if closesAfterResponse {
        closeLater(context, in: Self.linger)
      } else if requestsInProgress <= 0 {
        closeLater(context, in: limit)
      }
    case .body: break
    }
    context.write(data, promise: promise)
  }

  private func closeLater(_ context: ChannelHandlerContext, in time: TimeAmount) {
    guard deadline == nil else { return }
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  private func cancel() {
    deadline?.cancel()
    deadline = nil
  }
}
