/** The holder of an account, who is told what happened to it. */
export interface AccountRecipient {
  readonly to: string;
  readonly firstName: string;
  /** Who signs. */
  readonly town: string;
  /** Where an answer goes. */
  readonly department: string;
}
