"use client";

import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";
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
  const pickers = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const removed = useRef<number | null>(null);

  function add(input: HTMLInputElement) {
    if (!isAlive || !input.files?.length) return;
    onAdd([...input.files]);
    // The same file may be chosen again after it was taken back.
    input.value = "";
  }
  // What was chosen while the page was still coming is in the browser's own controls.
  const addWhatWasChosen = useEffectEvent(() => controlsIn(pickers.current).forEach(add));
  useEffect(() => {
    if (isAlive) addWhatWasChosen();
  }, [isAlive]);

  // The button that had the focus is gone: to the file that took its place, else to the choice.
  useEffect(() => {
    if (removed.current === null) return;
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = buttons[Math.min(removed.current, buttons.length - 1)];
    removed.current = null;
    (next ?? controlsIn(pickers.current).at(-1))?.focus();
  }, [files]);

  function remove(index: number) {
    removed.current = index;
    onRemove(index);
  }

  const field = {
    type: "file",
    name: "files[]",
    onChange: (event: { currentTarget: HTMLInputElement }) => add(event.currentTarget),
    className: isAlive ? "sr-only" : "control mt-1.5",
  } as const;
  return (
    <Fieldset
      name="fichiers"
      legend="Vos fichiers"
      hint={`Le document entier et lisible, en photo ou en PDF. ${mostFiles}\u00a0fichiers au plus, de ${sizeInWords(largestFile)} chacun.`}
      error={error}
    >
      <div ref={pickers} className="mt-2 flex flex-wrap gap-3">
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
        <ul ref={list} className="divide-line mt-3 divide-y" aria-label="Fichiers choisis">
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
              <Button variant="quiet" icon="cross" onClick={() => remove(index)}>
                Retirer <span className="sr-only">{file.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Fieldset>
  );
}

const controlsIn = (place: HTMLElement | null) => [
  ...(place?.querySelectorAll<HTMLInputElement>("input[type=file]") ?? []),
];

/** A label around its control; it looks like a button once it is one. The control stays the same element. */
function Picker({
  isAlive,
  icon,
  children,
}: {
  isAlive: boolean;
  icon: "camera" | "document";
  children: ReactNode;
}) {
  const button = buttonClass(
    { variant: "secondary", wide: true },
    `relative cursor-pointer ${ringed}`,
  );
  return (
    <label className={isAlive ? button : "block w-full font-semibold"}>
      {isAlive && <Icon name={icon} />}
      {children}
    </label>
  );
}
