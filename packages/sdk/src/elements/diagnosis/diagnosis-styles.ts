import { css } from 'lit';

export const diagnosisStyles = css`
  .chart svg {
    display: block;
    max-width: 100%;
    overflow: visible;
    font-family: inherit;
    font-size: 12px;
  }
  svg .small {
    font-size: 11px;
  }
  ol,
  ul.rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .finding {
    padding: 20px 0;
    border-top: 1px solid var(--_line);
  }
  .finding:first-child {
    padding-top: 4px;
    border-top: 0;
  }
  .wide .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 32px;
  }
  .columns svg {
    margin-top: 16px;
  }
  .wide .columns svg {
    margin-top: 4px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: baseline;
  }
  h4,
  h5 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .head h4 {
    flex: 1 1 160px;
    font-size: 1.08em;
  }
  h4 small {
    display: block;
    font-size: 0.9em;
    font-weight: 400;
    color: var(--_muted);
  }
  .change-text {
    text-align: end;
    font-size: 1.35em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .finding .change-text {
    margin-inline-start: auto;
  }
  .down {
    color: var(--_bad);
  }
  .up {
    color: var(--_good);
  }
  .change-text small,
  dd small {
    display: block;
    font-size: 12px;
    font-weight: 400;
    color: var(--_muted);
  }
  .reading {
    max-width: 76ch;
    margin: 8px 0 14px;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
    gap: 12px 16px;
    margin: 0;
  }
  dt {
    color: var(--_muted);
    font-size: 0.86em;
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  .redefined {
    margin: 12px 0 0;
    color: var(--_warn);
  }
  .also {
    margin-top: 18px;
  }
  h5 {
    color: var(--_muted);
    font-size: 0.86em;
    font-weight: 400;
  }
  .rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    align-items: center;
    padding: 4px 0;
    border-bottom: 1px solid var(--_line);
  }
  .rows > li:last-child {
    border-bottom: 0;
  }
  .rows svg {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  .wide .rows > li {
    grid-template-columns: minmax(0, 1fr) 240px minmax(150px, auto);
  }
  .wide .rows svg {
    grid-column: 2;
    grid-row: 1;
  }
  .rows .name {
    overflow-wrap: anywhere;
  }
  .rows small {
    display: block;
    color: var(--_muted);
    font-size: 12px;
  }
  .rows .change-text {
    font-size: 1em;
  }
  .rows .splits {
    grid-column: 1 / -1;
  }
  .splits span {
    display: inline-block;
    margin-inline-end: 14px;
  }
  .soft {
    opacity: 0.45;
  }
  .edge {
    stroke: var(--_series);
    stroke-width: 3;
  }
  th[scope='row'],
  td:nth-child(2) {
    min-width: 140px;
  }
  .section {
    border-top: 1px solid var(--_line);
    padding: 6px 0;
  }
  .toggle {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 32px;
    padding: 2px 6px 2px 0;
  }
  .toggle svg {
    flex: none;
    width: 12px;
    height: 12px;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.6;
    transition: transform 0.15s;
  }
  .toggle[aria-expanded='true'] svg {
    transform: rotate(90deg);
  }
  .toggle span {
    color: var(--_muted);
  }
  .thin {
    margin: 4px 0 8px;
    padding-inline-start: 20px;
    color: var(--_muted);
  }
  .calm {
    display: flex;
    gap: 14px;
    align-items: center;
    padding: 12px 0 20px;
  }
  .calm p {
    margin: 0;
    color: var(--_muted);
  }
  .calm strong {
    font-size: 1.15em;
  }
  .calm svg {
    flex: none;
    width: 36px;
    height: 36px;
    fill: none;
    stroke: var(--_good);
    stroke-width: 2;
  }
  .rail {
    stroke: var(--_line);
    stroke-width: 2;
  }
  .change {
    stroke: var(--_series);
    stroke-width: 3;
  }
  .ring {
    fill: var(--_background);
    stroke: var(--_series-6);
    stroke-width: 2;
  }
  .benchmark {
    stroke: var(--_text);
    stroke-width: 1.5;
    stroke-dasharray: 3 2;
  }
  .whisker {
    fill: none;
  }
  .since {
    fill: var(--_bad);
    opacity: 0.35;
  }
  .began {
    stroke: var(--_bad);
    stroke-width: 2;
  }
`;
