// All of `d3-interpolate` and `d3-format` that scales of numbers need. Ours reach from pixels to pixels and their ticks are written
// by Intl; colours, dates and number formats, which they could also do, are more code than the scales.
export function interpolateNumber(from, to) {
  return (share) => from * (1 - share) + to * share;
}

export { interpolateNumber as interpolate };

export function interpolateRound(from, to) {
  const between = interpolateNumber(from, to);
  return (share) => Math.round(between(share));
}

function missing() {
  throw new Error('This build has no more of d3 than scales of numbers.');
}

export {
  missing as format,
  missing as formatPrefix,
  missing as formatSpecifier,
  missing as piecewise,
  missing as precisionFixed,
  missing as precisionPrefix,
  missing as precisionRound,
};
