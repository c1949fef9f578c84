import { PageNotFound } from "@/components/portal/chrome/page-not-found";

/**
 * Only for a page that stands in no folder with a frame. It draws no frame of its own: the framework
 * sends this file along with every page (ADR 0025).
 */
export default function NotFound() {
  return <PageNotFound />;
}
