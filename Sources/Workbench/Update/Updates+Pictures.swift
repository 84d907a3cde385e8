import Display
import Review

/// What the keys of pictures do.
extension Updates {
  /// The greatest number of pictures kept at hand: two for each detail.
  static let pictureLimit = 2 * State.detailLimit

  static func picture(_ state: inout State, _ command: Command) -> [Effect] {
    guard state.showsPictures else {
      state.tell(state.words("pas d'images ici", "no pictures here"))
      return []
    }
    let words = state.words
    switch command {
    case .flipPictures:
      state.pictureMode.flip()
      state.announcement.append(
        state.pictureMode.shown == .before
          ? words("image d'avant", "earlier picture") : words("image d'après", "later picture"))
    case .bothPictures:
      state.pictureMode.shown = .both
    case .zoomPictures:
      state.pictureMode.zoom = (state.pictureMode.zoom + 1) % (PictureMode.zoomLimit + 1)
    case .outlinePictures:
      state.pictureMode.hasOutline.toggle()
    default: break
    }
    return []
  }

  static func take(_ state: inout State, pictures: [String: Raster]) {
    for (name, raster) in pictures {
      if state.pictures[name] == nil { state.pictureOrder.append(name) }
      state.pictures[name] = raster
    }
    while state.pictureOrder.count > pictureLimit {
      state.pictures[state.pictureOrder.removeFirst()] = nil
    }
  }
}

extension State {
  /// Whether the focused suggestion has pictures.
  var showsPictures: Bool {
    detail?.suggestion.evidence.contains {
      if case .picturePair = $0 { true } else { false }
    } ?? false
  }
}
