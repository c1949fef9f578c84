// For `node --import`: lets a benchmark load the server's modules outside Next. Not under the
// `react-server` condition, which would take away the part of React that next/navigation needs.
import { register } from "node:module";

const resolver = `export async function resolve(specifier, context, next) {
  return specifier === "server-only"
    ? { url: "data:text/javascript,", shortCircuit: true }
    : next(specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(resolver)}`);
