/**
 * The steps until everything is set up, in their order. Each leads to where it is done.
 */
import { Button, Paper, Stepper } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../texts/language.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import type { SetUpStep } from './overview-shapes.ts';
import './set-up-steps.css';

/** Where each step is done. */
const PLACE = {
  licence: '/licentiemanager',
  outsmart: '/koppeling/asperion',
  asperion: '/koppeling/asperion',
  settings: '/koppeling/asperion',
  'first-export': '/koppeling/eerste-controle',
} as const;

export function SetUpSteps({ steps }: { readonly steps: readonly SetUpStep[] }) {
  const texts = useTexts(overviewTexts);
  const navigate = useNavigate();
  const isNarrow = useMediaQuery('(max-width: 760px)');
  const active = steps.findIndex(({ isDone }) => !isDone);
  return (
    <nav aria-label={texts.stepsLabel(active + 1, steps.length)}>
      <Stepper
        active={active === -1 ? steps.length : active}
        onStepClick={(index) => {
          const step = steps[index]?.step;
          if (step) void navigate({ to: PLACE[step] });
        }}
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        labelPosition={isNarrow ? 'right' : 'bottom'}
        size="xs"
        iconSize={24}
        className="set-up-steps"
      >
        {steps.map(({ step, isDone, note }, index) => (
          <Stepper.Step
            key={step}
            label={texts.steps[step]}
            description={index === active ? texts.stepNow : note}
            aria-current={index === active ? 'step' : undefined}
            // One that is done although an earlier one is not.
            {...(isDone && { icon: <IconCheck size={15} aria-hidden />, 'data-done': true })}
          />
        ))}
      </Stepper>
    </nav>
  );
}

/** The step of now, with what it is and the one button. */
export function StepOfNow({ steps }: { readonly steps: readonly SetUpStep[] }) {
  const texts = useTexts(overviewTexts);
  const next = steps.find(({ isDone }) => !isDone)?.step;
  if (!next) return null;
  return (
    <Paper withBorder radius="lg" p="lg" className="set-up-now">
      <div>
        <h2>{texts.steps[next]}</h2>
        <p className="mute">{texts.stepText[next]}</p>
      </div>
      <Button renderRoot={(root) => <Link to={PLACE[next]} {...root} />} size="md">
        {texts.stepButton[next]}
      </Button>
    </Paper>
  );
}
