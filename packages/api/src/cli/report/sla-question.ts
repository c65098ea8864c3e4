import { InvalidInput, type ProposedTarget, parseSlaDuration, type SlaClock, type SlaQuestion } from '@leadstage/core';
import { choiceOf } from './choice.js';
import { type CommonOptions, commonQuestion } from './options.js';
import { refusedOption } from './refused-option.js';
import { namesOf } from './split-list.js';

export interface SlaOptions extends CommonOptions {
  readonly bands?: string;
  readonly replayResponse?: string;
  readonly replayDecision?: string;
  readonly replayClock?: string;
  readonly replayCalendar?: string;
}

/** @throws InvalidInput INVALID_OPTION */
export function slaQuestion(options: SlaOptions): SlaQuestion {
  const { bands } = options;
  const replay = replayOf(options);
  return {
    ...commonQuestion(options),
    ...(bands === undefined
      ? {}
      : {
          responseBands: namesOf(bands, '--bands').map((band) => millisecondsOf(isoOf(band), 'CALENDAR', '--bands')),
        }),
    ...(replay === undefined ? {} : { replay: [replay] }),
  };
}

type Proposed = NonNullable<SlaQuestion['replay']>[number];

function replayOf({ replayResponse, replayDecision, replayClock, replayCalendar }: SlaOptions): Proposed | undefined {
  if (replayResponse === undefined && replayDecision === undefined) {
    const idle = replayClock !== undefined ? '--replay-clock' : '--replay-calendar';
    if (replayClock === undefined && replayCalendar === undefined) return undefined;
    throw refusedOption(idle, `${idle} belongs to a replay; give --replay-response, --replay-decision or both.`);
  }
  const clock =
    replayClock === undefined ? 'CALENDAR' : choiceOf(replayClock, ['CALENDAR', 'BUSINESS'], '--replay-clock');
  if (replayCalendar !== undefined && clock === 'CALENDAR') {
    throw refusedOption('--replay-calendar', '--replay-calendar belongs to --replay-clock business.');
  }
  const target = (given: string, option: string): ProposedTarget => {
    const within = isoOf(given);
    millisecondsOf(within, clock, option);
    return { clock, within };
  };
  return {
    ...(replayResponse === undefined ? {} : { firstResponse: target(replayResponse, '--replay-response') }),
    ...(replayDecision === undefined ? {} : { decision: target(replayDecision, '--replay-decision') }),
    ...(replayCalendar === undefined ? {} : { calendar: replayCalendar }),
  };
}

const SHORT = /^(?=.)(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/;

/** `1h` as `PT1H`, `2d` as `P2D`, `1d12h` as `P1DT12H`; anything else as it is given, in capitals. */
function isoOf(given: string): string {
  const text = given.replaceAll(/\s/g, '').toLowerCase();
  const parts = SHORT.exec(text)?.slice(1);
  if (!parts) return text.toUpperCase();
  const [weeks, days, hours, minutes] = parts.map((part, index) => (part ? `${part}${'WDHM'[index]}` : ''));
  const time = `${hours}${minutes}`;
  return `P${weeks}${days}${time === '' ? '' : `T${time}`}`;
}

/** As the API reads it, with the fault told of the option. */
function millisecondsOf(iso: string, clock: SlaClock, option: string): number {
  try {
    return parseSlaDuration(iso, clock, [option]);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const expected =
      clock === 'BUSINESS' ? 'working hours and minutes, such as 8h or 90m' : 'such as 15m, 1h, 2d or P1DT12H';
    throw new InvalidInput('INVALID_OPTION', [option], `${option}: ${error.message} Short: ${expected}.`, expected);
  }
}
