import { css } from 'lit';

export const standardStyles = css`
  .metrics :is(td, th) {
    padding-inline: 12px 2px;
    white-space: nowrap;
  }
  .metrics th:first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    min-width: min(240px, 42cqw);
    max-width: min(300px, 44cqw);
    padding-inline-start: 0;
    background: var(--_background);
    overflow-wrap: break-word;
    white-space: normal;
  }
  .metrics .family th {
    position: static;
    max-width: none;
    padding-top: 18px;
    font-weight: 600;
  }
  .family span {
    position: sticky;
    left: 0;
  }
  .metrics .whole {
    font-weight: 600;
  }
  .metrics .bucket {
    color: var(--_muted);
  }
  .metrics .mark {
    display: inline-block;
    min-width: 24px;
    line-height: 24px;
    border-radius: 3px;
    padding: 0 2px;
  }
  .metrics .mark:hover {
    background: var(--_surface);
  }
  .metrics .mark:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .spark {
    display: block;
  }
  .spark .line {
    stroke-width: 1.5;
  }
  .pack {
    margin-bottom: 16px;
    padding: 12px 14px;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
  }
  .pack h4 {
    margin: 0 0 8px;
    font-size: 1em;
  }
  .pack code {
    padding: 0;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 28px;
    margin: 0 0 8px;
  }
  dt {
    color: var(--_muted);
    font-size: 0.9em;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .verdict {
    margin: 4px 0;
  }
  .verdict span {
    color: var(--_series);
    font-weight: 700;
    display: inline-block;
    width: 1em;
  }
  summary {
    min-height: 24px;
    color: var(--_muted);
    cursor: pointer;
  }
  .terms {
    margin-top: 10px;
  }
  .terms ul {
    margin: 4px 0;
    padding-inline-start: 20px;
    font-size: 0.9em;
  }
`;
