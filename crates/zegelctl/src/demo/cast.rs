//! The people of the exercise. Their names, ranks and services are invented.

use vault::{Level, Role};

pub struct Officer {
    pub id: &'static str,
    pub full_name: &'static str,
    pub nationality: &'static str,
    pub roles: &'static [Role],
    pub clearances: &'static [Cleared],
    /// Policy and level.
    pub briefings: &'static [(&'static str, &'static str)],
    pub authority: &'static str,
}

pub struct Cleared {
    pub policy: &'static str,
    pub level: &'static str,
    pub handling: &'static [&'static str],
    pub months_left: i32,
}

const fn bel(level: &'static str, handling: &'static [&'static str], months_left: i32) -> Cleared {
    Cleared { policy: "BEL", level, handling, months_left }
}

/// A section of the house: its documents are decided about here without anybody's consent. The other originators of the
/// exercise are other authorities.
pub const SECTION: &str = "Section Protection";

pub const OFFICERS: &[Officer; 8] = &[
    Officer {
        id: "voorbeeld",
        full_name: "Anna Voorbeeld",
        nationality: "BEL",
        roles: &[Role::SecurityOfficer],
        // From SECRET up two others clear somebody: between them, the two security officers cannot clear each other so high.
        clearances: &[bel("CONFIDENTIEL", &[], 40)],
        briefings: &[("BEL", "CONFIDENTIEL")],
        authority: "ANS",
    },
    Officer {
        id: "exemple",
        full_name: "Bruno Exemple",
        nationality: "BEL",
        roles: &[Role::SecurityOfficer],
        clearances: &[bel("CONFIDENTIEL", &[], 30)],
        briefings: &[("BEL", "CONFIDENTIEL")],
        authority: "ANS",
    },
    Officer {
        id: "fictief",
        full_name: "Carla Fictief",
        nationality: "BEL",
        roles: &[Role::Reader],
        clearances: &[
            bel("TRÈS SECRET", &["SOURCE", "CRYPTO"], 44),
            Cleared { policy: "NATO", level: "SECRET", handling: &[], months_left: 44 },
        ],
        briefings: &[("BEL", "TRÈS SECRET"), ("NATO", "SECRET")],
        authority: "ANS",
    },
    Officer {
        id: "modele",
        full_name: "Denis Modèle",
        nationality: "BEL",
        roles: &[Role::Reader, Role::Registrar],
        clearances: &[bel("SECRET", &[], 5)],
        briefings: &[("BEL", "SECRET")],
        authority: "ANS",
    },
    Officer {
        id: "muster",
        full_name: "Eva Muster",
        nationality: "BEL",
        roles: &[Role::Reader],
        clearances: &[bel("CONFIDENTIEL", &[], 26)],
        briefings: &[("BEL", "CONFIDENTIEL")],
        authority: "ANS",
    },
    Officer {
        id: "staal",
        full_name: "Frank Staal",
        nationality: "NLD",
        roles: &[Role::Reader],
        clearances: &[bel("SECRET", &[], 18)],
        briefings: &[("BEL", "SECRET")],
        authority: "NLD-NSA",
    },
    Officer {
        id: "proef",
        full_name: "Greta Proef",
        nationality: "BEL",
        roles: &[Role::Reader, Role::ReleaseAuthority],
        clearances: &[bel("TRÈS SECRET", &["SOURCE", "CRYPTO"], 36)],
        briefings: &[("BEL", "TRÈS SECRET")],
        authority: "ANS",
    },
    Officer {
        id: "essai",
        full_name: "Hugo Essai",
        nationality: "BEL",
        roles: &[Role::Auditor],
        clearances: &[],
        briefings: &[("BEL", "RESTREINT")],
        authority: "ANS",
    },
];

/// Two of them use custody: of one security officer and others, so that security officers alone do not.
pub const CUSTODIANS: &[&str; 3] = &["voorbeeld", "proef", "essai"];

pub struct Dossier {
    pub id: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    /// Besides the lead.
    pub members: &'static [&'static str],
    pub basis: &'static str,
}

pub const DOSSIERS: &[Dossier; 4] = &[
    Dossier {
        id: "ARDENNES-26",
        title: "Exercice Ardennes 26 — convois et échanges",
        lead: "fictief",
        members: &["modele", "muster", "staal", "proef"],
        basis: "Participant à l’exercice",
    },
    Dossier {
        id: "HAVEN",
        title: "Havenveiligheid Fictiestad",
        lead: "modele",
        members: &["fictief", "muster", "proef"],
        basis: "Deelnemer aan de oefening",
    },
    Dossier {
        id: "KIEZEL",
        title: "Bronnen en contra-inlichtingen",
        lead: "fictief",
        members: &["proef"],
        basis: "Behandeling van de bronnen",
    },
    Dossier {
        id: "LOGISTIEK",
        title: "Logistique de l’exercice",
        lead: "muster",
        members: &["modele", "staal", "essai"],
        basis: "Soutien logistique",
    },
];

pub struct Partner {
    pub id: &'static str,
    pub name: &'static str,
    pub nation: &'static str,
    pub communities: &'static [&'static str],
    pub contact: &'static str,
    pub ceiling: Level,
    /// Values of the tag `Handling` that the agreement covers.
    pub categories: &'static [&'static str],
    pub agreement: &'static str,
    pub post_quantum: bool,
    pub confirmed: bool,
}

pub const PARTNERS: &[Partner; 3] = &[
    Partner {
        id: "service-fictif",
        name: "Service fictif de renseignement",
        nation: "FRA",
        communities: &["EU", "NATO", "CTG"],
        contact: "registre@service-fictif.example",
        ceiling: Level::Secret,
        categories: &["SOURCE"],
        agreement: "ARR-EX-FRA-2025/3",
        post_quantum: true,
        confirmed: true,
    },
    Partner {
        id: "voorbeelddienst",
        name: "Voorbeelddienst",
        nation: "NLD",
        communities: &["EU", "NATO", "CTG", "BENELUX"],
        contact: "register@voorbeelddienst.example",
        ceiling: Level::Secret,
        categories: &[],
        agreement: "ARR-EX-NLD-2024/11",
        post_quantum: false,
        confirmed: true,
    },
    Partner {
        id: "musterdienst",
        name: "Musterdienst",
        nation: "DEU",
        communities: &["EU", "NATO"],
        contact: "registratur@musterdienst.example",
        ceiling: Level::Confidential,
        categories: &[],
        agreement: "ARR-EX-DEU-2026/1",
        post_quantum: true,
        confirmed: false,
    },
];
