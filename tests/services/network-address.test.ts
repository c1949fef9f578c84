import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { networkAddress } from "@/lib/auth/network-address";
import { believeSocketsOnly } from "@/lib/auth/socket-address";

test.each([
  // No front server: the socket's, which stands alone (socket-address.ts).
  ["203.0.113.7", 0, "203.0.113.7"],
  ["1.2.3.4, 203.0.113.7", 1, "203.0.113.7"],
  ["1.2.3.4, 203.0.113.7, 10.0.0.1", 2, "203.0.113.7"],
  ["1.2.3.4", 2, "unknown"],
  ["forged", 1, "unknown"],
  [null, 1, "unknown"],
  ["203.0.113.7:4711", 1, "203.0.113.7"],
  ["::ffff:203.0.113.7", 0, "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"],
  ["[2001:0db8:1:2::9]:443", 1, "2001:db8:1:2::/64"],
  ["2001:db8::1", 1, "2001:db8:0:0::/64"],
  ["::1", 0, "0:0:0:0::/64"],
])("X-Forwarded-For %j behind %i front servers: %s", (header, proxies, expected) => {
  expect(networkAddress(header, proxies)).toBe(expected);
});

test("without a front server, what a visitor sends as its address is not believed", async () => {
  believeSocketsOnly();
  const server = createServer((request, response) =>
    response.end(request.headers["x-forwarded-for"]),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { "x-forwarded-for": "1.2.3.4" },
  });
  expect(await answer.text()).toBe("127.0.0.1");
  await new Promise((resolve) => server.close(resolve));
});
