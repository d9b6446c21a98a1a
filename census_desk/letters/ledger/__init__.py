"""The number ledger: books, and a row for every number ever given."""
