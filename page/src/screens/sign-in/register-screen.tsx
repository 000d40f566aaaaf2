/**
 * Making an account with a new company.
 */
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { usePageTitle } from '../../frame/page-title.ts';
import { useInstallation } from '../../frame/support.tsx';
import { useForgetAll } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { signInTexts } from '../../texts/sign-in-texts.ts';
import { RegistrationForm } from './registration-form.tsx';

export function RegisterScreen() {
  const texts = useTexts(signInTexts);
  usePageTitle(texts.registerTitle);
  const installation = useInstallation();
  const navigate = useNavigate();
  const forgetAll = useForgetAll();
  const enter = async () => {
    await forgetAll();
    await navigate({ to: '/' });
  };
  return (
    <Stack>
      <Title order={1} size="h2">
        {texts.registerTitle}
      </Title>
      {installation && !installation.isSignUpOpen ? (
        <Text>{texts.closed}</Text>
      ) : (
        <>
          <Text>{texts.registerText}</Text>
          <RegistrationForm invitation={null} onDone={enter} />
        </>
      )}
      <Text size="sm">
        {texts.haveAccount}{' '}
        <Anchor component={Link} to="/aanmelden" size="sm">
          {texts.signIn}
        </Anchor>
      </Text>
    </Stack>
  );
}
