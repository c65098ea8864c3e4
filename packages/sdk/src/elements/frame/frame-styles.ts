import { css } from 'lit';

/** The frame around every report: heading, tools, states, table. */
export const frameStyles = css`
  figure {
    min-height: 100%;
    margin: 0;
    position: relative;
    padding: var(--leadstage-padding, 16px);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin-bottom: 12px;
  }
  h3 {
    margin: 0;
    font-size: 1.1em;
    font-weight: 600;
  }
  .period,
  .note {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .note {
    margin: 8px 0 0;
  }
  .tools {
    margin-inline-start: auto;
    display: flex;
    gap: 2px;
  }
  button {
    min-height: 28px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) / 2);
    background: none;
    padding: 2px 8px;
    cursor: pointer;
  }
  button:hover {
    background: var(--_surface);
  }
  button.solid {
    border-color: var(--_line);
  }
  .tools button {
    color: var(--_muted);
    padding: 2px 6px;
    min-width: 28px;
  }
  .tools svg {
    display: block;
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
  }
  .state {
    display: grid;
    gap: 8px;
    place-content: center;
    justify-items: center;
    text-align: center;
    min-height: 120px;
    color: var(--_muted);
  }
  .state strong {
    color: var(--_text);
  }
  .skeleton {
    height: 160px;
    border-radius: calc(var(--_radius) / 2);
    background: linear-gradient(90deg, var(--_surface), var(--_line), var(--_surface)) 0 0 / 200% 100%;
    animation: waiting 1.6s linear infinite;
  }
  @keyframes waiting {
    to {
      background-position: -200% 0;
    }
  }
  .waiting {
    opacity: 0.55;
    transition: opacity 0.2s 0.15s;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    color: var(--_muted);
    padding-bottom: 4px;
  }
  th,
  td {
    padding: 5px 10px 5px 0;
    text-align: start;
    border-bottom: 1px solid var(--_line);
    font-weight: inherit;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.9em;
    white-space: nowrap;
  }
  .number {
    text-align: end;
  }
  td button {
    padding: 0;
    min-height: 24px;
    min-width: 24px;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 3px;
  }
  dialog {
    width: min(560px, calc(100vw - 32px));
    max-height: min(80vh, 720px);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_text);
    padding: 20px;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  dialog h4 {
    margin: 16px 0 4px;
  }
  dialog p,
  dialog ul {
    margin: 0 0 6px;
  }
  dialog .top {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
  }
  code {
    font-size: 0.92em;
    background: var(--_surface);
    padding: 1px 4px;
    border-radius: 3px;
    overflow-wrap: anywhere;
  }
`;
