import "server-only";

/** A phone between two antennas is silent for a few seconds; who is silent for longer has gone. */
const silenceMs = 20_000;

const blockBytes = 65_536;

/**
 * A body in blocks of 64 kB, of so many bytes at most. Somebody may send it one byte at a time: each would
 * be an object of its own, and a form of 50 MB five thousand million bytes of memory. Whoever sends nothing
 * for 20 s is left.
 */
export function inBlocks(body: ReadableStream<Uint8Array> | null, mostBytes: number) {
  const reader = body?.getReader();
  let bytes = 0;
  let isTooLarge = false;
  let isSilent = false;
  const silence = setTimeout(() => {
    isSilent = true;
    void reader?.cancel().catch(() => undefined);
  }, silenceMs);
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        let block = new Uint8Array(blockBytes);
        let filled = 0;
        // A block is passed on when it is full, whatever the pieces that it came in.
        while (filled < blockBytes) {
          const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
          silence.refresh();
          if (isSilent) throw new Error("Nothing came");
          if (done || value === undefined) {
            if (filled > 0) controller.enqueue(block.subarray(0, filled));
            controller.close();
            return;
          }
          bytes += value.byteLength;
          if (bytes > mostBytes) {
            isTooLarge = true;
            throw new Error("The body is too large");
          }
          if (filled + value.byteLength > block.byteLength) {
            const wider = new Uint8Array(filled + value.byteLength);
            wider.set(block.subarray(0, filled));
            block = wider;
          }
          block.set(value, filled);
          filled += value.byteLength;
        }
        controller.enqueue(filled === block.byteLength ? block : block.subarray(0, filled));
      },
    },
    { highWaterMark: 0 },
  );
  return {
    stream,
    isTooLarge: () => isTooLarge,
    /** Lets go of what was not read. */
    end: async () => {
      clearTimeout(silence);
      await reader?.cancel().catch(() => undefined);
    },
  };
}
