import { html } from 'lit';

const COMMANDS: Readonly<Record<string, string>> = { start: 'npm start', create: 'npx leadstage keys create' };

/** `{start}` and `{create}` in a text as the commands that they stand for. */
export function withCommands(text: string) {
  return text.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? html`<code>${COMMANDS[part]}</code>` : part));
}
