import type { ReactNode } from "react";
import { Frame } from "@/app/frame";

/** Parents' pages. Each one asks for its proof itself: a layout is not drawn again at each step. */
export default function FamilyLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>;
}
