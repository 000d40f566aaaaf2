/**
 * Inviting somebody, and what is still open. The link can always be passed on by hand.
 */
import { Button, CopyButton, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAct } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useInstallation } from '../../frame/support.tsx';
import { companyTexts } from '../../texts/company-texts.ts';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day } from '../../texts/numbers.ts';
import { isEmail } from '../sign-in/email.ts';
import type { CompanyAnswer } from './company-name.tsx';

export function Invitations({ company }: { readonly company: CompanyAnswer }) {
  const texts = useTexts(companyTexts);
  const { roles } = useTexts(frameTexts);
  const { accountId } = company;
  const isMailOn = useInstallation()?.isMailOn ?? true;
  const invite = useAct('POST /api/accounts/:accountId/invitations');
  const form = useForm<{ email: string; role: 'reader' | 'office' | 'manager' }>({
    initialValues: { email: '', role: 'office' },
    validate: { email: (email) => (isEmail(email) ? null : texts.emailNeeded) },
  });
  const send = form.onSubmit((body) =>
    invite.mutate({ params: { accountId }, body }, { onSuccess: () => form.reset() }),
  );
  return (
    <Stack component="section" aria-labelledby="uitnodigen">
      <Title order={2} size="h4" id="uitnodigen">
        {texts.invite}
      </Title>
      <Failure error={invite.error} />
      <form noValidate onSubmit={send}>
        <Group align="flex-end">
          <TextInput
            flex="1 1 240px"
            maw={360}
            type="email"
            label={texts.email}
            autoComplete="off"
            {...form.getInputProps('email')}
          />
          <Select
            label={texts.role}
            w={170}
            allowDeselect={false}
            data={Object.entries(roles).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('role')}
          />
          <Button type="submit" loading={invite.isPending}>
            {texts.inviteSend}
          </Button>
        </Group>
      </form>
      <div role="status">
        {invite.isSuccess && invite.variables && (
          <Text size="sm">
            {texts.invited(invite.variables.body.email)} {!isMailOn && texts.mailedNot}
          </Text>
        )}
      </div>
      <OpenInvitations company={company} />
    </Stack>
  );
}

function OpenInvitations({ company }: { readonly company: CompanyAnswer }) {
  const texts = useTexts(companyTexts);
  const { roles } = useTexts(frameTexts);
  const language = useLanguage();
  const withdraw = useAct('DELETE /api/accounts/:accountId/invitations/:invitationId');
  const { accountId, invitations } = company;
  if (invitations.length === 0) return null;
  return (
    <>
      <Title order={3} size="h5">
        {texts.invitations}
      </Title>
      <Failure error={withdraw.error} />
      <Table.ScrollContainer minWidth={520}>
        <Table verticalSpacing="xs" aria-label={texts.invitations}>
          <Table.Tbody>
            {invitations.map(({ invitationId, email, role, expiresAt, link }) => (
              <Table.Tr key={invitationId}>
                <Table.Td>
                  <b>{email}</b>
                  <br />
                  <span className="mute">
                    {roles[role]} · {texts.expires(day(expiresAt, language))}
                  </span>
                </Table.Td>
                <Table.Td className="num">
                  <CopyButton value={link}>
                    {({ copied, copy }) => (
                      <Button variant="default" size="compact-sm" mr="xs" onClick={copy}>
                        {copied ? texts.linkCopied : texts.copyLink}
                        <span className="sr"> {email}</span>
                      </Button>
                    )}
                  </CopyButton>
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    loading={withdraw.isPending && withdraw.variables?.params.invitationId === invitationId}
                    onClick={() => withdraw.mutate({ params: { accountId, invitationId } })}
                  >
                    {texts.withdraw}
                    <span className="sr"> {email}</span>
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
