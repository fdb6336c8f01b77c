//! The thirty documents of the exercise, as they lie in `demo/`: a head of `name: value` lines, an empty line, then text with
//! `# headings`, `- points` and `| tables |`.

use chrono::NaiveDate;

/// One document, still without pages.
pub struct Text {
    pub name: &'static str,
    pub lang: &'static str,
    pub title: &'static str,
    pub subject: &'static str,
    pub originator: &'static str,
    pub date: NaiveDate,
    pub dossier: &'static str,
    pub level: &'static str,
    pub releasable: Option<Vec<String>>,
    /// Tag and value.
    pub categories: Vec<(String, String)>,
    /// Topics of the guide.
    pub topics: Vec<String>,
    /// Why it is marked lower than they call for.
    pub motive: Option<&'static str>,
    /// Names of the documents that it is made from, which are filed before it.
    pub sources: Vec<&'static str>,
    pub body: &'static str,
}

macro_rules! sources {
    ($($name:literal),* $(,)?) => {
        const SOURCES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../demo/", $name, ".txt")))),*];
    };
}

sources!(
    "01-ordre-de-mission",
    "02-appreciation-itineraires",
    "03-note-de-service-badges",
    "04-rapport-source-tilleul",
    "05-note-extraction-tilleul",
    "06-compte-rendu-reunion-partenaires",
    "07-marche-fournitures",
    "08-incident-clairon",
    "09-plan-protection-port",
    "10-lecons-phase-deux",
    "11-havenanalyse",
    "12-briefing-nieuwe-leden",
    "13-bronverslag-kiezel",
    "14-toewijzing-lokalen",
    "15-konvooischema",
    "16-inventaris-mei",
    "17-vragen-aan-partner",
    "18-telefoonlijst",
    "19-vrijgavebeleid",
    "20-nabeschouwing-haven",
    "21-liaison-note",
    "22-sigint-summary",
    "23-vehicle-contract",
    "24-ci-assessment",
    "25-lessons-liaison",
    "26-port-cctv-review",
    "27-travel-advice",
    "28-schedule-deception",
    "29-medical-logistics",
    "30-final-assessment",
);

impl Text {
    /// All of them, in order. What does not parse is left out; a test sees to it that nothing is.
    pub fn all() -> impl Iterator<Item = Text> {
        SOURCES.iter().filter_map(|(name, source)| Text::parse(name, source))
    }

    fn parse(name: &'static str, source: &'static str) -> Option<Text> {
        let (head, body) = source.split_once("\n\n")?;
        let field = |wanted: &str| {
            head.lines()
                .filter_map(|line| line.split_once(": "))
                .find(|(name, _)| *name == wanted)
                .map(|(_, value)| value.trim())
        };
        let mut categories: Vec<(String, String)> = Vec::new();
        if let Some(values) = field("handling") {
            categories.extend(values.split(',').map(|v| (label::HANDLING.to_owned(), v.trim().to_owned())));
        }
        if field("orcon") == Some("yes") {
            categories.push((label::HANDLING.to_owned(), label::ORCON.to_owned()));
        }
        Some(Text {
            name,
            lang: field("lang")?,
            title: field("title")?,
            subject: field("subject")?,
            originator: field("originator")?,
            date: field("date")?.parse().ok()?,
            dossier: field("dossier")?,
            level: field("level")?,
            releasable: field("rel").map(crate::input::list),
            categories,
            topics: field("topics").map(crate::input::list).unwrap_or_default(),
            motive: field("motive"),
            sources: field("from").map_or_else(Vec::new, |names| names.split(',').map(str::trim).collect()),
            body,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_thirty_documents_parse() {
        assert_eq!(SOURCES.len(), 30);
        assert_eq!(Text::all().count(), 30);
    }
}
