/**
 * An invitation: for who has an account, to accept it; for who has none, to make one.
 */
import { Button, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useAct, useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { chooseCompany, useForgetAll, useMe } from '../../session.ts';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { signInTexts } from '../../texts/sign-in-texts.ts';
import { RegistrationForm } from './registration-form.tsx';

export function InvitationScreen() {
  const texts = useTexts(signInTexts);
  const { roles } = useTexts(frameTexts);
  const { invitationId } = useParams({ from: '/plain/uitnodiging/$invitationId' });
  const invitation = useAnswer('GET /api/invitations/:invitationId', { params: { invitationId } });
  const me = useMe().data;
  const navigate = useNavigate();
  const forgetAll = useForgetAll();
  const accept = useAct('POST /api/invitations/:invitationId/acceptance');
  usePageTitle(texts.accept);
  if (invitation.error) return <Failure error={invitation.error} />;
  if (!invitation.data) return null;
  const { companyName, email, role, hasAccount } = invitation.data;
  const enter = async () => {
    await forgetAll();
    await navigate({ to: '/' });
  };
  const isRightPerson = me?.email.toLowerCase() === email.toLowerCase();
  return (
    <Stack>
      <Title order={1} size="h2">
        {texts.invitationTitle(companyName)}
      </Title>
      <Text>{texts.invitationText(roles[role])}</Text>
      <Failure error={accept.error} />
      {me && isRightPerson && (
        <Button
          loading={accept.isPending}
          onClick={() =>
            accept.mutate(
              { params: { invitationId } },
              {
                onSuccess: ({ accountId }) => {
                  chooseCompany(accountId);
                  void enter();
                },
              },
            )
          }
        >
          {texts.accept}
        </Button>
      )}
      {me && !isRightPerson && <Text>{texts.otherPerson(email)}</Text>}
      {!me && hasAccount && (
        <Link to="/aanmelden" search={{ naar: `/uitnodiging/${invitationId}` }}>
          {texts.invitationSignIn}
        </Link>
      )}
      {!me && !hasAccount && <RegistrationForm invitation={{ invitationId, email }} onDone={enter} />}
    </Stack>
  );
}
