//! From text to pages.

use label::Banner;
use paper::{Block, PrintedBanner, PrintedSheet};

use super::texts::Text;

/// One document of the exercise as PDF, with what every real one would carry: how it is handled, and who received it.
///
/// # Errors
/// What `paper` says.
pub fn pdf(text: &Text, banner: &Banner) -> Result<Vec<u8>, String> {
    let words = FrameWords::of(text.lang);
    let mut blocks = parse(text.body);
    blocks.push(Block::Heading(words.handling.to_owned()));
    blocks.extend(words.rules.iter().map(|rule| Block::Paragraph((*rule).to_owned())));
    blocks.push(Block::Heading(words.distribution.to_owned()));
    let mut table = vec![words.columns.iter().map(|c| (*c).to_owned()).collect()];
    table.extend(words.receivers.iter().enumerate().map(|(i, who)| {
        vec![format!("{}/{}", i + 1, words.receivers.len()), (*who).to_owned(), text.date.to_string()]
    }));
    blocks.push(Block::Table(table));
    let sheet = PrintedSheet {
        banner: PrintedBanner {
            text: banner.text.clone(),
            colour: banner.colour.clone(),
            text_colour: banner.text_colour.clone(),
        },
        exercise: Some("EXERCICE – OEFENING".to_owned()),
        lang: text.lang.to_owned(),
        title: text.title.to_owned(),
        facts: vec![
            (words.from.to_owned(), text.originator.to_owned()),
            (words.subject.to_owned(), text.subject.to_owned()),
            (words.date.to_owned(), text.date.to_string()),
            (words.dossier.to_owned(), text.dossier.to_owned()),
        ],
        blocks,
        footer: format!("{} · {}", text.dossier, text.name),
    };
    paper::pdf(&sheet).map_err(|error| error.to_string())
}

/// `# headings`, `- points`, `| tables |`, and paragraphs.
fn parse(body: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("# ") {
            blocks.push(Block::Heading(heading.to_owned()));
        } else if let Some(point) = line.strip_prefix("- ") {
            match blocks.last_mut() {
                Some(Block::Points(points)) => points.push(point.to_owned()),
                _ => blocks.push(Block::Points(vec![point.to_owned()])),
            }
        } else if line.starts_with('|') {
            let row = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
            match blocks.last_mut() {
                Some(Block::Table(rows)) => rows.push(row),
                _ => blocks.push(Block::Table(vec![row])),
            }
        } else {
            blocks.push(Block::Paragraph(line.to_owned()));
        }
    }
    blocks
}

/// The words of the frame, in the language of the document.
struct FrameWords {
    from: &'static str,
    subject: &'static str,
    date: &'static str,
    dossier: &'static str,
    handling: &'static str,
    rules: &'static [&'static str],
    distribution: &'static str,
    columns: [&'static str; 3],
    receivers: &'static [&'static str],
}

impl FrameWords {
    fn of(lang: &str) -> &'static FrameWords {
        match lang {
            "fr" => &FRENCH,
            "nl" => &DUTCH,
            _ => &ENGLISH,
        }
    }
}

const FRENCH: FrameWords = FrameWords {
    from: "Autorité d’origine",
    subject: "Objet",
    date: "Date",
    dossier: "Dossier",
    handling: "Manipulation",
    rules: &[
        "Le marquage vaut pour l’ensemble du document ; une partie prise seule peut être moins sensible, jamais le tout.",
        "Toute copie, tout extrait et toute traduction se demandent au registre et portent un numéro.",
        "La destruction se fait devant témoin à partir du niveau SECRET et figure au procès-verbal.",
    ],
    distribution: "Liste de diffusion",
    columns: ["Exemplaire", "Destinataire", "Remis le"],
    receivers: &["Registre de l’exercice", "Chef de section", "Direction de l’exercice"],
};

const DUTCH: FrameWords = FrameWords {
    from: "Autoriteit van oorsprong",
    subject: "Betreft",
    date: "Datum",
    dossier: "Dossier",
    handling: "Behandeling",
    rules: &[
        "De markering geldt voor het hele document; een deel op zich kan minder gevoelig zijn, het geheel nooit.",
        "Kopieën, uittreksels en vertalingen worden bij de registratuur aangevraagd en krijgen een nummer.",
        "Vernietiging gebeurt vanaf GEHEIM voor een getuige en wordt in het proces-verbaal vermeld.",
    ],
    distribution: "Verspreidingslijst",
    columns: ["Exemplaar", "Bestemmeling", "Bezorgd op"],
    receivers: &["Registratuur van de oefening", "Sectiehoofd", "Leiding van de oefening"],
};

const ENGLISH: FrameWords = FrameWords {
    from: "Originator",
    subject: "Subject",
    date: "Date",
    dossier: "Dossier",
    handling: "Handling",
    rules: &[
        "The marking holds for the document as a whole; a part by itself may be less sensitive, the whole never is.",
        "Copies, extracts and translations are asked for at the registry and carry a number.",
        "From SECRET upwards destruction takes place before a witness and is entered in the minutes.",
    ],
    distribution: "Distribution",
    columns: ["Copy", "Recipient", "Handed over"],
    receivers: &["Exercise registry", "Head of section", "Exercise direction"],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_has_several_pages_of_its_own() {
        let banner = Banner {
            text: "SECRET – GEHEIM".to_owned(),
            colour: "#c8102e".to_owned(),
            text_colour: "#ffffff".to_owned(),
            portion: "S".to_owned(),
            level: label::Level::Secret,
        };
        let mut seen = std::collections::BTreeSet::new();
        for text in Text::all() {
            let pdf = pdf(&text, &banner).expect("the exercise can be set");
            let pages = pdf.windows(11).filter(|w| *w == b"/Type/Page\n" || *w == b"/Type /Page").count();
            assert!(pdf.len() > 10_000 && pages != 1, "{} has {pages} pages", text.name);
            assert!(seen.insert(pdf));
        }
    }
}
