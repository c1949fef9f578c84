import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** What it is made to say wrongly. */
interface Wrong {
  readonly origin?: string;
  readonly rpId?: string;
  /** It did not ask for the face, the finger or the code. */
  readonly unverified?: boolean;
}

/** A device with a passkey (ES256, no attestation), as far as a server sees one: WebAuthn level 2, 6.1. */
export class Authenticator {
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #id = randomBytes(16);
  #handle = "";
  /** Zero stays zero, as with passkeys that are synchronized. */
  counter = 0;

  #data({ rpId = "localhost", unverified = false }: Wrong, more: Uint8Array): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = 0x01 | (unverified ? 0 : 0x04) | (more.length > 0 ? 0x40 : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, more]);
  }

  #client(type: string, challenge: string, { origin = "http://localhost:3000" }: Wrong): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  make(
    options: PublicKeyCredentialCreationOptionsJSON,
    wrong: Wrong = {},
  ): RegistrationResponseJSON {
    this.#handle = options.user.id;
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const key = Buffer.concat([
      Buffer.from("a5010203262001215820", "hex"),
      Buffer.from(x, "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(y, "base64url"),
    ]);
    const length = Buffer.from([0, this.#id.length]);
    const data = this.#data(wrong, Buffer.concat([Buffer.alloc(16), length, this.#id, key]));
    const attestation = Buffer.concat([
      Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex"),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return {
      id: url(this.#id),
      rawId: url(this.#id),
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: url(this.#client("webauthn.create", options.challenge, wrong)),
        attestationObject: url(attestation),
        transports: ["internal"],
      },
    };
  }

  sign(
    { challenge }: PublicKeyCredentialRequestOptionsJSON,
    wrong: Wrong = {},
  ): AuthenticationResponseJSON {
    const data = this.#data(wrong, new Uint8Array());
    const client = this.#client("webauthn.get", challenge, wrong);
    const signature = sign("sha256", Buffer.concat([data, sha256(client)]), this.#keys.privateKey);
    return {
      id: url(this.#id),
      rawId: url(this.#id),
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: url(client),
        authenticatorData: url(data),
        signature: url(signature),
        userHandle: this.#handle,
      },
    };
  }
}
