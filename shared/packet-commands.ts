/** What shows the packet as a whole, and good work beside one's own. Part of the one table of commands. */
export const PACKET_COMMANDS = [
  {
    id: 'packet.dashboard',
    label: 'Packet Dashboard',
    menu: 'packet',
    group: 3,
    accelerator: 'CmdOrCtrl+Alt+6',
    needs: 'kit',
  },
  {
    id: 'packet.contrast',
    label: 'Senior against Staff',
    menu: 'packet',
    group: 3,
    accelerator: 'CmdOrCtrl+Alt+7',
    needs: 'kit',
  },
  {
    id: 'packet.writeFirst',
    label: 'Write First, Then See the Example',
    menu: 'packet',
    group: 3,
    needs: 'kit',
  },
] as const;

export type PacketCommandId = (typeof PACKET_COMMANDS)[number]['id'];
