/** Lengths in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a picture lies in its frame: its scale, and the place of its upper left corner. */
export interface Lie {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const SMALLEST = 0.05;
const LARGEST = 12;
/** So much of a picture always stays in sight. */
const KEPT = 60;

/** As large as the frame allows, in its middle. Small pictures are not blown up beyond twice their size. */
export function fitted(frame: Size, picture: Size): Lie {
  if (picture.width <= 0 || picture.height <= 0) return { scale: 1, x: 0, y: 0 };
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height, 2);
  return centred(frame, picture, Math.max(scale, SMALLEST));
}

export function centred(frame: Size, picture: Size, scale: number): Lie {
  return {
    scale,
    x: (frame.width - picture.width * scale) / 2,
    y: (frame.height - picture.height * scale) / 2,
  };
}

/** Scales by a factor so that the point under the pointer stays where it is. */
export function zoomedAt(
  lie: Lie,
  factor: number,
  point: { readonly x: number; readonly y: number },
  frame: Size,
  picture: Size,
): Lie {
  const scale = Math.min(LARGEST, Math.max(SMALLEST, lie.scale * factor));
  const ratio = scale / lie.scale;
  return kept(
    { scale, x: point.x - (point.x - lie.x) * ratio, y: point.y - (point.y - lie.y) * ratio },
    frame,
    picture,
  );
}

export function moved(lie: Lie, dx: number, dy: number, frame: Size, picture: Size): Lie {
  return kept({ ...lie, x: lie.x + dx, y: lie.y + dy }, frame, picture);
}

/** Never out of sight. */
function kept(lie: Lie, frame: Size, picture: Size): Lie {
  const within = (value: number, length: number, room: number) =>
    Math.min(room - KEPT, Math.max(KEPT - length, value));
  return {
    scale: lie.scale,
    x: within(lie.x, picture.width * lie.scale, frame.width),
    y: within(lie.y, picture.height * lie.scale, frame.height),
  };
}
