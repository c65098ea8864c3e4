import pc from 'picocolors';
import type { ImportSummary } from '../ingest/index.js';

const MOST_PROBLEMS = 10;

/** What an import did, for a person: counts, each kind of problem with its first line, and what to do next. */
export function describeImport(file: string, workspace: string, summary: ImportSummary): string {
  const seconds = Math.max(summary.elapsedMs / 1000, 0.001);
  const lines = [
    `${pc.bold(file)} → workspace "${workspace}": ${count(summary.rows)} rows in ${seconds.toFixed(1)} s (${count(Math.round(summary.rows / seconds))}/s)`,
    `  created ${count(summary.created)} · updated ${count(summary.updated)} · unchanged ${count(summary.unchanged)} · skipped ${count(summary.skipped)} · rejected ${count(summary.rejected)}`,
  ];
  for (const problem of summary.problems.slice(0, MOST_PROBLEMS)) {
    const mark = problem.severity === 'ERROR' ? pc.red('✗') : pc.yellow('!');
    lines.push(
      `  ${mark} ${problem.code} ×${count(problem.count)}, first on line ${problem.line}: ${visible(problem.reason)}`,
    );
  }
  if (summary.problems.length > MOST_PROBLEMS)
    lines.push(`  … and ${summary.problems.length - MOST_PROBLEMS} more kinds`);
  for (const { column, value, count: times } of summary.unmappedValues.slice(0, MOST_PROBLEMS)) {
    lines.push(
      `  ${pc.red('✗')} no mapping for ${column} = "${visible(value)}" (${count(times)} rows); add it under \`values\``,
    );
  }
  if (summary.rejectsFile) lines.push(`  refused rows: ${summary.rejectsFile}`);
  if (summary.warningsFile) lines.push(`  warnings:     ${summary.warningsFile}`);
  if (summary.aborted) lines.push('  Stopped before the end. Run the same command again to go on.');
  return lines.join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en');
}

/** Text of the file must not drive the terminal. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
