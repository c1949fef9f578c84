import { Loading } from "@/components/ui/loading";

export default function CalendarLoading() {
  return <Loading label="Le calendrier arrive…" />;
}
