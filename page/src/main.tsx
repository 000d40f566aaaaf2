/**
 * Starts the page.
 */
import '@fontsource-variable/hanken-grotesk';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './look/tokens.css';
import './look/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/client.ts';
import { cssVariables, theme } from './look/theme.ts';
import { router } from './routes.tsx';
import { language } from './texts/language.ts';

document.documentElement.lang = language();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the server refuses it refuses again; one that cannot be reached is asked until it is back.
      retry: (failures, error) => error instanceof ApiProblem && error.status === 0 && failures < 2,
      refetchOnWindowFocus: true,
    },
  },
});

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no place for the page');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Notifications position="bottom-right" containerWidth={420} />
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
