//! The cover sheet: one or two pages that a registrar can read without any program of ours.

use label::{Banner, Combining, Communities, Label, Policy};
use paper::{Block, PrintedBanner, PrintedSheet};
use vault::Warrant;
use words::Lang;

use crate::Error;

/// As PDF, in the partner's language where it is one of the four.
///
/// Its own banner carries the marking over all that it accompanies: it names titles.
pub fn sheet(warrant: &Warrant) -> Result<Vec<u8>, Error> {
    let lang = language(&warrant.partner().nation);
    let say = |key: &str| words::say(lang, key, &[]);
    let banner = marking(warrant)?;
    let partner = warrant.partner();
    let mut facts = vec![
        (say("cover-for"), format!("{} ({})", partner.name, partner.nation)),
        (say("cover-from"), warrant.vault_name().to_owned()),
        (say("cover-release"), warrant.release().to_string()),
        (say("cover-at"), label::time::to_the_second(warrant.at())),
        (say("cover-purpose"), warrant.purpose().to_owned()),
    ];
    if let Some(agreement) = &partner.agreement {
        facts.push((say("cover-agreement"), agreement.clone()));
    }
    facts.push((say("cover-requested-by"), warrant.requested_by().id.to_string()));
    if let Some(officer) = warrant.approved_by() {
        facts.push((say("cover-approved-by"), officer.id.to_string()));
    }
    facts.push((say("cover-key"), warrant.verifying_key().key_id().to_string()));

    let head = ["cover-number", "cli-col-marking", "cli-col-reference", "cli-col-title", "cover-consent"];
    let mut table = vec![head.iter().map(|key| say(key)).collect::<Vec<_>>()];
    table.extend(warrant.documents().iter().enumerate().map(|(index, document)| {
        let consent =
            document.consent.as_ref().map_or_else(String::new, |c| format!("{} {}", c.authority, c.reference));
        vec![
            format!("{:02}", index + 1),
            document.banner.text.clone(),
            document.reference.clone(),
            document.title.clone(),
            consent,
        ]
    }));
    let sheet = PrintedSheet {
        banner: PrintedBanner {
            text: banner.text.clone(),
            colour: banner.colour.clone(),
            text_colour: banner.text_colour.clone(),
        },
        exercise: warrant.exercise().then(|| "EXERCICE – OEFENING".to_owned()),
        lang: lang.code().to_owned(),
        title: say("cover-title"),
        facts,
        blocks: vec![
            Block::Heading(say("cover-documents")),
            Block::Table(table),
            Block::Heading(say("cover-rules")),
            Block::Points(vec![say("cover-rule-marking"), say("cover-rule-third"), say("cover-rule-check")]),
        ],
        footer: warrant.release().to_string(),
    };
    paper::pdf(&sheet).map_err(Error::Cover)
}

/// The high-water mark of the documents; of several policies, the marking of the highest document, since no table gives one
/// over both.
fn marking(warrant: &Warrant) -> Result<Banner, Error> {
    let documents = warrant.documents();
    let over_all = || {
        let first = Policy::of_label(documents.first()?.label_xml.as_bytes())?;
        let labels: Option<Vec<Label>> =
            documents.iter().map(|document| Label::parse(document.label_xml.as_bytes(), &first).ok()).collect();
        let labels = labels?;
        let communities = Communities::builtin();
        let audiences = Combining::Audiences { communities: &communities, on: warrant.at().date_naive() };
        let whole = first.high_water(&labels.iter().collect::<Vec<_>>(), audiences, warrant.at()).ok()?;
        Some(first.banner(&whole.label))
    };
    over_all()
        .or_else(|| {
            documents.iter().max_by_key(|document| document.banner.level).map(|document| document.banner.clone())
        })
        .ok_or_else(|| Error::Manifest("no documents".to_owned()))
}

/// What a registry of that nation most likely reads.
fn language(nation: &str) -> Lang {
    match nation {
        "FRA" | "LUX" => Lang::Fr,
        "NLD" => Lang::Nl,
        "DEU" | "AUT" => Lang::De,
        _ => Lang::En,
    }
}
