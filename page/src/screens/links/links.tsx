/**
 * The lasting links from codes in OutSmart to records in Asperion, as people chose them; each can be taken away. To be placed
 * under a heading of its own on the settings.
 */
import { Button, Table } from '@mantine/core';
import { IconLink, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Failure } from '../../frame/failure.tsx';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useCompany, useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { linksTexts } from '../../texts/links-texts.ts';
import { dayAndTime } from '../../texts/numbers.ts';
import './links.css';

type LastingLink = AnswerOf<'GET /api/accounts/:accountId/links'>['links'][number];

export function Links() {
  const texts = useTexts(linksTexts);
  const { accountId } = useCompany();
  const mayRemove = useMay('office');
  const [told, tell] = useState('');
  const answer = useAnswer('GET /api/accounts/:accountId/links', { params: { accountId } });
  const links = answer.data?.links;
  return (
    <div className="links">
      <Failure error={answer.error} retry={() => void answer.refetch()} />
      {answer.isPending && <RowsSkeleton rows={2} withSentence={false} />}
      {links?.length === 0 && (
        <p className="links-none">
          <IconLink size={20} stroke={1.75} aria-hidden />
          <span>
            <b>{texts.none}</b> {texts.noneText}
          </span>
        </p>
      )}
      {links && links.length > 0 && (
        <Table>
          <caption className="sr">{texts.caption}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.columns.code}</Table.Th>
              <Table.Th>{texts.columns.target}</Table.Th>
              <Table.Th>{texts.columns.laid}</Table.Th>
              {mayRemove && (
                <Table.Th>
                  <span className="sr">{texts.columns.actions}</span>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {links.map((link) => (
              <LinkRow
                key={`${link.kind} ${link.code}`}
                accountId={accountId}
                link={link}
                mayRemove={mayRemove}
                tell={tell}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <p role="status" className="links-told">
        {told}
      </p>
    </div>
  );
}

function LinkRow({
  accountId,
  link,
  mayRemove,
  tell,
}: {
  readonly accountId: string;
  readonly link: LastingLink;
  readonly mayRemove: boolean;
  readonly tell: (text: string) => void;
}) {
  const texts = useTexts(linksTexts);
  const language = useLanguage();
  const remove = useAct('DELETE /api/accounts/:accountId/links/:kind/:code');
  const { kind, code, targetCode, targetName, by, at } = link;
  const word = texts.kinds[kind];
  const press = () =>
    remove.mutate(
      { params: { accountId, kind, code } },
      { onSuccess: () => tell(texts.removed(word.toLowerCase(), code)) },
    );
  return (
    <Table.Tr>
      <Table.Td>
        {word} <b>{code}</b>
      </Table.Td>
      <Table.Td>
        <b>{targetCode}</b> {targetName}
      </Table.Td>
      <Table.Td className="mute">{texts.laid(by, dayAndTime(at, language))}</Table.Td>
      {mayRemove && (
        <Table.Td className="links-act">
          <Button
            variant="subtle"
            size="xs"
            loading={remove.isPending}
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
            onClick={press}
          >
            {texts.remove}
            <span className="sr"> {texts.removeOf(word.toLowerCase(), code)}</span>
          </Button>
          <Failure error={remove.error} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
