/** What a new list of what to hide starts with. Nothing is hidden until something is named. */
export const NEW_REDACTION_LIST = `version: 1
# What a redacted export hides. This file stays in the kit: it is the key to the pseudonyms.
# Names are found in every spelling: capitals, file names, addresses, joined words.

# Companies, products, projects.
terms: []
#  - original: Acme Retail
#    pseudonym: Company A

# People, with all forms of their names: alone, with initials, as an account.
people: []
#  - name: Robin Example
#    pseudonym: Alex Morgan
#    aliases: [robex, rob@acme.example]
#    initials: RE     # only when given
#    alone: true      # also first or last name alone

# Machines and addresses.
hosts: []
#  - original: db01.acme.internal
#    pseudonym: host-1.example

# Whatever fits a pattern; {n} numbers different values.
patterns: []
#  - pattern: 'ACME-\\d+'
#    pseudonym: Ticket {n}

# What looks secret and is none.
keep: []
# Whether amounts of money are to be listed too.
money: false
`;
