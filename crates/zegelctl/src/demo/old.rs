//! Five older documents of the exercise, dated back from today, so that the calendar has something of every kind, and what was
//! decided about two of them. As invented as the rest.

use chrono::{DateTime, NaiveDate, Utc};
use vault::{FilingResult, Interest, Marking, NewDecision, Session};

use super::texts::Text;
use super::{NAME, months_before};
use crate::problem::Problem;

/// All of them are in this dossier, and its lead decides about them.
pub const DOSSIER: &str = "HAVEN";

/// A document, and how many months ago it was finalised.
struct Old {
    name: &'static str,
    lang: &'static str,
    title: &'static str,
    subject: &'static str,
    level: &'static str,
    months: i32,
    body: &'static str,
}

const YEARS: i32 = 12;

const ALL: &[Old; 5] = &[
    Old {
        name: "31-sluisrapport",
        lang: "nl",
        title: "Sluisrapport van een vroegere oefening",
        subject: "Bediening van de sluis van Fictiestad",
        level: "CONFIDENTIEL",
        months: 22 * YEARS,
        body: "# Vaststelling\nDe verzonnen sluis van Fictiestad werd tijdens de oefening tweemaal met de hand bediend.\n\n# Besluit\nDe handleiding wordt voor een volgende oefening herzien.\n",
    },
    Old {
        name: "32-ronde-de-nuit",
        lang: "fr",
        title: "Ronde de nuit au port fictif",
        subject: "Horaires d’une garde inventée",
        level: "CONFIDENTIEL",
        months: 20 * YEARS - 3,
        body: "# Constat\nLa garde fictive a fait deux rondes par nuit, à des heures tirées au sort pour l’exercice.\n\n# Suite\nÀ revoir lors du prochain exercice.\n",
    },
    Old {
        name: "33-kade-analyse",
        lang: "nl",
        title: "Kade-analyse van een vroegere oefening",
        subject: "Verzonnen zwakke plekken van kade 3",
        level: "SECRET",
        months: 10 * YEARS,
        body: "# Analyse\nKade 3 van Fictiestad bestaat niet. Voor de oefening had zij twee zwakke plekken, A en B.\n\n# Besluit\nBeide werden in het spel verholpen.\n",
    },
    Old {
        name: "34-plan-de-repli",
        lang: "fr",
        title: "Plan de repli d’un exercice ancien",
        subject: "Itinéraire inventé du convoi bleu",
        level: "SECRET",
        months: 30 * YEARS + 2,
        body: "# Plan\nLe convoi bleu, qui n’a jamais existé, se replie vers le point Zoulou de la carte d’exercice.\n\n# Remarque\nLe point Zoulou sert encore dans les exercices.\n",
    },
    Old {
        name: "35-communication-plan",
        lang: "en",
        title: "Signal plan of an earlier exercise",
        subject: "Invented call signs of the harbour cell",
        level: "SECRET",
        months: 12 * YEARS,
        body: "# Call signs\nThe harbour cell used HERON 1 to HERON 4. Nobody uses them any more, in play or otherwise.\n\n# Conclusion\nThe plan is of historical interest to the exercise cell only.\n",
    },
];

/// As texts like all others, and the authority that keeps the vault as their originator.
pub fn all(today: NaiveDate) -> impl Iterator<Item = Text> {
    ALL.iter().map(move |old| Text {
        name: old.name,
        lang: old.lang,
        title: old.title,
        subject: old.subject,
        originator: NAME,
        date: months_before(today, old.months),
        dossier: DOSSIER,
        level: old.level,
        releasable: None,
        categories: Vec::new(),
        topics: Vec::new(),
        motive: None,
        sources: Vec::new(),
        body: old.body,
    })
}

/// One is maintained, one is lowered: two rows of the register.
///
/// # Errors
/// Whatever the vault says.
pub fn decide(by: &mut Session, filed: &[FilingResult], today: NaiveDate) -> Result<(), Problem> {
    let [.., kept, lowered] = filed else { return Ok(()) };
    let maintain = NewDecision {
        marking: None,
        interest: Some(Interest::B),
        motive: "Le point de repli sert encore dans les exercices ; rien d’autre n’a changé.".to_owned(),
        next_review: Some(super::months_after(today, 5 * YEARS)),
        consent: None,
    };
    by.reclassify(&kept.id, &maintain)?;
    let lower = NewDecision {
        marking: Some(marking("CONFIDENTIEL", by.now())?),
        interest: Some(Interest::K),
        motive: "The call signs are out of use; how a plan is laid out is still of interest.".to_owned(),
        next_review: None,
        consent: None,
    };
    by.reclassify(&lowered.id, &lower)?;
    Ok(())
}

fn marking(level: &str, now: DateTime<Utc>) -> Result<Marking, Problem> {
    let policy = label::Policy::builtin("BEL").ok_or_else(|| Problem::value("unknown_policy").with("policy", "BEL"))?;
    let draft = label::LabelDraft::from_words(&policy, level, None, &[], now)
        .map_err(|violations| crate::problem::refused(&violations))?;
    Ok(Marking::Draft { policy: policy.name().to_owned(), draft })
}
