/**
 * The people of the company: another role, two-step sign-in or not, removing somebody after asking in place.
 */
import { Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useForgetAll } from '../../session.ts';
import { companyTexts } from '../../texts/company-texts.ts';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useTexts } from '../../texts/language.ts';
import type { CompanyAnswer } from './company-name.tsx';

type Member = CompanyAnswer['members'][number];

export function Members({ company }: { readonly company: CompanyAnswer }) {
  const texts = useTexts(companyTexts);
  const { roles } = useTexts(frameTexts);
  const { accountId } = company;
  const change = useAct('PUT /api/accounts/:accountId/members/:memberId');
  const forgetAll = useForgetAll();
  return (
    <Stack component="section" aria-labelledby="gebruikers">
      <Title order={2} size="h4" id="gebruikers">
        {texts.users}
      </Title>
      <Failure error={change.error} />
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.person}</Table.Th>
              <Table.Th>{texts.role}</Table.Th>
              <Table.Th>{texts.twoStep}</Table.Th>
              <Table.Th>
                <span className="sr">{texts.remove}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {company.members.map((member) => (
              <Table.Tr key={member.memberId}>
                <Table.Td>
                  <b>{member.name}</b> {member.isSelf && `(${texts.you})`}
                  <br />
                  <span className="mute">{member.email}</span>
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={texts.roleOf(member.name)}
                    w={170}
                    allowDeselect={false}
                    data={Object.entries(roles).map(([value, label]) => ({ value, label }))}
                    value={member.role}
                    onChange={(role) =>
                      change.mutate(
                        { params: { accountId, memberId: member.memberId }, body: { role: role as Member['role'] } },
                        { onSuccess: () => member.isSelf && void forgetAll() },
                      )
                    }
                  />
                </Table.Td>
                <Table.Td>{member.hasTwoFactor ? texts.on : texts.off}</Table.Td>
                <Table.Td>
                  <Removal accountId={accountId} member={member} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {Object.entries(roles)
          .map(([role, label]) => `${label}: ${texts.roleHelp[role as Member['role']]}`)
          .join(' ')}
      </Text>
    </Stack>
  );
}

function Removal({ accountId, member }: { readonly accountId: string; readonly member: Member }) {
  const texts = useTexts(companyTexts);
  const [isAsked, ask] = useState(false);
  const remove = useAct('DELETE /api/accounts/:accountId/members/:memberId');
  if (!isAsked)
    return (
      <Button variant="subtle" color="red" size="compact-sm" onClick={() => ask(true)}>
        {texts.remove}
        <span className="sr"> {member.name}</span>
      </Button>
    );
  return (
    <Stack gap="xs">
      <Text size="sm">{texts.removeAsk(member.name)}</Text>
      <Failure error={remove.error} />
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="outline"
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate({ params: { accountId, memberId: member.memberId } })}
        >
          {texts.removeSure(member.name)}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => ask(false)}>
          {texts.keep}
        </Button>
      </Group>
    </Stack>
  );
}
