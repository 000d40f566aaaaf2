/**
 * How every company stands, for who runs this installation. Nothing of their business.
 */
import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { Pages } from '../../frame/pages.tsx';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useTexts } from '../../texts/language.ts';
import { operatorTexts } from '../../texts/operator-texts.ts';
import { AccountRow } from './account-row.tsx';

const ACCOUNTS = 50;
const AGAIN_MS = 30_000;
type Only = 'all' | 'trouble' | 'suspended';

export function OperatorScreen() {
  const texts = useTexts(operatorTexts);
  usePageTitle(texts.title);
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<Only>('all');
  const [page, turnTo] = useState(1);
  const [asked] = useDebouncedValue(search, 250);
  const accounts = useAnswer(
    'GET /api/operator/accounts',
    { query: { page, pageSize: ACCOUNTS, search: asked, only } },
    { keepPrevious: true, refetchInterval: AGAIN_MS },
  );
  const clear = () => {
    setSearch('');
    setOnly('all');
    turnTo(1);
  };
  const pages = Math.ceil((accounts.data?.total ?? 0) / ACCOUNTS);
  return (
    <Stack gap="lg">
      <h1 className="say">
        <b>{texts.accounts(accounts.data?.total ?? 0)}</b> {texts.onThis}
      </h1>
      <Group align="flex-end">
        <TextInput
          label={texts.search}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            turnTo(1);
          }}
        />
        <Select
          label={texts.only}
          allowDeselect={false}
          value={only}
          data={[
            { value: 'all', label: texts.all },
            { value: 'trouble', label: texts.trouble },
            { value: 'suspended', label: texts.suspended },
          ]}
          onChange={(value) => {
            setOnly(value as Only);
            turnTo(1);
          }}
        />
      </Group>
      <Failure error={accounts.error} retry={() => void accounts.refetch()} />
      {accounts.isPending && <RowsSkeleton withSentence={false} />}
      {accounts.data?.total === 0 && (
        <Group>
          <Text>{texts.nothing}</Text>
          <Button variant="default" size="compact-sm" onClick={clear}>
            {texts.clear}
          </Button>
        </Group>
      )}
      {accounts.data && accounts.data.total > 0 && (
        <Table.ScrollContainer minWidth={900}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {[
                  texts.company,
                  texts.licence,
                  texts.connections,
                  texts.lastRun,
                  texts.nextRun,
                  texts.lastFault,
                  texts.action,
                ].map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {accounts.data.items.map((account) => (
                <AccountRow key={account.accountId} account={account} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Pages pages={pages} page={page} onTurn={turnTo} />
    </Stack>
  );
}
