/**
 * A line of the log as the API tells it.
 */
import type { z } from 'zod';
import type { logLine } from '../../api/run-shapes.ts';
import type { FoundLine } from '../../store/log-pages.ts';
import type { Language } from '../../usecases/language.ts';
import { logSentence, resultWord } from '../../usecases/sentences-log.ts';

/** What the API answers about a line, in that language. */
export function logLineShape(line: FoundLine, language: Language): z.output<typeof logLine> {
  return {
    lineId: line.id,
    runId: line.runId,
    at: line.at.toISOString(),
    subjectKind: line.subjectKind,
    subjectKey: line.subjectKey,
    subjectName: line.subjectName,
    result: line.result,
    resultText: resultWord(line.result, language),
    text: logSentence(line, language),
    workOrderRowId: line.workOrderRowId,
  };
}
