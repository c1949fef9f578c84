import { plural } from "@/lib/domain/day-words";
import { Card } from "@/components/ui/card";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon, type IconName } from "@/components/ui/icon";

/** A démarche on the home page: what it is, how long it takes, and its verb. */
export function DemarcheCard({
  href,
  title,
  summary,
  verb,
  minutes,
  icon,
}: {
  href: string;
  title: string;
  summary: string;
  verb: string;
  minutes: number;
  icon: string;
}) {
  const titleId = `demarche-${href.replaceAll("/", "-")}`;
  return (
    <Card
      level={3}
      title={
        <>
          <Icon name={icon as IconName} className="text-brand mr-2 size-[1.2em] align-[-0.2em]" />
          {title}
        </>
      }
      titleId={titleId}
    >
      <p className="measure">{summary}</p>
      <p className="text-muted mb-4 text-sm">{`Environ ${plural(minutes, "minute", "minutes")}`}</p>
      <ButtonLink href={href} wide>
        {verb}
      </ButtonLink>
    </Card>
  );
}
