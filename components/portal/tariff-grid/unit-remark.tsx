import type { PricedUnit } from "@/lib/domain/tariff/version";

/** When an agents' unit is priced, in small below its name. */
export function UnitRemark({ unit, units }: { unit: PricedUnit; units: readonly PricedUnit[] }) {
  const remark = unitRemark(unit, units);
  return remark ? <span className="text-muted block text-sm font-normal">{remark}</span> : null;
}

export function unitRemark(unit: PricedUnit, units: readonly PricedUnit[]): string | null {
  if (unit.chargedOnce) return "une fois par inscription";
  const late = units.find(({ lateUnitId }) => lateUnitId === unit.id);
  if (late) return `hors délai, à la place de «\u00a0${late.label}\u00a0»`;
  const pai = units.find(({ paiUnitId }) => paiUnitId === unit.id);
  return pai ? `enfants en PAI, à la place de «\u00a0${pai.label}\u00a0»` : null;
}
