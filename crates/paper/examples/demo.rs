//! Writes a page as the exercise has them, to be looked at: `cargo run -p paper --example demo > /tmp/demo.pdf`.

use std::io::{self, Write};

use paper::{Block, PrintedBanner, PrintedSheet};

fn main() -> io::Result<()> {
    let text = |text: &str| text.to_owned();
    let row = |cells: [&str; 3]| cells.map(text).to_vec();
    let mut rows = vec![row(["N°", "Objet", "Autorité"])];
    for number in 1..30 {
        let object =
            "Appréciation de la menace sur le dispositif → effectifs ≤ 120, moyens ≥ 40 ".repeat(number % 4 + 1);
        rows.push(row([&number.to_string(), &object, "Service général du renseignement"]));
    }
    let sheet = PrintedSheet {
        banner: PrintedBanner {
            text: format!("SECRET – GEHEIM // REL TO {}", ["BEL", "FRA", "NLD", "DEU", "LUX"].repeat(6).join(", ")),
            colour: text("#c8102e"),
            text_colour: text("#ffffff"),
        },
        exercise: Some(text("EXERCICE – OEFENING")),
        lang: text("fr"),
        title: text("Appréciation de la situation au 22 novembre"),
        facts: vec![
            (text("Référence"), text("ZGL/2026/S-K7Q/0042")),
            (text("Date"), text("22 novembre 2026")),
            (text("Autorité d’origine"), text("Service général du renseignement et de la sécurité")),
        ],
        blocks: vec![
            Block::Heading(text("1. Situation")),
            Block::Paragraph(
                "Le dispositif reste en place ; aucune évolution n’est attendue avant la fin du mois. ".repeat(5),
            ),
            Block::Points(vec![text("Premier point, bref."), "Deuxième point, qui prend deux lignes. ".repeat(4)]),
            Block::Heading(text("2. Registre")),
            Block::Table(rows),
        ],
        footer: text("ZGL/2026/S-K7Q/0042 — exemplaire 2"),
    };
    io::stdout().write_all(&paper::pdf(&sheet).map_err(io::Error::other)?)
}
