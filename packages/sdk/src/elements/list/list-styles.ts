import { css } from 'lit';

/** Rows of two lines, and what stands below them. Columns that are `wide` fold into a second line where room is short. */
export const listStyles = css`
  .rows {
    container-type: inline-size;
  }
  .rows td,
  .rows th[scope='row'] {
    vertical-align: top;
    overflow-wrap: break-word;
    min-width: 72px;
  }
  .rows th[scope='row'] {
    font-weight: 500;
    /* External ids have no end and no spaces. */
    overflow-wrap: anywhere;
  }
  .rows tr > :last-child {
    padding-inline-end: 0;
  }
  .second {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  .second.folded {
    display: none;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    white-space: nowrap;
  }
  .tag::before {
    content: '';
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--_muted);
  }
  .tag.good::before {
    background: var(--_good);
  }
  .tag.warn::before {
    background: var(--_warn);
  }
  .tag.bad {
    color: var(--_bad);
    font-weight: 600;
  }
  .tag.bad::before {
    background: var(--_bad);
    border-radius: 0;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
    width: 9px;
  }
  .rows td button {
    /* As high as a finger needs, without moving its line. */
    margin-block: -2px;
    text-align: start;
  }
  .below {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-height: 36px;
    padding-top: 8px;
    color: var(--_muted);
  }
  .below button {
    color: var(--_text);
  }
  progress {
    width: 96px;
    accent-color: var(--_accent);
  }
  @container (max-width: 620px) {
    .wide {
      display: none;
    }
    .second.folded {
      display: block;
    }
    .rows th[scope='row'] {
      width: 38%;
    }
  }
`;
