/**
 * The commands `licence list`, `licence order`, `licence cancel` and `licence resume`: the licence manager of the page.
 */
import { decimalText } from '../../kernel/decimal.ts';
import type { AccountStore } from '../../store/store.ts';
import {
  type ConnectorOnOffer,
  cancelLicence,
  orderLicence,
  readLicences,
  resumeLicence,
} from '../../usecases/licences.ts';
import { licenceSentence } from '../../usecases/sentences-licences.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chooseAccount, type Session } from '../session.ts';

export async function listLicences(session: Session, accountName: string | undefined): Promise<ExitCode> {
  const { store, named } = await chooseAccount(session, accountName);
  const { connectors, trialUntil } = await readLicences(session.parts, store);
  if (session.isJson) {
    session.terminal.printJson({ account: named, trialUntil, connectors: connectors.map(documentOf) }, 'indented');
    return EXIT.done;
  }
  for (const onOffer of connectors) session.terminal.print(licenceSentence(onOffer));
  return EXIT.done;
}

const CHANGES = { order: orderLicence, cancel: cancelLicence, resume: resumeLicence };

/** Orders, cancels or resumes, and tells how it stands then. */
export async function changeLicence(
  session: Session,
  change: keyof typeof CHANGES,
  { name, connector }: { readonly name: string | undefined; readonly connector: string },
): Promise<ExitCode> {
  const { store, named } = await chooseAccount(session, name);
  await CHANGES[change](store, connector, session.person);
  const onOffer = await licenceOf(session, store, connector);
  if (session.isJson) session.terminal.printJson({ account: named, ...documentOf(onOffer) }, 'indented');
  else session.terminal.print(licenceSentence(onOffer));
  return EXIT.done;
}

/** How one connector stands that is known to exist. */
export async function licenceOf(
  { parts }: Pick<Session, 'parts'>,
  store: AccountStore,
  connector: string,
): Promise<ConnectorOnOffer> {
  const found = (await readLicences(parts, store)).connectors.find((one) => one.connector.name === connector);
  if (!found) throw new Error(`there is no connector ${connector}`);
  return found;
}

/** For programs: amounts as text, days as `YYYY-MM-DD`. */
function documentOf({ connector, price, offer, licence }: ConnectorOnOffer) {
  return {
    connector: connector.name,
    name: connector.title,
    once: decimalText(connector.once),
    perYear: decimalText(connector.perYear),
    vatPercentage: decimalText(connector.vatPercentage),
    perYearWithVat: decimalText(price.perYearWithVat),
    offer: { ...offer, firstInvoice: decimalText(offer.firstInvoice) },
    licence:
      licence === null
        ? null
        : {
            state: licence.state,
            orderedBy: licence.orderedBy,
            orderedAt: licence.orderedAt,
            paidFrom: licence.paidFrom,
            runsUntil: licence.runsUntil,
            cancelledBy: licence.cancelledBy,
            cancelledAt: licence.cancelledAt,
          },
  };
}
