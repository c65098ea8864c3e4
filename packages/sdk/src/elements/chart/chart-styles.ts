import { css } from 'lit';

/** Charts are SVG: `mark` is what can be pointed at, `series-1` … `series-6` colour what belongs together. */
export const chartStyles = css`
  .chart {
    position: relative;
  }
  .chart > svg {
    display: block;
    width: 100%;
    overflow: visible;
    font-family: inherit;
    font-size: 12px;
  }
  svg text {
    fill: var(--_text);
  }
  svg text.muted,
  .axis text {
    fill: var(--_muted);
  }
  svg text.strong {
    font-weight: 600;
  }
  .axis {
    font-family: inherit;
    font-size: 11px;
  }
  .axis path,
  .axis line,
  .grid line {
    stroke: var(--_line);
    fill: none;
  }
  .series-1 {
    --_series: var(--_series-1);
  }
  .series-2 {
    --_series: var(--_series-2);
  }
  .series-3 {
    --_series: var(--_series-3);
  }
  .series-4 {
    --_series: var(--_series-4);
  }
  .series-5 {
    --_series: var(--_series-5);
  }
  .series-6 {
    --_series: var(--_series-6);
  }
  .good {
    --_series: var(--_good);
  }
  .warn {
    --_series: var(--_warn);
  }
  .bad {
    --_series: var(--_bad);
  }
  .quiet {
    --_series: var(--_line);
  }
  .bar,
  .dot {
    fill: var(--_series);
  }
  .line {
    fill: none;
    stroke: var(--_series);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .band {
    fill: var(--_series);
    opacity: 0.16;
  }
  .whisker {
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .track {
    fill: var(--_surface);
  }
  .hit {
    fill: transparent;
  }
  .mark {
    outline: none;
  }
  .mark[role='button'] {
    cursor: pointer;
  }
  .beside {
    pointer-events: none;
  }
  .mark:hover .bar,
  .mark:hover .dot {
    opacity: 0.85;
  }
  .mark:focus-visible .bar,
  .mark:focus-visible .dot,
  .mark:focus-visible .hit {
    stroke: var(--_accent);
    stroke-width: 2;
    paint-order: stroke;
  }
  .tooltip {
    position: absolute;
    z-index: 2;
    pointer-events: none;
    /* Else it is as wide as the room to the right of where it last stood. */
    width: max-content;
    max-width: min(280px, 90cqw);
    padding: 8px 10px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_background);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.18);
    font-size: 12px;
  }
  .tooltip strong {
    display: block;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin: 0 0 8px;
    padding: 0;
    list-style: none;
    font-size: 0.9em;
  }
  .legend i {
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-inline-end: 6px;
    border-radius: 2px;
    background: var(--_series);
  }
`;
