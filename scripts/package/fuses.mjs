import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * The fuses of the packaged program: switches burnt into its binary, which no argument, environment or file turns back. Every fuse there is
 * stands here; one that a newer Electron brings stops the packaging until somebody decided about it.
 */

/** In the order of the wire. `since` is the first Electron that has it, for saying what an older one does without. */
export const FUSES = [
  {
    name: 'RunAsNode',
    on: false,
    since: 12,
    why: 'ELECTRON_RUN_AS_NODE would make the program a Node for anybody’s script',
  },
  {
    name: 'EnableCookieEncryption',
    on: false,
    since: 12,
    why: 'no cookie is ever kept, and the system’s key store would ask for a password',
  },
  {
    name: 'EnableNodeOptionsEnvironmentVariable',
    on: false,
    since: 14,
    why: 'NODE_OPTIONS loads scripts into the main process',
  },
  {
    name: 'EnableNodeCliInspectArguments',
    on: false,
    since: 14,
    why: '--inspect and SIGUSR1 open a debugger',
  },
  {
    name: 'EnableEmbeddedAsarIntegrityValidation',
    on: true,
    since: 16,
    why: 'a changed app.asar is not run (macOS and Windows; Linux has no place for the hash)',
  },
  {
    name: 'OnlyLoadAppFromAsar',
    on: true,
    since: 16,
    why: 'a folder laid beside app.asar is not run instead',
  },
  {
    name: 'LoadBrowserProcessSpecificV8Snapshot',
    on: false,
    since: 17,
    why: 'there is no snapshot of ours to load',
  },
  {
    name: 'GrantFileProtocolExtraPrivileges',
    on: false,
    since: 29,
    why: 'pages come from app:, nothing needs file:',
  },
  {
    name: 'WasmTrapHandlers',
    on: true,
    since: 40,
    why: 'the engine’s default; no page of ours runs WebAssembly',
  },
];

/** `[name, on]` of the binary, in the order of the wire; a fuse nobody named here is called by its number. */
export async function readFuses(executable) {
  const { version, ...wire } = await getCurrentFuseWire(executable);
  if (version !== FuseVersion.V1)
    throw new Error(`The fuses have version ${version}, which is not known here.`);
  return Object.entries(wire).map(([at, state]) => {
    const name = FuseV1Options[at] ?? `fuse ${at}`;
    if (state !== FuseState.ENABLE && state !== FuseState.DISABLE) return [name, 'removed'];
    return [name, state === FuseState.ENABLE];
  });
}

/** What to set on a wire of this length, and what that Electron is too old for. Throws on a fuse that nobody decided about. */
export function plannedFuses(length) {
  if (length > FUSES.length) {
    throw new Error(
      `This Electron has ${length} fuses, and ${FUSES.length} are decided about: add the new ones to scripts/package/fuses.mjs.`,
    );
  }
  return { set: FUSES.slice(0, length), missing: FUSES.slice(length) };
}

/** Sets every fuse of a binary and returns the names of those it is too old for. */
export async function setFuses(executable, { resetSignature = false } = {}) {
  const { set, missing } = plannedFuses((await readFuses(executable)).length);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Needs a value for all fuses this library knows, so it is left to the table above where the binary is older.
    strictlyRequireAllFuses: missing.length === 0,
    resetAdHocDarwinSignature: resetSignature,
    ...Object.fromEntries(set.map(({ name, on }) => [FuseV1Options[name], on])),
  });
  return missing.map(({ name }) => name);
}
