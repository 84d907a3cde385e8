import Display
import Review

/// Draws the state: pure, for any size.
public func render(_ state: State) -> Frame {
  var grid = Grid(size: state.size)
  let layout = Layout(state)
  var cursor: Point?
  var pictures: [PlacedPicture] = []
  switch state.screen {
  case .panel:
    cursor = ListView.draw(state, layout, into: &grid)
    if !layout.detail.isEmpty {
      let inDetail = DetailPane.draw(state, layout, into: &grid, pictures: &pictures)
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
  var frame = Frame(
    grid: grid, cursor: cursor, theme: state.theme, announcement: state.announcement)
  for picture in pictures { frame.pictures[picture.number] = picture }
  return frame
}
