import { css } from 'lit';

export const handoffsStyles = css`
  select {
    min-height: 28px;
    max-width: 100%;
    padding: 2px 6px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_background);
  }
  .chip {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
