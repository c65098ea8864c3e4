import { fitted, widthOf } from '../chart/fit-text.js';

/** A text in lines that fit, broken at blanks; what has no room ends with an ellipsis. @param room pixels */
export function inLines(text: string, room: number, most: number, size = 12): string[] {
  const lines: string[] = [];
  const words = text.split(/\s+/).filter(Boolean);
  while (words.length > 0 && lines.length < most - 1) {
    let line = words.shift() ?? '';
    while (words[0] !== undefined && widthOf(`${line} ${words[0]}`, size) <= room) line += ` ${words.shift()}`;
    lines.push(fitted(line, room, size));
  }
  if (words.length > 0) lines.push(fitted(words.join(' '), room, size));
  return lines;
}
