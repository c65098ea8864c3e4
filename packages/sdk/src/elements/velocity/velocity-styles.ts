import { css } from 'lit';

export const velocityStyles = css`
  svg .small {
    font-size: 11px;
  }
  .box-0,
  .box-1,
  .box-2 {
    fill: var(--_series);
  }
  .box-1 {
    opacity: 0.55;
  }
  .box-2 {
    opacity: 0.28;
  }
`;
