import AdviceRendering
import Advising

/// Filter and order of the list: a form that works by itself, and at once with the script.
struct ListControls: Sendable {
  var view: ListView
  var fileText: String

  var markup: Markup {
    let groups = ProgramList.Group.allCases.markup { group in
      option(group.rawValue, group.rawValue, isChosen: view.group == group)
    }
    let orders = ListView.Order.allCases.markup { order in
      option(order.rawValue, order.title, isChosen: view.order == order)
    }
    return """
      <form method="post" action="/advice#list" class="toolbar" data-list-tools>\
      <input type="hidden" name="file" value="\(fileText)">
      <div><label for="list-filter">Filter</label><input type="search" id="list-filter" \
      name="list.words" value="\(view.words)" maxlength="100" autocomplete="off"></div>
      <div><label for="list-group">Group</label><select id="list-group" name="list.group">\
      \(option("all", "All", isChosen: view.group == nil))\(groups)</select></div>
      <div><label for="list-order">Sort by</label><select id="list-order" name="list.order">\
      \(orders)</select></div>
      <button class="button quiet" type="submit">Show</button></form>

      """
  }

  private func option(_ value: String, _ title: String, isChosen: Bool) -> Markup {
    let chosen: Markup = isChosen ? " selected" : ""
    return "<option value=\"\(value)\"\(chosen)>\(title)</option>"
  }
}

extension ListView {
  /// The view that a form asks for; what is not understood is left as it is.
  init(_ input: FormInput) {
    self.init(
      words: String((input.text("list.words") ?? "").prefix(100)),
      group: input.text("list.group").flatMap(ProgramList.Group.init),
      order: input.text("list.order").flatMap(Order.init) ?? .given)
  }
}
