"use client";

import { useRef, useState } from "react";
import { sendForm, type Sent } from "./send-form";

/** One sending at a time, and how much of it has left: null where nothing is being sent. */
export function useUpload(): {
  percent: number | null;
  upload: (form: FormData) => Promise<Sent | null>;
} {
  const [percent, setPercent] = useState<number | null>(null);
  const isSending = useRef(false);
  return {
    percent,
    async upload(form) {
      if (isSending.current) return null;
      isSending.current = true;
      setPercent(0);
      const sent = await sendForm("/famille/justificatifs/envoi", form, setPercent);
      isSending.current = false;
      setPercent(null);
      return sent;
    },
  };
}
