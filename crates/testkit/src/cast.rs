//! Who plays in the tests of several crates, and when they begin.

use policy::Role;

/// The instant at which the exercise begins.
pub const FOUNDED: &str = "2026-11-22T09:00:00Z";

/// An officer of the exercise, in addition to `ada`, who founds the vault as its security officer and custodian.
#[derive(Clone, Copy, Debug)]
pub struct Player {
    pub id: &'static str,
    pub nationality: &'static str,
    pub roles: &'static [Role],
    /// The classification of the Belgian policy for which he is cleared and briefed.
    pub cleared: Option<&'static str>,
    /// The one for which he is briefed.
    pub briefed: Option<&'static str>,
    /// Whether he is on the list of the one dossier.
    pub member: bool,
}

/// A second security officer `sam`, a registrar `rik`, readers `bea` (SECRET) and `carl` (no clearance), a release authority
/// `rosa` (SECRET), an auditor `otto`.
pub const CAST: &[Player] = &[
    outside("sam", &[Role::SecurityOfficer]),
    member("rik", &[Role::Registrar, Role::Reader], SECRET, SECRET),
    member("bea", &[Role::Reader], SECRET, SECRET),
    member("carl", &[Role::Reader], None, SECRET),
    member("rosa", &[Role::ReleaseAuthority, Role::Reader], SECRET, SECRET),
    outside("otto", &[Role::Auditor]),
];

const SECRET: Option<&str> = Some("SECRET");

const fn outside(id: &'static str, roles: &'static [Role]) -> Player {
    Player { id, nationality: "BEL", roles, cleared: None, briefed: None, member: false }
}

const fn member(
    id: &'static str,
    roles: &'static [Role],
    cleared: Option<&'static str>,
    briefed: Option<&'static str>,
) -> Player {
    Player { id, nationality: "BEL", roles, cleared, briefed, member: true }
}
