/**
 * Plays the first user: makes the demo company, orders the connector, connects both sides, saves settings, confirms the
 * first export and runs the first full synchronisation. Does nothing a person could not do by page or command line.
 */
import { ASPERION_CONNECTOR } from '../model/licence.ts';
import type { RunningService } from '../server/serve.ts';
import type { Account } from '../store/accounts.ts';
import type { Run } from '../store/runs.ts';
import { createAccount } from '../usecases/accounts.ts';
import { confirmFirstExport } from '../usecases/confirm-first-export.ts';
import { beginAsperionConnection } from '../usecases/connect-asperion.ts';
import { connectOutSmart } from '../usecases/connect-outsmart.ts';
import type { Installation } from '../usecases/installation.ts';
import { licenceStateOf, orderLicence } from '../usecases/licences.ts';
import { saveSettings } from '../usecases/save-settings.ts';
import { demoCompany, demoPeople } from './demo-company.ts';
import { demoSettings } from './sandbox-processes.ts';
import { approveAsVisitor } from './visitor.ts';

const STARTED_BY = 'demo';

/** What the set-up tells while it goes. */
export interface DemoTeller {
  step(text: string): void;
  /** Called with the run's state as it changes. */
  progress(run: Run): void;
}

/** Sets up the demo company, from wherever an earlier attempt got to. Answers its account and the run it asked for. */
export async function setUpDemo(
  installation: Installation,
  service: RunningService,
  teller: DemoTeller,
): Promise<{ account: Account; run: Run }> {
  const { parts, config } = installation;
  const account = (await parts.store.accounts.find(demoCompany.name)) ?? (await createAccount(parts, demoCompany.name));
  const store = parts.store.forAccount(account.id);
  await ensureDemoPeople(installation, account);
  teller.step(`Voorbeeldbedrijf ${demoCompany.name} gemaakt, met mensen die u kunt zijn.`);
  if ((await licenceStateOf(store)) === 'none') await orderLicence(store, ASPERION_CONNECTOR, STARTED_BY);
  teller.step('Koppeling Asperion besteld; in de proefperiode kost die niets.');
  const outsmart = await connectOutSmart(parts, store, demoCompany.outsmartToken);
  const status = outsmart.workStatus ? `; werkbonstatus ${outsmart.workStatus.code} – ${outsmart.workStatus.name}` : '';
  teller.step(`Verbonden met OutSmart (token …${outsmart.tokenEnding})${status}.`);
  const begun = await beginAsperionConnection(parts, store, STARTED_BY);
  await approveAsVisitor(begun.url, parts.callbackUrl, demoCompany);
  teller.step('Verbonden met Asperion: aangemeld en toestemming gegeven.');
  const { saved } = await saveSettings(parts, store, await demoSettings(config.dataDir), {
    savedBy: STARTED_BY,
    basedOn: null,
    mayChangeAdministration: false,
  });
  teller.step(`Instellingen opgeslagen voor administratie ${saved.value.administrationId}.`);
  await confirmFirstExport(store, STARTED_BY, null);
  const asked = await service.queue.ask(account.id, 'full', 'person', STARTED_BY);
  return { account, run: await installation.watchRun(account.id, asked.id, teller.progress) };
}

/** Makes the people of the demo company who are not there yet. */
export async function ensureDemoPeople({ identity }: Installation, account: Account): Promise<void> {
  for (const { name, email, password, role } of demoPeople) {
    if (await identity.users.find(email)) continue;
    const isOperator = role === 'operator';
    await identity.users.create({
      name,
      email,
      password,
      isOperator,
      membership: isOperator ? null : { account, role },
    });
  }
}

/** True when the demo company did not get as far as its first full synchronisation. */
export async function isDemoUnfinished({ parts }: Installation): Promise<boolean> {
  const accounts = await parts.store.accounts.list();
  if (accounts.length === 0) return true;
  const demo = accounts.find(({ name }) => name === demoCompany.name);
  // It is the last step: whoever killed the program before it finds everything done again, and nothing twice.
  return demo !== undefined && (await parts.store.forAccount(demo.id).runs.list(1)).length === 0;
}
