import type { Frame, Report, ReportQuestion } from '@leadstage/core';

/** What was asked, kept with the answer: from it the leads behind a number are told. */
export interface Remembered {
  readonly asked?: { readonly question: ReportQuestion; readonly frame: Frame };
}

/** The report, whose answer keeps what was asked. */
export function remembering<Question extends ReportQuestion, Body>(
  report: Report<Question, Body>,
): Report<Question, Body & Remembered> {
  return {
    name: report.name,
    answer: async (question, frame, desk) => ({
      ...(await report.answer(question, frame, desk)),
      asked: { question, frame },
    }),
  };
}
