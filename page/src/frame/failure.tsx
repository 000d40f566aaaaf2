/**
 * What a screen shows when it could not read, and what an action shows beside itself when it was not done.
 */
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem } from '../api/client.ts';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';

/** The sentence of what went wrong, for people. */
export function useFailureText(): (error: unknown) => string {
  const texts = useTexts(frameTexts);
  return (error) => {
    if (!(error instanceof ApiProblem)) return texts.failed;
    if (error.status === 0) return texts.unreachable;
    return error.message === '' ? texts.failed : error.message;
  };
}

/** Nothing while there is no error. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const texts = useTexts(frameTexts);
  const textOf = useFailureText();
  if (!error) return null;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle stroke={1.75} aria-hidden />} role="alert" mb="md">
      {textOf(error)}
      {retry && (
        <Button variant="default" size="xs" ml="md" onClick={retry}>
          {texts.tryAgain}
        </Button>
      )}
    </Alert>
  );
}
