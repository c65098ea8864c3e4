import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { svg } from 'lit';

const WIDE = 72;
const TALL = 22;
const EDGE = 3;

/** A small line through numbers, with gaps where there is none and a dot at the last. Its numbers stand beside it. */
export function spark(places: readonly (number | null)[]) {
  const known = places.filter((place) => place !== null);
  if (known.length === 0) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = scaleLinear([0, Math.max(places.length - 1, 1)], [EDGE, WIDE - EDGE]);
  const y = scaleLinear([low, low === high ? low + 1 : high], [TALL - EDGE, EDGE]);
  const path = line<number | null>()
    .defined((place) => place !== null)
    .x((_, index) => x(index))
    .y((place) => y(place ?? 0));
  const last = places.findLastIndex((place) => place !== null);
  return svg`<svg class="spark series-1" viewBox="0 0 ${WIDE} ${TALL}" width=${WIDE} height=${TALL} aria-hidden="true">
    <path class="line" d=${path([...places]) ?? ''}></path>
    <circle class="dot" cx=${x(last)} cy=${y(places[last] ?? 0)} r="2.5"></circle></svg>`;
}
