import { css } from 'lit';

/** What bars, rows and numbers need beside the styles of all charts. */
export const barsStyles = css`
  svg text.large {
    font-size: 20px;
    font-weight: 600;
  }
  svg text.small {
    font-size: 11px;
  }
  svg text.good {
    fill: var(--_good);
  }
  svg text.warn {
    fill: var(--_warn);
  }
  svg text.bad {
    fill: var(--_bad);
  }
  .open {
    --_series: var(--_background);
    stroke: var(--_muted);
  }
  .whisker {
    fill: none;
  }
  tbody th {
    white-space: nowrap;
  }
  .scroll + .scroll {
    margin-top: 20px;
  }
`;
