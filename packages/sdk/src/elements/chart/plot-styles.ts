import { css } from 'lit';

/** What plots of lines have besides the styles of all charts. */
export const plotStyles = css`
  .plain .domain {
    stroke: none;
  }
  .ring {
    fill: var(--_background);
    stroke: var(--_series);
    stroke-width: 2;
  }
  .far {
    opacity: 0;
  }
  .mark:hover .far,
  .mark:focus-visible .far {
    opacity: 1;
  }
`;
