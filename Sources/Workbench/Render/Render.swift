import Display
import Review

/// Draws the state: pure, for any size.
public func render(_ state: State) -> Frame {
  var grid = Grid(size: state.size)
  let layout = Layout(state)
  var cursor: Point?
  switch state.screen {
  case .panel:
    cursor = ListView.draw(state, layout, into: &grid)
    if !layout.detail.isEmpty {
      let inDetail = DetailPane.draw(state, layout, into: &grid)
      if state.pane == .detail { cursor = inDetail }
    }
  case .supervision: SupervisionView.draw(state, layout.list, into: &grid)
  }
  Tabs.draw(state, layout.tabs, into: &grid)
  let input = HintLine.draw(state, layout.hints, into: &grid)
  if state.filter != nil { cursor = input }
  if !state.overlays.isEmpty {
    cursor = OverlayView.draw(state, into: &grid)
  }
  if let point = cursor, !grid.bounds.contains(point) { cursor = nil }
  return Frame(
    grid: grid, cursor: cursor, theme: state.theme, announcement: state.announcement)
}
