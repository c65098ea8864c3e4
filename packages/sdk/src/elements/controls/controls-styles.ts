import { css } from 'lit';

export const controlsStyles = css`
  :host([open]) {
    position: relative;
    z-index: 10;
  }
  .bar,
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .chips {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .control {
    position: relative;
    max-width: 100%;
  }
  button {
    min-height: 32px;
    max-width: 100%;
    padding: 4px 10px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    cursor: pointer;
  }
  button:hover,
  label:hover {
    background: var(--_surface);
  }
  .trigger {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .trigger span,
  .chips span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .period {
    font-weight: 600;
  }
  .trigger b {
    min-width: 18px;
    padding: 0 5px;
    border-radius: 9px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.85em;
  }
  svg {
    flex: none;
    width: 12px;
    height: 12px;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.6;
  }
  .chips button {
    display: flex;
    gap: 6px;
    align-items: center;
    min-height: 26px;
    padding: 1px 10px;
    border-color: transparent;
    border-radius: 13px;
    background: var(--_surface);
  }
  .chips li {
    max-width: 100%;
  }
  .chips .clear {
    background: none;
    color: var(--_muted);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .popover {
    position: absolute;
    top: calc(100% + 4px);
    left: 0;
    width: min(280px, calc(100vw - 24px));
    max-height: min(420px, 75vh);
    overflow: auto;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_background);
    box-shadow: 0 8px 28px rgb(0 0 0 / 0.18);
  }
  .popover:focus {
    outline: none;
  }
  .popover p {
    margin: 6px 8px;
    color: var(--_muted);
  }
  .presets {
    display: grid;
  }
  .presets button {
    border: 0;
    text-align: start;
  }
  .presets [aria-pressed='true'] {
    background: var(--_surface);
    font-weight: 600;
  }
  .presets [aria-pressed='true']::after {
    content: '✓';
    float: inline-end;
  }
  form {
    margin-top: 6px;
    padding: 8px 8px 4px;
    border-top: 1px solid var(--_line);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    color: var(--_muted);
  }
  .dates {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(116px, 1fr));
    gap: 8px;
    margin: 4px 0 8px;
  }
  .dates label {
    display: block;
    padding: 0;
    font-size: 0.9em;
  }
  input[type='date'],
  input[type='search'] {
    width: 100%;
    min-width: 0;
    min-height: 32px;
    padding: 3px 6px;
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_background);
  }
  input[type='search'] {
    position: sticky;
    top: 0;
    z-index: 1;
    margin-bottom: 4px;
  }
  .values label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 30px;
    padding: 3px 8px;
    border-radius: calc(var(--_radius) / 2);
    cursor: pointer;
  }
  .values span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .values small {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  input[type='checkbox'] {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }
`;
