/**
 * Lines of the log: when, which record, what came of it, what happened.
 */
import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { logTexts } from '../../texts/log-texts.ts';
import { day, timeWithSeconds } from '../../texts/numbers.ts';
import { LineMark } from './line-mark.tsx';

export type LogLine = AnswerOf<'GET /api/accounts/:accountId/log'>['items'][number];

export function LinesTable({
  lines,
  label,
  withDay = false,
}: {
  readonly lines: readonly LogLine[];
  readonly label: string;
  /** Of several days. */
  readonly withDay?: boolean;
}) {
  const texts = useTexts(logTexts);
  const language = useLanguage();
  return (
    <Table className="log-lines" aria-label={label} verticalSpacing={8} horizontalSpacing={0}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.when}</Table.Th>
          <Table.Th>{texts.record}</Table.Th>
          <Table.Th>{texts.result}</Table.Th>
          <Table.Th>{texts.happened}</Table.Th>
          <Table.Th>
            <span className="sr">{texts.toOrder}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.lineId}>
            <Table.Td className="log-at mute">
              {withDay && <span className="log-at-day">{day(line.at, language)}</span>}
              {timeWithSeconds(line.at, language)}
            </Table.Td>
            <Table.Td className="log-record">
              <b>{line.subjectKey}</b>
              <span className="log-two">{line.subjectName}</span>
            </Table.Td>
            <Table.Td className="log-result">
              <LineMark result={line.result} text={line.resultText} />
            </Table.Td>
            <Table.Td className="log-text">{line.text}</Table.Td>
            <Table.Td className="log-to">
              {line.workOrderRowId !== null && (
                <Link
                  to="/werkbonnen/$rowId"
                  params={{ rowId: line.workOrderRowId }}
                  aria-label={`${texts.look}: ${line.subjectKey}`}
                >
                  {texts.look}
                </Link>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
