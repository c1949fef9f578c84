import type { Refused } from "@/lib/action/write";

/** What became of a sending; "cut": the network, nobody knows more. */
export type Sent =
  | { readonly kind: "filed"; readonly number: number }
  | { readonly kind: "refused"; readonly refused: Refused }
  | { readonly kind: "too-large" }
  | { readonly kind: "cut" };

/** Sends the form and tells how much of it has left, in hundredths: `fetch` cannot say that. */
export function sendForm(
  address: string,
  form: FormData,
  onProgress: (percent: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const cut = () => resolve({ kind: "cut" });
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(Math.floor((loaded / total) * 100));
    };
    request.onload = () => resolve(answerOf(request.status, request.responseText));
    request.onerror = cut;
    request.onabort = cut;
    request.ontimeout = cut;
    request.send(form);
  });
}

/** What stands before the portal may answer for it, and not in JSON: a host that takes less. */
function answerOf(status: number, text: string): Sent {
  const answer = parsed(text);
  if (answer === null) return status === 413 ? { kind: "too-large" } : { kind: "cut" };
  return answer.ok
    ? { kind: "filed", number: answer.value.number }
    : { kind: "refused", refused: answer };
}

function parsed(text: string): { ok: true; value: { number: number } } | Refused | null {
  try {
    return JSON.parse(text) as { ok: true; value: { number: number } } | Refused;
  } catch {
    return null;
  }
}
