import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/commit";
import { day, maxDay, minDay } from "@/lib/domain/day";
import type { ReservationState } from "@/lib/domain/booking/context";
import {
  type LineChange,
  type LineState,
  type ServiceRequestState,
  stateOfLines,
} from "@/lib/domain/service-request";
import type { ServiceRequest } from "@/lib/generated/prisma/client";
import { someReservations } from "./reservation";
import { insertRequests, type RequestRow } from "./service-request-rows";

export interface LineSpec {
  unit: { id: number };
  day: string;
  change?: LineChange;
  state?: LineState;
}

export interface RequestSpec {
  family: { id: number };
  inscription: { id: number; childId: number; groupId: number };
  lines: readonly LineSpec[];
  /** Who sent it; the first guardian of the family who has an account unless told. */
  account?: { id: string };
  submissionId?: string;
  number?: number;
  createdAt?: string;
  /** False: the lines are written without the reservations that go with them. */
  reserve?: boolean;
}

/**
 * A request with its submission, lines and timeline, and the reservations that its lines mean:
 * pending additions unless told otherwise. Its number is the counter's next one.
 */
export async function aRequest(db: Tx, spec: RequestSpec): Promise<ServiceRequest> {
  const row = await completed(db, spec);
  await someRequests(db, [row]);
  if (spec.reserve ?? true) await reserveLines(db, row);
  return db.serviceRequest.findUniqueOrThrow({ where: { id: row.id } });
}

/** Many requests, all given: four statements. The counter is not moved. */
export async function someRequests(db: Tx, rows: readonly RequestRow[]): Promise<void> {
  await insertRequests(
    db,
    "reservations",
    rows.map((row) => ({ ...row, ...spanOf(row), state: stateOf(row) })),
  );
}

/** The last number given becomes `last`. */
export async function setRequestCounter(db: Tx, last: number): Promise<void> {
  await db.requestCounter.upsert({ where: { id: 1 }, create: { last }, update: { last } });
}

async function completed(db: Tx, spec: RequestSpec): Promise<RequestRow> {
  const { family, inscription } = spec;
  const createdAt = spec.createdAt ?? "2025-07-01T08:00:00.000Z";
  const guardian = await db.guardian.findFirstOrThrow({
    where: {
      familyId: family.id,
      ...(spec.account ? { accountId: spec.account.id } : { accountId: { not: null } }),
    },
    orderBy: { id: "asc" },
  });
  const group = await db.group.findUniqueOrThrow({ where: { id: inscription.groupId } });
  const lines = spec.lines.map(({ unit, ...line }) => ({
    unitId: unit.id,
    change: "add" as const,
    state: "pending" as const,
    ...line,
  }));
  const accountId = spec.account?.id ?? guardian.accountId ?? "";
  const state = stateOfLines(lines.map((line) => line.state));
  return {
    id: randomUUID(),
    number: spec.number ?? (await takeNumber(db)),
    submissionId: spec.submissionId ?? randomUUID(),
    accountId,
    familyId: family.id,
    childId: inscription.childId,
    inscriptionId: inscription.id,
    activityId: group.activityId,
    createdAt,
    decidedAt: state === "pending" ? null : createdAt,
    lines,
    events: [
      {
        at: createdAt,
        kind: "submitted",
        actorName: `${guardian.firstName} ${guardian.lastName}`,
        accountId,
      },
      ...(state === "pending" ? [] : [{ at: createdAt, kind: state }]),
    ],
  };
}

async function takeNumber(db: Tx): Promise<number> {
  const counter = await db.requestCounter.upsert({
    where: { id: 1 },
    create: { last: 1 },
    update: { last: { increment: 1 } },
  });
  return counter.last;
}

async function reserveLines(db: Tx, row: RequestRow): Promise<void> {
  const reservations = row.lines.flatMap((line) => {
    const state = reservationOf(line);
    if (!state) return [];
    return [
      {
        inscription: { id: row.inscriptionId },
        unit: { id: line.unitId },
        day: line.day,
        family: { id: row.familyId },
        state,
      },
    ];
  });
  await someReservations(db, reservations);
}

const reservationAfter: Record<LineChange, Record<LineState, ReservationState | null>> = {
  add: { pending: "pending", accepted: "reserved", refused: null, withdrawn: null, dropped: null },
  remove: {
    pending: "removalPending",
    accepted: null,
    refused: "reserved",
    withdrawn: "reserved",
    dropped: null,
  },
};

/** The reservation that stands where a line of that change and state was written, or null. */
export function reservationOf(line: {
  change: LineChange;
  state: LineState;
}): ReservationState | null {
  return reservationAfter[line.change][line.state];
}

function spanOf({ lines }: RequestRow) {
  const days = lines.map((line) => day(line.day));
  const additions = lines.filter(({ change }) => change === "add").length;
  return {
    firstDay: days.reduce(minDay),
    lastDay: days.reduce(maxDay),
    additions,
    removals: lines.length - additions,
  };
}

function stateOf({ lines }: RequestRow): ServiceRequestState {
  return stateOfLines(lines.map(({ state }) => state));
}
