/** The work orders of a history, as the office of the company types them in. */
import type { SeededRandom } from '#sandbox/demo/seeded-random.ts';
import type { World } from './world.ts';

/** Puts `count` complete work orders on offer. Answers the ids of those that can never go, as they name no debtor. */
export function putOnOffer(world: World, count: number, random: SeededRandom, firstNumber: number): string[] {
  const orders = Array.from({ length: count }, (_, index) => anOrder(`W${firstNumber + index}`, random));
  const ids = world.outsmart.control.seed(world.outsmartToken, { workOrders: orders });
  return ids.filter((_, index) => orders[index]?.CustomerDebtorNr === '');
}

function anOrder(number: string, random: SeededRandom) {
  return {
    OrderNr: number,
    status: 'Compleet',
    WorkStatus: '1',
    Archived: '0',
    ...aCustomer(number, random),
    Materials: [aMaterial(random)],
    Workperiods: random.chance(50) ? [PERIOD] : [],
  };
}

const PERIOD = {
  TotalTime: '02:10',
  HourType: '001',
  WorkDate: '11-02-2026',
  BeginTime: '08:10',
  EndTime: '10:20',
  Break: '0',
};

function aCustomer(number: string, random: SeededRandom) {
  const kind = random.whole(0, 9);
  if (kind === 0) return { CustomerName: 'Onbekend', CustomerDebtorNr: '', CustomerDebtorNrInvoice: '' };
  // A few numbers, so that several work orders need the same new debtor.
  if (kind < 5) {
    return {
      CustomerName: `Nieuwe klant ${number}`,
      CustomerDebtorNr: `30${random.whole(0, 3)}`,
      CustomerDebtorNrInvoice: '',
    };
  }
  return { CustomerName: 'Bakkerij Blom', CustomerDebtorNr: '10042', CustomerDebtorNrInvoice: '10042' };
}

function aMaterial(random: SeededRandom) {
  const isNew = random.chance(35);
  return {
    MaterialCode: isNew ? `N${random.whole(0, 3)}` : 'KT-15',
    MaterialName: isNew ? 'Nieuw materiaal' : 'Knelkoppeling 15 mm',
    MaterialNr: String(random.whole(1, 9)),
    MaterialUnit: 'st',
    MaterialPrice: '12.50',
  };
}
