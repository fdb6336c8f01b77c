//! Only the ledger makes a `Recorded`, only the vault a warrant.
fn main() {
    let _ = ledger::Recorded { what: (), index: 0, at_ms: 0, head: panic!() };
    let _ = vault::Warrant { release: panic!() };
}
