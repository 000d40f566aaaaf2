/**
 * Chooses, in place, the debtor or article in Asperion that a code of OutSmart goes to from now on.
 */
import { Button, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useTellRun } from './told.tsx';

const TYPING_MS = 250;

interface Chosen {
  readonly value: string;
  readonly label: string;
}

export function RecordChoice({
  accountId,
  kind,
  code,
  onClose,
}: {
  readonly accountId: string;
  readonly kind: 'debtor' | 'article';
  readonly code: string;
  readonly onClose: () => void;
}) {
  const texts = useTexts(workOrdersTexts);
  const tellRun = useTellRun();
  const [chosen, choose] = useState<Chosen | null>(null);
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [search] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim().slice(0, 100), TYPING_MS);
  const found = useAnswer(
    'GET /api/accounts/:accountId/asperion-records',
    { params: { accountId }, query: { kind, search } },
    { keepPrevious: true },
  );
  const link = useAct('POST /api/accounts/:accountId/links');
  const records = found.data?.records ?? [];
  const options = records.map((record) => ({ value: record.code, label: `${record.code} ${record.name}` }));
  const notes = new Map(records.map((record) => [record.code, record.note]));
  const save = async () => {
    if (!chosen) return setMissing(true);
    const linking = link.mutateAsync({ params: { accountId }, body: { kind, code, targetCode: chosen.value } });
    tellRun(linking, texts.link.laid(code));
    return linking.then(onClose, () => undefined);
  };
  return (
    <div className="wo-choice">
      <Select
        label={texts.link[kind]}
        description={texts.link.lasting(code)}
        placeholder={texts.link.placeholder}
        data={chosen && !notes.has(chosen.value) ? [chosen, ...options] : options}
        value={chosen?.value ?? null}
        onChange={(_value, option) => {
          choose(option);
          setMissing(false);
        }}
        searchable
        onSearchChange={setTyped}
        // The server did the finding.
        filter={({ options: all }) => all}
        renderOption={({ option }) => (
          <span>
            {option.label} {notes.get(option.value) && <span className="mute">{notes.get(option.value)}</span>}
          </span>
        )}
        nothingFoundMessage={found.isPending ? texts.busy : texts.link.none(search)}
        error={isMissing ? texts.link.choose[kind] : undefined}
        maxDropdownHeight={300}
        data-autofocus
        autoFocus
        openOnFocus={false}
      />
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      <p className="wo-cut mute">{found.data?.isCut && chosen === null ? texts.link.cut : ''}</p>
      <Group gap="xs">
        <Button onClick={() => void save()} loading={link.isPending}>
          {texts.link.connect}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {texts.link.cancel}
        </Button>
      </Group>
      <Failure error={link.error} />
      <Text component="span" className="sr" role="status">
        {link.isPending ? texts.busy : ''}
      </Text>
    </div>
  );
}
