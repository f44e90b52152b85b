// A second reader of what docs/vault-format.md describes, with nothing but what a browser has (Web Crypto). It shares
// no code with the program.
// Argon2 isn't among that, so the stretched passphrase is taken from the vector.
//
//     node tests/adapters/vault/open_vectors.mjs docs/vault-format.vectors.json
//
// Opens every vector that opens and compares what is in it; refuses every other with the expected answer. Prints how
// many of each; ends with 1 at the first difference.

import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

const subtle = globalThis.crypto.subtle;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SIZES = [256, 1024, 4096, 16384, 65536];
const FLOOR = [2, 19456, 1];
const CEILING = [16, 1048576, 16];

class Refusal extends Error {
  constructor(answer, places) {
    super(answer);
    this.answer = answer;
    this.places = places;
  }
}
const refuse = (answer, places) => {
  throw new Refusal(answer, places);
};

// Bytes

const ascii = (text) => new TextEncoder().encode(text);
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (array) => Array.from(array, (byte) => byte.toString(16).padStart(2, "0")).join("");
const join = (...arrays) => Uint8Array.from(arrays.flatMap((array) => [...array]));
const equal = (one, other) => hex(one) === hex(other);
const uint32 = (array, at) => new DataView(array.buffer, array.byteOffset).getUint32(at);
const uint64 = (array, at) => new DataView(array.buffer, array.byteOffset).getBigUint64(at);
const starts = (array, magic) => array.length >= 4 && equal(array.subarray(0, 4), ascii(magic));
const sha256 = async (array) => new Uint8Array(await subtle.digest("SHA-256", array));

async function derive(secret, info, salt = new Uint8Array(0), length = 32) {
  const key = await subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, 8 * length));
}

async function unwrap(wrapped, by, answer) {
  const key = await subtle.importKey("raw", by, "AES-KW", false, ["unwrapKey"]);
  try {
    const found = await subtle.unwrapKey("raw", wrapped, key, "AES-KW", "AES-GCM", true, ["decrypt"]);
    return new Uint8Array(await subtle.exportKey("raw", found));
  } catch {
    return refuse(answer);
  }
}

const pagesKey = (personKey) => derive(personKey, ascii("unforced pages"));
const registerName = (personKey) => derive(personKey, ascii("unforced name register"), undefined, 16);

// The recovery code

const double = (element) => (element << 1) ^ (element & 16 ? 0b100101 : 0);
const times = (element, power) => (power ? times(double(element), power - 1) : element);

function readCode(typed) {
  const plain = typed.toUpperCase().replace(/[\s\-\u2010-\u2014\u2212]/gu, "").replaceAll("0", "O").replaceAll("1", "I").replaceAll("8", "B");
  if (plain.length !== 40) refuse("code_typo", []);
  const places = [];
  let bits = 0n;
  for (let group = 0; group < 8; group++) {
    const values = [...plain.slice(5 * group, 5 * group + 5)].map((letter) => LETTERS.indexOf(letter));
    const check = values.slice(0, 4).reduce((sum, value, at) => sum ^ times(value, at + 1), times(1, group));
    if (values.includes(-1) || check !== values[4]) places.push(group + 1);
    for (const value of values.slice(0, 4)) bits = (bits << 5n) | BigInt(Math.max(value, 0));
  }
  if (places.length) refuse("code_typo", places);
  return bytes(bits.toString(16).padStart(40, "0"));
}

// Locks

async function openLock(lock, secret) {
  if (lock.length < 50 || !starts(lock, "unfL")) refuse("page_damaged");
  if (lock[4] > 1) refuse("newer_format");
  if (lock.length !== 94 || !equal((await sha256(lock.subarray(0, 90))).subarray(0, 4), lock.subarray(90))) {
    refuse("page_damaged");
  }
  const kind = lock[5];
  const costs = [22, 26, 30].map((at) => uint32(lock, at));
  const allowed = costs.every((cost, at) => FLOOR[at] <= cost && cost <= CEILING[at]);
  if (lock[4] !== 1 || (kind !== 1 && kind !== 2) || (kind === 1 && !allowed)) refuse("page_damaged");
  if (kind !== secret.kind) refuse("key_does_not_fit");
  const wrapping = await derive(secret.start, join(ascii("unforced lock "), lock.subarray(0, 50)), lock.subarray(34, 50));
  return [lock.slice(6, 22), await unwrap(lock.subarray(50, 90), wrapping, "key_does_not_fit"), wrapping];
}

function secretOf({ given, steps }) {
  if ("code" in given) return { kind: 2, start: readCode(given.code) };
  const typed = Buffer.from(given.passphrase.normalize("NFKC"), "utf8").toString("hex");
  if (typed !== steps.utf8) throw new Error("the passphrase has other bytes here");
  return { kind: 1, start: bytes(steps.stretched) };
}

// Pages

function filled(content) {
  const length = content.length + 4;
  const size = SIZES.find((size) => size >= length) ?? Math.ceil(length / 65536) * 65536;
  const whole = new Uint8Array(size);
  new DataView(whole.buffer).setUint32(0, content.length);
  whole.set(content, 4);
  return whole;
}

async function openSealed(sealed, person, personKey, page, revision) {
  if (sealed.length < 45 || !starts(sealed, "unfP")) refuse("page_damaged");
  if (sealed[4] > 1) refuse("newer_format");
  if (sealed[4] !== 1 || uint64(sealed, 37) === 0n || sealed.length < 369) refuse("page_damaged");
  if (!equal(sealed.subarray(5, 21), person)) refuse("key_does_not_fit");
  if (!equal(sealed.subarray(21, 37), page) || uint64(sealed, 37) !== revision) refuse("page_damaged");
  const raw = await unwrap(sealed.subarray(45, 85), await pagesKey(personKey), "page_damaged");
  const key = await subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const additionalData = join(ascii("unforced"), sealed.subarray(0, 45));
  let text;
  try {
    text = await subtle.decrypt({ name: "AES-GCM", iv: sealed.subarray(85, 97), additionalData }, key, sealed.subarray(97));
  } catch {
    refuse("page_damaged");
  }
  text = new Uint8Array(text);
  const content = text.subarray(4, 4 + uint32(text, 0));
  if (!equal(filled(content), text)) refuse("page_damaged");
  return content;
}

function readDocument(content) {
  const whole = hex(content).match(/../g) ?? [];
  for (let at = 0; at + 2 < whole.length; at++) {
    // half a sign stands in the bytes as it is; JSON has another way to write it
    if (whole[at] === "ed" && whole[at + 1] >= "a0") {
      const unit = 0xd000 | ((parseInt(whole[at + 1], 16) & 0x3f) << 6) | (parseInt(whole[at + 2], 16) & 0x3f);
      whole.splice(at, 3, ...(hex(ascii("\\u" + unit.toString(16))).match(/../g) ?? []));
    }
  }
  let document;
  try {
    document = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes(whole.join(""))));
  } catch {
    refuse("page_damaged");
  }
  if (document === null || typeof document !== "object" || Array.isArray(document)) refuse("page_damaged");
  return document;
}

async function openRegister(sealed, person, personKey) {
  if (sealed.length < 45) refuse("page_damaged");
  const revision = uint64(sealed, 37);
  const content = await openSealed(sealed, person, personKey, await registerName(personKey), revision);
  if (content.length % 44) refuse("page_damaged");
  const entries = [];
  for (let at = 0; at < content.length; at += 44) {
    const entry = content.subarray(at, at + 44);
    const [page, tag] = [hex(entry.subarray(0, 16)), hex(entry.subarray(24, 40))];
    if (entries.length && entries.at(-1).page >= page) refuse("page_damaged");
    entries.push({ page, revision: String(uint64(entry, 16)), tag, goes: uint32(entry, 40) });
  }
  return { revision: String(revision), entries };
}

// Bundles

async function openBundle(file, secret) {
  if (file.length < 5 || !starts(file, "unfH")) refuse("foreign_file");
  if (file[4] > 1) refuse("newer_format");
  const body = file.subarray(0, Math.max(0, file.length - 32));
  if (file[4] !== 1 || !equal(await sha256(body), file.subarray(-32))) refuse("foreign_file");
  const parts = [];
  for (let at = 5; at < body.length; ) {
    if (at + 4 > body.length || at + 4 + uint32(body, at) > body.length) refuse("foreign_file");
    parts.push(body.slice(at + 4, at + 4 + uint32(body, at)));
    at += 4 + uint32(body, at);
  }
  if (parts.length < 3) refuse("foreign_file");
  const [passphraseLock, codeLock, sealedRegister, ...pages] = parts;
  let person, personKey, register;
  try {
    [person, personKey] = await openLock(secret.kind === 2 ? codeLock : passphraseLock, secret);
    register = await openRegister(sealedRegister, person, personKey);
  } catch (error) {
    throw error.answer === "page_damaged" ? new Refusal("foreign_file") : error;
  }
  const found = { documents: {}, damaged: [] };
  const rows = new Map(pages.map((sealed) => [hex(sealed.subarray(21, 37)), sealed]));
  for (const entry of register.entries) {
    try {
      found.documents[entry.page] = await openEntry(rows.get(entry.page), person, personKey, entry);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      found.damaged.push(entry.page);
    }
    rows.delete(entry.page);
  }
  found.damaged.push(...rows.keys());
  return found;
}

async function openEntry(sealed, person, personKey, { page, revision, tag }) {
  if (!sealed || (tag && hex(sealed.slice(-16)) !== tag)) refuse("page_damaged");
  return readDocument(await openSealed(sealed, person, personKey, bytes(page), BigInt(revision)));
}

// Every vector

const OPEN = {
  code: async ({ given }) => ({ secret: hex(readCode(given.typed)) }),
  lock: async (vector) => {
    const [person, personKey, wrapping] = await openLock(bytes(vector.given.lock), secretOf(vector));
    if (hex(wrapping) !== vector.steps.wrapping_key) throw new Error("another wrapping key");
    return { person: hex(person), person_key: hex(personKey), pages_key: hex(await pagesKey(personKey)) };
  },
  page: async ({ given }) => {
    const [sealed, person, key] = [bytes(given.sealed), bytes(given.person), bytes(given.person_key)];
    return { document: await openEntry(sealed, person, key, given) };
  },
  register: async ({ given }) => openRegister(bytes(given.sealed), bytes(given.person), bytes(given.person_key)),
  bundle: async (vector) => openBundle(bytes(vector.given.file), secretOf(vector)),
};

async function answerOf(vector) {
  try {
    return { gives: await OPEN[vector.of](vector) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answer: error.answer, places: error.places };
  }
}

const vectors = JSON.parse(readFileSync(process.argv[2], "utf8"));
const differences = [];
for (const vector of vectors.open) {
  const { spelled, ...expected } = vector.gives;
  if (!isDeepStrictEqual((await answerOf(vector)).gives, expected)) differences.push(`${vector.of}: ${vector.name}`);
}
for (const vector of vectors.refuse) {
  const expected = { answer: vector.answer, places: vector.places };
  if (!isDeepStrictEqual(await answerOf(vector), expected)) differences.push(`${vector.of}: ${vector.name}`);
}
console.log(JSON.stringify({ opened: vectors.open.length, refused: vectors.refuse.length, differences }));
process.exit(differences.length ? 1 : 0);
