"use client";

import type { ChangeEvent, ReactNode } from "react";
import { sizeInWords } from "@/components/portal/supporting-documents/words";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Fieldset } from "@/components/ui/fieldset";
import { Icon } from "@/components/ui/icon";
import { plural } from "@/lib/domain/day-words";
import { mostFiles } from "@/lib/domain/supporting-document";

const accepted = "application/pdf,image/jpeg,image/png,image/webp";
const ringed = "has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 outline-focus";

interface Props {
  readonly files: readonly File[];
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (index: number) => void;
  readonly largestFile: number;
  readonly error: string | undefined;
  /** False without JavaScript: the browser's own controls then say what was chosen. */
  readonly isAlive: boolean;
}

/** Files by the camera or from the device, listed with a way to take each back. */
export function FilesField({ files, onAdd, onRemove, largestFile, error, isAlive }: Props) {
  function add(event: ChangeEvent<HTMLInputElement>) {
    if (!isAlive) return;
    onAdd([...(event.currentTarget.files ?? [])]);
    // The same file may be chosen again after it was taken back.
    event.currentTarget.value = "";
  }
  const inputClass = isAlive ? "sr-only" : "control mt-1.5";
  const field = { type: "file", name: "files[]", onChange: add, className: inputClass } as const;
  return (
    <Fieldset
      name="fichiers"
      legend="Vos fichiers"
      hint={`Le document entier et lisible, en photo ou en PDF. ${mostFiles}\u00a0fichiers au plus, de ${sizeInWords(largestFile)} chacun.`}
      error={error}
    >
      <div className="mt-2 flex flex-wrap gap-3">
        {/* Only where a finger points: elsewhere it would open the same choice twice. */}
        <div className="hidden w-full sm:w-auto pointer-coarse:block">
          <Picker isAlive={isAlive} icon="camera">
            Prendre une photo
            <input {...field} accept="image/*" capture="environment" />
          </Picker>
        </div>
        <Picker isAlive={isAlive} icon="document">
          Choisir des fichiers
          <input {...field} accept={accepted} multiple />
        </Picker>
      </div>
      <p role="status" className="sr-only">
        {files.length > 0 && plural(files.length, "fichier choisi", "fichiers choisis")}
      </p>
      {files.length > 0 && (
        <ul className="divide-line mt-3 divide-y" aria-label="Fichiers choisis">
          {files.map((file, index) => (
            <li
              // Two files may have one name; a file taken back redraws those that follow.
              key={`${index}-${file.name}`}
              className="flex flex-wrap items-center justify-between gap-x-3 py-1"
            >
              <span className="min-w-0 break-words">
                {file.name}
                <span className="text-muted">{` (${sizeInWords(file.size)})`}</span>
              </span>
              <Button variant="quiet" icon="cross" onClick={() => onRemove(index)}>
                Retirer <span className="sr-only">{file.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Fieldset>
  );
}

/** A label that looks like a button, around its control. */
function Picker({
  isAlive,
  icon,
  children,
}: {
  isAlive: boolean;
  icon: "camera" | "document";
  children: ReactNode;
}) {
  if (!isAlive) return <label className="block w-full font-semibold">{children}</label>;
  return (
    <label
      className={buttonClass(
        { variant: "secondary", wide: true },
        `relative cursor-pointer ${ringed}`,
      )}
    >
      <Icon name={icon} />
      {children}
    </label>
  );
}
