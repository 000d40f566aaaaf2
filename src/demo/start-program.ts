/**
 * The command behind `npm start`: serves; and when no foreign system is configured, with both sandboxes and the demo company.
 */
import type { Config } from '../config/config.ts';
import type { RunningService } from '../server/serve.ts';
import { listenForStop, type StopRequest } from '../server/stop-request.ts';
import type { Account } from '../store/accounts.ts';
import type { Run } from '../store/runs.ts';
import type { Installation, OpenInstallation } from '../usecases/installation.ts';
import { countSentences, phaseSentence, runSentence } from '../usecases/sentences-log.ts';
import { euro } from '../usecases/sentences-numbers.ts';
import { findingSentence } from '../usecases/sentences-reasons.ts';
import { demoCompany, demoPeople } from './demo-company.ts';
import { ensureDemoPeople, isDemoUnfinished, setUpDemo } from './set-up-demo.ts';

const WAITING_SHOWN_MAX = 30;

/** Runs until a signal. Answers the exit code. Throws PortTaken, SandboxNotStarted, EmbeddedDatabaseError. */
export async function startProgram(config: Config, open: OpenInstallation): Promise<number> {
  const tell = (text: string) => process.stdout.write(`${text}\n`);
  const stop = listenForStop(tell);
  tell('De koppeling start …');
  await runUntil(stop, config, open, tell);
  tell('Gestopt.');
  return 0;
}

async function runUntil(
  stop: StopRequest,
  config: Config,
  open: OpenInstallation,
  tell: (text: string) => void,
): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const opening = open(config);
  // Read while the database starts.
  const serving = import('../server/serve.ts');
  const installation = await opening;
  opened.defer(() => installation.close());
  if (stop.isAsked()) return;
  const { startService } = await serving;
  const service = await startService(installation, config.workers);
  opened.defer(() => service.stop());
  // It answers before the sandboxes do; whatever needs them waits for them.
  tell(`De koppeling luistert op ${config.publicUrl}.`);
  await installation.ensureForeignSystems();
  if (config.sandbox && (await isDemoUnfinished(installation))) {
    const playing = playFirstUser(installation, service, tell);
    // Stopped meanwhile, it fails by itself on what is closed under it.
    playing.catch(() => undefined);
    await Promise.race([playing, stop.asked]);
  } else if (config.sandbox) {
    const account = await installation.parts.store.accounts.find(demoCompany.name);
    if (account) await ensureDemoPeople(installation, account);
  }
  if (!stop.isAsked()) tellAddresses(config, tell);
  await stop.asked;
}

async function playFirstUser(
  installation: Installation,
  service: RunningService,
  tell: (text: string) => void,
): Promise<void> {
  const progress = progressLine();
  const { account, run } = await setUpDemo(installation, service, { step: tell, progress: progress.show });
  progress.end();
  tell(runSentence(run));
  for (const sentence of countSentences(run.counts)) tell(`  ${sentence}`);
  await tellWaiting(installation, account, tell);
}

async function tellWaiting({ parts }: Installation, account: Account, tell: (text: string) => void): Promise<void> {
  const waiting = await parts.store
    .forAccount(account.id)
    .workOrders.list({ states: ['waiting'], limit: WAITING_SHOWN_MAX, offset: 0 });
  if (waiting.length === 0) return;
  tell(`Wachtende werkbonnen (${waiting.length}):`);
  for (const order of waiting) {
    tell(`  ${order.orderNumber || order.rowId}  ${order.customerName}  ${euro(order.amount)}`);
    for (const finding of order.findings)
      tell(`      ${findingSentence(finding, { number: order.orderNumber || order.rowId })}`);
  }
}

const ROLE_WORDS = { manager: 'beheerder', office: 'kantoor', operator: 'beheer van deze installatie' } as const;

function tellAddresses(config: Config, tell: (text: string) => void): void {
  tell(`Elke ${config.exportEveryMinutes} minuten gaan nieuwe complete werkbonnen vanzelf. Stoppen: Ctrl-C.`);
  if (!config.sandbox) return;
  const { outsmartPort, asperionPort } = config.sandbox;
  tell('Kijk mee:');
  tell(`  Koppeling         ${config.publicUrl}  (aanmelden met een van deze adressen en wachtwoorden)`);
  for (const { email, password, role } of demoPeople) tell(`      ${email} / ${password}  (${ROLE_WORDS[role]})`);
  tell(`  OutSmart sandbox  http://127.0.0.1:${outsmartPort}  (werkbonnen; zet er een op Compleet en Naar Asperion)`);
  tell(
    `  Asperion sandbox  http://127.0.0.1:${asperionPort}  (debiteuren, artikelen, conceptfacturen; aanmelden: ${demoCompany.userName} / ${demoCompany.password})`,
  );
  tell('  Opdrachtregel     npm run koppeling -- orders   (en: preview, log, doctor, sync, --help)');
}

/** One line that rewrites itself in a terminal; elsewhere one line for each phase. */
function progressLine(): { show(run: Run): void; end(): void } {
  let phase = '';
  let isOpen = false;
  return {
    show(run) {
      const done = Object.entries(run.counts).map(([part, count]) => `${part} ${count ?? 0}`);
      const text = phaseSentence(run.phase ?? 'queued');
      if (process.stdout.isTTY) {
        isOpen = true;
        process.stdout.write(
          `\r\u001b[2K${text} ${done.slice(0, 6).join(' · ')}`.slice(0, (process.stdout.columns ?? 80) + 5),
        );
      } else if (text !== phase) process.stdout.write(`${text}\n`);
      phase = text;
    },
    end() {
      if (isOpen) process.stdout.write('\n');
    },
  };
}
