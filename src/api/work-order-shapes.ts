/**
 * Shapes of work orders as they stand in JSON: a row, its page beside the invoice, causes, and the overview.
 */
import { z } from 'zod';
import { run } from './run-shapes.ts';
import { amount, count, isoDate, isoMoment, tally } from './shapes.ts';

/** As the page groups them; sending counts as ready, acknowledged as invoiced, misplaced as uncertain. */
export const place = z.enum(['ready', 'waiting', 'uncertain', 'invoiced', 'skipped']);

/** What makes one or many work orders wait, and what frees them all. */
export const cause = z
  .object({
    /** Names the cause in other routes: `materiaal-onbekend:4711`. */
    causeId: z.string(),
    reason: z.string(),
    /** Debtor number, article code or hour type as people know it; empty when the cause is none of these. */
    code: z.string(),
    name: z.string(),
    /** Bold line: "Artikel 4711 bestaat niet in Asperion." */
    title: z.string(),
    /** What to do about it. */
    text: z.string(),
    tally,
    /** In the order to offer them; the first is the main one. */
    repairs: z.array(
      z.enum([
        'create-debtor',
        'link-debtor',
        'create-article',
        'link-article',
        'choose-hour-type',
        'choose-sales-type',
        'choose-vat',
        'open-in-outsmart',
        'open-in-asperion',
        'make-again',
        'skip',
        'retry',
      ]),
    ),
    /** Where the record is in Asperion; null when it has no page there. */
    asperionUrl: z.string().nullable(),
  })
  .meta({ id: 'Cause' });

export const workOrderRow = z
  .object({
    rowId: z.string(),
    orderNumber: z.string(),
    customerName: z.string(),
    debtorNumber: z.string(),
    workDate: isoDate.nullable(),
    amount,
    place,
    /** `sending`, `acknowledged`, … for who wants it exactly. */
    state: z.string(),
    stateSince: isoMoment,
    causes: z.array(z.object({ causeId: z.string(), title: z.string() })),
    /** Draft or final invoice in Asperion. */
    invoiceId: z.string().nullable(),
    invoiceNumber: z.string().nullable(),
    /** Where that invoice is in Asperion; null when there is none or it has no page there. */
    invoiceUrl: z.string().nullable().optional(),
    /** How far the invoice has come in Asperion; null without one, and before it was looked at. */
    invoiceStage: z.enum(['draft', 'final', 'paid']).nullable(),
    decidedBy: z.string().nullable(),
    /** When an uncertain one is looked up again. */
    looksAgainAt: isoMoment.nullable(),
  })
  .meta({ id: 'WorkOrderRow' });

/** One value and where it comes from, both for people. */
const traced = z.object({ value: z.string(), origin: z.string() });

/** One line of the invoice as it is or would be; its tag also stands at the line of the work order that it comes from. */
const invoiceLine = z.object({
  tag: z.string(),
  kind: z.enum(['text', 'article', 'salestype', 'held', 'left-out']),
  text: traced,
  /** Under the text: "Artikel 4502", "Artikel 4711 ontbreekt", "Niet op de factuur: het aantal is 0". */
  note: z.string(),
  code: traced.nullable(),
  quantity: traced.nullable(),
  unit: traced.nullable(),
  unitPrice: traced.nullable(),
  vat: traced.nullable(),
  total: amount.nullable(),
});

/** An uncertain work order: what was asked and when, what was looked for, when is looked again, and what a person can say. */
const uncertainQuestion = z
  .object({
    rowId: z.string(),
    /** Bold line: "Werkbon 2026-1179: nog niet zeker of het concept er is." */
    title: z.string(),
    /** What was asked, what was looked for, and when is looked again, in at most three sentences. */
    text: z.string(),
    askedAt: isoMoment,
    looksAgainAt: isoMoment.nullable(),
    /** Looking it up could not tell: the two buttons may be pressed. */
    isForPerson: z.boolean(),
    /** Where to look in Asperion: the draft that may be it, or else the debtor; null when it has no page there. */
    asperionUrl: z.string().nullable(),
  })
  .meta({ id: 'UncertainQuestion' });

/** A work order that was changed after its invoice was made. */
const changedOrder = z
  .object({
    rowId: z.string(),
    orderNumber: z.string(),
    /** Bold line: "Werkbon 2026-1160 is gewijzigd nadat het concept was gemaakt." */
    title: z.string(),
    /** "Expansievat 18 liter: 1 werd 2. Het concept in Asperion is nog het oude." */
    text: z.string(),
    /** Label, before and after, of each difference that says something to people. */
    differences: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    asperionUrl: z.string().nullable(),
  })
  .meta({ id: 'ChangedOrder' });

export const workOrderDetail = z
  .object({
    row: workOrderRow.nullable(),
    rowId: z.string(),
    orderNumber: z.string(),
    /** `live`: both systems were asked just now. `stored`: as it was when the draft was made. */
    shown: z.enum(['live', 'stored']),
    /** Why it would not go, apart from findings: another status, archived. */
    notQualifying: z.string().nullable(),
    causes: z.array(cause),
    notices: z.array(z.string()),
    workOrder: z.object({
      outsmartUrl: z.string().nullable(),
      /** Label and value: relation, reference, type of work, status … */
      fields: z.array(z.object({ label: z.string(), value: z.string() })),
      materials: z.array(
        z.object({ tag: z.string(), name: z.string(), code: z.string(), quantity: z.string(), price: z.string() }),
      ),
      periods: z.array(z.object({ tag: z.string(), name: z.string(), text: z.string(), time: z.string() })),
    }),
    /** What an uncertain one asks of a person; null when there is nothing to ask. */
    uncertain: uncertainQuestion.nullable(),
    /** How the work order differs from its invoice, until a person lets it be so; null when it does not. */
    changed: changedOrder.nullable(),
    invoice: z.object({
      state: z.enum(['not-yet', 'draft', 'final', 'paid', 'deleted', 'uncertain', 'none']),
      /** What Asperion says of it since it was made: "Aangepast in Asperion op 24 nov 2026: € 700,00."; empty when nothing. */
      note: z.string(),
      asperionUrl: z.string().nullable(),
      invoiceId: z.string().nullable(),
      invoiceNumber: z.string().nullable(),
      debtor: traced.nullable(),
      reference: traced.nullable(),
      date: traced.nullable(),
      description: traced.nullable(),
      lines: z.array(invoiceLine),
      total: amount,
      /** Per VAT code: name, base and VAT; empty when the code is not known. */
      vat: z.array(z.object({ name: z.string(), base: amount, vat: amount })),
      totalWithVat: amount.nullable(),
    }),
    /** What happened to it, oldest first. */
    history: z.array(z.object({ at: isoMoment, text: z.string() })),
  })
  .meta({ id: 'WorkOrderDetail' });

export const overview = z
  .object({
    companyName: z.string(),
    /** Steps until everything is set up, in order. All done: the list is not shown any more. */
    setUp: z.array(
      z.object({
        step: z.enum(['licence', 'outsmart', 'asperion', 'settings', 'first-export']),
        isDone: z.boolean(),
        /** "Besteld op 24 nov 2026", "Token eindigt op 7f3c". */
        note: z.string(),
      }),
    ),
    licence: z.enum(['none', 'trial', 'running', 'cancelled', 'ended']),
    outsmart: z.enum(['none', 'connected', 'refused']),
    asperion: z.enum(['none', 'connected', 'ended', 'disconnected']),
    /** Since when it is as it is. */
    asperionSince: isoMoment.nullable(),
    administrationName: z.string().nullable(),
    /** A stop that only a person lifts, in a sentence; null when there is none. */
    stopped: z.string().nullable(),
    /** Since when the operator suspended the company; null when it is not. */
    suspendedAt: isoMoment.nullable(),
    isExportOn: z.boolean(),
    lastExport: run.nullable(),
    nextExportAt: isoMoment.nullable(),
    activeRun: run.nullable(),
    causes: z.array(cause),
    /** What is being looked up, and what of it needs a person by now. */
    uncertain: z.array(workOrderRow),
    uncertainQuestions: z.array(uncertainQuestion),
    /** Work orders that were changed after their invoice, about which nobody decided. */
    changedOrders: z.array(changedOrder),
    /** By the month in which it was first seen complete: this one, and all before. The total is the sum of the places. */
    balance: z.object({
      month: z.string(),
      thisMonth: z.record(place, tally),
      thisMonthTotal: tally,
      earlier: z.record(place, tally),
      earlierTotal: tally,
    }),
    /** The last 30 days, one entry a day. */
    days: z.array(z.object({ day: isoDate, invoiced: count, waiting: count })),
    lastRuns: z.array(run),
  })
  .meta({ id: 'Overview' });
