import type { ReactNode } from "react";
import { Frame } from "@/app/frame";

/** Pages of the own account, parents’ and agents’. Each one asks for its proof itself. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>;
}
