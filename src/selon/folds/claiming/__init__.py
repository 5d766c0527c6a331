"""The making of the ledger: sides, threads, roots, states and flags."""
