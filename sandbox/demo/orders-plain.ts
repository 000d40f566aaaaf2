// The ordinary work orders: jobs of every week at customers that Asperion knows, most of them recent, some forgotten
// for months. Each becomes a draft invoice; what it should come to follows from the job as written.

import { draftOf, used, worked } from './order-lines.ts';
import type { OrderSpec } from './order-spec.ts';
import { demoParties, type Party } from './parties.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { type Job, type JobHours, jobs } from './words/jobs.ts';

const RECENT_WORKDAYS_AGO = [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 8, 9, 10, 11, 13, 14, 16, 18, 20];
const OLD_WORKDAYS_AGO = [44, 66, 88, 105, 131, 205];

/** The recent ones have the kind `plain`, those of months ago `old`. */
export function plainOrders(): OrderSpec[] {
  const random = seededRandom('plain orders');
  const customers = demoParties().filter((party) => !party.isBlocked && party.country === 'NL' && party.zip !== '');
  const order = (kind: string, workdaysAgo: number, index: number): OrderSpec =>
    plainOrder(kind, workdaysAgo, jobAt(index), random.pick(customers), random);
  return [
    ...RECENT_WORKDAYS_AGO.map((workdaysAgo, index) => order('plain', workdaysAgo, index)),
    ...OLD_WORKDAYS_AGO.map((workdaysAgo, index) => order('old', workdaysAgo, index * 3)),
  ];
}

function plainOrder(kind: string, workdaysAgo: number, job: Job, party: Party, random: SeededRandom): OrderSpec {
  const materials = job.materials.map(([code, quantity]) => used(code, quantity));
  const periods = job.hours.map((hours) => periodOf(hours));
  const reference = random.chance(35) ? `PO-${random.digits(5)}` : '';
  return {
    kind,
    workdaysAgo,
    party,
    invoiceParty: random.chance(60) ? party : null,
    employeeNr: random.pick(['11', '12', '14', '15']),
    typeOfWork: job.typeOfWork,
    short: job.short,
    description: job.description,
    materials,
    periods,
    wire: { Reference: reference },
    expected: {
      outcome: 'ready',
      debtor: party.number,
      reference: reference === '' ? null : reference,
      ...draftOf(materials, periods),
    },
  };
}

/** Travel comes first in the morning, work from a quarter past eight, long days with half an hour's break. */
function periodOf({ hourType, minutes, remark }: JobHours): OrderSpec['periods'][number] {
  const begin = hourType === 'REIS' ? '07:20' : '08:15';
  return worked(hourType, begin, minutes, { remark, breakMinutes: minutes > 300 ? 30 : 0 });
}

function jobAt(index: number): Job {
  const job = jobs[index % jobs.length];
  if (!job) throw new Error('The demo has no jobs.');
  return job;
}
