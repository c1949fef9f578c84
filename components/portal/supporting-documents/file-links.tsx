import { Icon } from "@/components/ui/icon";
import { sizeInWords } from "./words";

/** The files of a document, each to open. `folder`: the address under which this reader finds them. */
export function FileLinks({
  files,
  folder,
}: {
  files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  folder: string;
}) {
  return (
    <ul>
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <a
            href={`${folder}/${id}`}
            target="_blank"
            rel="noreferrer"
            className="text-link min-h-target inline-flex max-w-full items-center gap-2"
          >
            <Icon name="document" />
            <span className="min-w-0 break-words">
              {name}
              <span className="text-muted">{` (${sizeInWords(bytes)})`}</span>
              <span className="sr-only"> – nouvel onglet</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
