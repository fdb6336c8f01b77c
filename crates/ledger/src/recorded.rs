use crate::Head;

/// Proof that something is in the log, durably. Only [`crate::Ledger::append`] makes one, after the entry is on disk; what
/// may be done only once it is recorded asks for a `Recorded<T>` and consumes it.
///
/// Nobody else can make one, nor a second one from the first:
///
/// ```
/// fn open_it(recorded: ledger::Recorded<&str>) -> &str {
///     recorded.into_inner()
/// }
/// ```
/// ```compile_fail,E0451
/// # fn open_it(recorded: ledger::Recorded<&str>) -> &str { recorded.into_inner() }
/// let head = ledger::Position::start().head();
/// open_it(ledger::Recorded { what: "x", index: 0, at_ms: 0, head });
/// ```
/// ```compile_fail,E0624
/// # fn open_it(recorded: ledger::Recorded<&str>) -> &str { recorded.into_inner() }
/// let head = ledger::Position::start().head();
/// open_it(ledger::Recorded::new("x", 0, 0, head));
/// ```
/// ```compile_fail,E0599
/// fn twice(recorded: ledger::Recorded<&str>) -> (&str, &str) {
///     (recorded.clone().into_inner(), recorded.into_inner())
/// }
/// ```
/// ```compile_fail,E0382
/// fn twice(recorded: ledger::Recorded<&str>) -> (&str, &str) {
///     (recorded.into_inner(), recorded.into_inner())
/// }
/// ```
#[must_use = "what was recorded is there to be done"]
#[derive(Debug)]
pub struct Recorded<T> {
    what: T,
    index: u64,
    at_ms: i64,
    head: Head,
}

impl<T> Recorded<T> {
    pub(crate) fn new(what: T, index: u64, at_ms: i64, head: Head) -> Recorded<T> {
        Recorded { what, index, at_ms, head }
    }

    /// The place of the entry, counted from 0.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// The time that the entry bears, in milliseconds since 1970: never before that of the entry before it.
    pub fn at_ms(&self) -> i64 {
        self.at_ms
    }

    /// The log up to and including the entry.
    pub fn head(&self) -> Head {
        self.head
    }

    /// What was recorded, to look at.
    pub fn what(&self) -> &T {
        &self.what
    }

    /// What was recorded, to do it.
    pub fn into_inner(self) -> T {
        self.what
    }
}
