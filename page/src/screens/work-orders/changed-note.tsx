/**
 * Above the sheets of a work order that was changed after its invoice: each difference, and what can be done about it. Who came
 * for the differences is brought to them.
 */
import { Alert, Table } from '@mantine/core';
import { IconPencilExclamation } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../texts/language.ts';
import { capital } from '../../texts/moment-words.ts';
import { questionsTexts } from '../../texts/questions-texts.ts';
import { ChangedActs } from './changed-acts.tsx';
import type { ChangedOrder } from './work-orders-answers.ts';

/** In the address: the reader comes for the differences. */
export const DIFFERENCES = 'verschil';

export function ChangedNote({ accountId, changed }: { readonly accountId: string; readonly changed: ChangedOrder }) {
  const place = useRef<HTMLDivElement>(null);
  const isAskedFor = useLocation({ select: ({ hash }) => hash === DIFFERENCES });
  useEffect(() => {
    if (!isAskedFor) return;
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.focus({ preventScroll: true });
  }, [isAskedFor]);
  return (
    <Alert
      ref={place}
      tabIndex={-1}
      id={DIFFERENCES}
      color="orange"
      icon={<IconPencilExclamation stroke={1.75} aria-hidden />}
      title={changed.title}
      role="note"
      className="wb-waits wb-changed"
    >
      <p>{changed.text}</p>
      {changed.differences.length > 0 && <Differences differences={changed.differences} />}
      <ChangedActs accountId={accountId} changed={changed} />
    </Alert>
  );
}

function Differences({ differences }: Pick<ChangedOrder, 'differences'>) {
  const texts = useTexts(questionsTexts);
  return (
    <Table className="wb-differences">
      <caption className="sr">{texts.differences}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.what}</Table.Th>
          <Table.Th>{texts.before}</Table.Th>
          <Table.Th>{texts.now}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map(({ label, before, after }) => (
          <Table.Tr key={`${label} ${before} ${after}`}>
            <Table.Th scope="row">{capital(label)}</Table.Th>
            <Table.Td>
              <Value text={before} />
            </Table.Td>
            <Table.Td>
              <Value text={after} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Value({ text }: { readonly text: string }) {
  const { nothing } = useTexts(questionsTexts);
  return text === '' ? <span className="mute">{nothing}</span> : text;
}
