/**
 * Who changed what from what to what, and who started what.
 */
import { Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { Pages } from '../../frame/pages.tsx';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useCompany } from '../../session.ts';
import { companyTexts } from '../../texts/company-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { dayAndTime } from '../../texts/numbers.ts';

const ENTRIES = 20;
/** Nothing within takes the focus, so that the part that scrolls has to. */
const SCROLLABLE_BY_KEYBOARD = { tabIndex: 0 } as const;

export function AuditTrail() {
  const texts = useTexts(companyTexts);
  const language = useLanguage();
  const { accountId } = useCompany();
  const [page, turnTo] = useState(1);
  const audit = useAnswer(
    'GET /api/accounts/:accountId/audit',
    { params: { accountId }, query: { page, pageSize: ENTRIES } },
    { keepPrevious: true },
  );
  const pages = Math.ceil((audit.data?.total ?? 0) / ENTRIES);
  return (
    <Stack component="section" aria-labelledby="gewijzigd">
      <div>
        <Title order={2} size="h4" id="gewijzigd">
          {texts.audit}
        </Title>
        <Text size="sm" c="dimmed">
          {texts.auditIntro}
        </Text>
      </div>
      <Failure error={audit.error} retry={() => void audit.refetch()} />
      {audit.isPending && <RowsSkeleton withSentence={false} rows={3} />}
      {audit.data?.total === 0 && <Text>{texts.auditEmpty}</Text>}
      {audit.data && audit.data.total > 0 && (
        <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: SCROLLABLE_BY_KEYBOARD }}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.when}</Table.Th>
                <Table.Th>{texts.what}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {audit.data.items.map(({ entryId, at, text, changes }) => (
                <Table.Tr key={entryId}>
                  <Table.Td style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>{dayAndTime(at, language)}</Table.Td>
                  <Table.Td>
                    {text}
                    {changes.map(({ field, label, before, after }) => (
                      <Text key={field} size="sm" c="dimmed">
                        {label}: {before || texts.empty} → {after || texts.empty}
                      </Text>
                    ))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Pages pages={pages} page={page} onTurn={turnTo} />
    </Stack>
  );
}
