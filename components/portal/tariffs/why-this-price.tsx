import { Disclosure } from "@/components/ui/disclosure";
import { formatCents } from "@/lib/domain/money";
import type { Price } from "@/lib/domain/tariff/price";

/** « Pourquoi ce prix ? » : the explanation that came with the price. Its amounts add up to it. */
export function WhyThisPrice({
  price,
  about,
  plain = false,
}: {
  price: Price;
  about: string;
  /** Without a frame: one of many in a list. */
  plain?: boolean;
}) {
  return (
    <Disclosure
      plain={plain}
      summary={
        <>
          Pourquoi ce prix&nbsp;?<span className="sr-only">{` ${about}`}</span>
        </>
      }
    >
      <PriceLines price={price} />
    </Disclosure>
  );
}

function PriceLines({ price }: { price: Price }) {
  return (
    <ul className="grid gap-1 text-sm">
      {price.lines.map(({ label, amount }) => (
        <li key={label} className="flex flex-wrap justify-between gap-x-4">
          <span>{label}</span>
          {amount === null ? null : (
            <span className="whitespace-nowrap tabular-nums">{formatCents(amount)}</span>
          )}
        </li>
      ))}
      <li className="border-line flex flex-wrap justify-between gap-x-4 border-t pt-1 font-semibold">
        <span>Prix</span>
        <span className="whitespace-nowrap tabular-nums">{formatCents(price.amount)}</span>
      </li>
    </ul>
  );
}
