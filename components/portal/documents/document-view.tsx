import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { DocumentContent, DocumentGroup } from "@/lib/domain/issued-document";

/** All that a document says, in the order of its paper. */
export function DocumentView({ content }: { content: DocumentContent }) {
  const { title, issuer, statement, facts, table, remarks } = content;
  return (
    <Card title={title} titleId="le-document">
      <p className="font-semibold">{issuer.name}</p>
      {issuer.lines.map((line) => (
        <p key={line} className="text-muted text-sm">
          {line}
        </p>
      ))}
      <p className="measure mt-4 mb-3">{statement}</p>
      <DescriptionList items={facts.map(([term, detail]) => ({ term, detail }))} />
      {table?.groups.map((group) => (
        <Group key={group.name} group={group} />
      ))}
      {remarks.map((remark) => (
        <p key={remark} className="measure mt-4">
          {remark}
        </p>
      ))}
    </Card>
  );
}

function Group({ group }: { group: DocumentGroup }) {
  return (
    <div className="mt-5">
      <h3>{group.name}</h3>
      <ul className="divide-line divide-y">
        {group.rows.map(({ name, remarks, value }) => (
          <li
            key={`${name} ${value}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2"
          >
            <span className="min-w-0">
              {name}
              {remarks.map((remark) => (
                <span key={remark} className="text-muted block text-sm">
                  {remark}
                </span>
              ))}
            </span>
            {value ? <strong>{value}</strong> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
