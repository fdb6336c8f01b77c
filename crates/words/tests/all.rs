//! The four catalogues against each other. Each test names every key that is at fault, and the language.

mod catalogue;

use std::collections::{BTreeMap, BTreeSet};

use catalogue::Catalogue;
use words::Lang;

fn catalogues() -> BTreeMap<Lang, Catalogue> {
    Lang::ALL.into_iter().map(|lang| (lang, Catalogue::read(words::catalogue(lang)))).collect()
}

#[track_caller]
fn no_faults(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} in messages/*.ftl:\n  {}", faults.len(), faults.join("\n  "));
}

#[test]
fn every_line_of_every_catalogue_parses() {
    let faults = catalogues()
        .iter()
        .flat_map(|(lang, catalogue)| catalogue.junk.iter().map(move |junk| format!("{lang}: {junk}")))
        .collect();
    no_faults(faults);
}

#[test]
fn every_key_is_said_in_every_language() {
    no_faults(missing(&catalogues()));
}

#[test]
fn every_key_asks_for_the_same_values_in_every_language() {
    no_faults(other_variables(&catalogues()));
}

#[test]
fn a_key_that_one_language_lacks_or_says_otherwise_is_caught() {
    let all = BTreeMap::from([
        (Lang::Fr, Catalogue::read("a = un\nb = { $n ->\n   *[other] deux { $m }\n}\n")),
        (Lang::En, Catalogue::read("b = two { $n }\nb = again\nc =\n")),
    ]);
    assert_eq!(missing(&all), ["en: misses `a` (is in fr)"]);
    assert_eq!(other_variables(&all).len(), 1);
    let english = all.get(&Lang::En).expect("just made");
    assert_eq!(english.twice, ["b"]);
    assert!(!english.junk.is_empty(), "`c =` has no value and must not parse");
}

fn missing(all: &BTreeMap<Lang, Catalogue>) -> Vec<String> {
    let mut faults = BTreeMap::new();
    for (lang, catalogue) in all {
        for (other, poorer) in all {
            for key in catalogue.entries.keys().filter(|key| !poorer.entries.contains_key(*key)) {
                faults.entry((other, key)).or_insert_with(|| format!("{other}: misses `{key}` (is in {lang})"));
            }
        }
    }
    faults.into_values().collect()
}

fn other_variables(all: &BTreeMap<Lang, Catalogue>) -> Vec<String> {
    let mut said = BTreeMap::new();
    let mut faults = Vec::new();
    for (lang, catalogue) in all {
        for (key, entry) in &catalogue.entries {
            let (first, wanted) = said.entry(key).or_insert((lang, &entry.variables));
            if **wanted != entry.variables {
                faults.push(format!("{lang}: `{key}` asks for {:?}, {first} for {wanted:?}", entry.variables));
            }
        }
    }
    faults
}

#[test]
fn no_value_is_empty_and_no_key_is_there_twice() {
    let mut faults = Vec::new();
    for (lang, catalogue) in &catalogues() {
        faults.extend(catalogue.twice.iter().map(|key| format!("{lang}: `{key}` is there twice")));
        for (key, entry) in &catalogue.entries {
            if entry.texts.is_empty() || entry.texts.iter().any(|text| text.trim().is_empty()) {
                faults.push(format!("{lang}: `{key}` has an empty value"));
            }
        }
    }
    no_faults(faults);
}

#[test]
fn keys_are_lower_case_with_hyphens() {
    let well = |key: &str| {
        let key = key.trim_start_matches('-');
        key.split('-')
            .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
            && key.starts_with(|c: char| c.is_ascii_lowercase())
    };
    let mut faults = Vec::new();
    for (lang, catalogue) in &catalogues() {
        let keys = catalogue.entries.keys().filter(|key| !key.split('.').all(well));
        faults.extend(keys.map(|key| format!("{lang}: `{key}`")));
    }
    no_faults(faults);
}

#[test]
fn every_message_and_term_that_is_referred_to_exists() {
    let mut faults = Vec::new();
    for (lang, catalogue) in &catalogues() {
        for (key, entry) in &catalogue.entries {
            let unknown = entry.references.iter().filter(|reference| !catalogue.entries.contains_key(*reference));
            faults.extend(unknown.map(|reference| format!("{lang}: `{key}` refers to `{reference}`")));
        }
    }
    no_faults(faults);
}

/// An unbreakable space before `;`, `:`, `!`, `?` and `»`, and after `«`: U+00A0 everywhere, and not the narrow one.
#[test]
fn french_is_spaced_as_french() {
    let mut faults = Vec::new();
    for (key, entry) in &Catalogue::read(words::catalogue(Lang::Fr)).entries {
        for text in &entry.texts {
            if let Some(fault) = french_fault(text) {
                faults.push(format!("fr: `{key}`: {fault} in `{text}`"));
            }
        }
    }
    no_faults(faults);
}

/// What follows a colon begins with a capital in German if it is a sentence: these words begin one, or nothing of ours.
#[test]
fn a_german_sentence_after_a_colon_begins_with_a_capital() {
    let mut faults = Vec::new();
    for (key, entry) in &Catalogue::read(words::catalogue(Lang::De)).entries {
        for text in &entry.texts {
            for word in text.split(": ").skip(1).filter_map(|rest| rest.split([' ', ',']).next()) {
                if GERMAN_BEGINNINGS.contains(&word) {
                    faults.push(format!("de: `{key}`: small letter after a colon in `{text}`"));
                }
            }
        }
    }
    no_faults(faults);
}

const GERMAN_BEGINNINGS: [&str; 18] = [
    "auch", "auf", "bis", "dann", "dies", "dieser", "dieses", "einzelne", "er", "es", "ich", "jene", "man", "mit",
    "niemand", "sie", "was", "wer",
];

/// What is to be done is said to the person, as everywhere else: „Wählen Sie …“ and not „… wählen“.
#[test]
fn german_advice_speaks_to_the_person() {
    let german = Catalogue::read(words::catalogue(Lang::De)).entries;
    let advice = |key: &str| key.starts_with("fix-") || key.ends_with("-fix");
    let texts = || german.iter().filter(|(key, _)| advice(key)).flat_map(|(_, entry)| &entry.texts);
    let verbs: BTreeSet<String> = texts().flat_map(|text| said_to_a_person(text)).collect();
    assert!(verbs.len() > 40, "{verbs:?}");
    let mut faults = Vec::new();
    for (key, entry) in german.iter().filter(|(key, _)| advice(key)) {
        let bad = entry.texts.iter().find_map(|text| infinitive(text, &verbs));
        faults.extend(bad.map(|bad| format!("{key}: {bad}")));
    }
    no_faults(faults);
}

#[test]
fn german_advice_in_the_infinitive_is_caught() {
    let verbs = BTreeSet::from(["wählen".to_owned(), "prüfen".to_owned()]);
    for bad in ["Eine geltende Stufe wählen: X.", "Die Schreibweise prüfen. Sie wird nicht genannt."] {
        assert!(infinitive(bad, &verbs).is_some(), "{bad}");
    }
    for good in
        ["Wählen Sie eine.", "Es ist nichts zu prüfen.", "Niemand kann es prüfen.", "Prüfen Sie es: X wählen Sie."]
    {
        assert_eq!(infinitive(good, &verbs), None, "{good}");
    }
}

/// The verbs of „Wählen Sie“, „… und prüfen Sie“.
fn said_to_a_person(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let pairs = words.windows(2).filter_map(|pair| match pair {
        [verb, "Sie" | "Sie," | "Sie:"] if verb.ends_with('n') => Some(verb.to_lowercase()),
        _ => None,
    });
    pairs.collect()
}

/// A sentence that ends in one of these verbs and says neither to whom it speaks nor that somebody can or must.
fn infinitive(text: &str, verbs: &BTreeSet<String>) -> Option<String> {
    const OTHERWISE: [&str; 14] = [
        "Sie", "zu", "kann", "können", "muss", "müssen", "darf", "dürfen", "wird", "werden", "lassen", "ließen",
        "könnte", "lässt",
    ];
    // Not within „5.19“.
    let apart =
        [". ", ": ", "; ", "! "].iter().fold(text.to_owned(), |text, end| text.replace(end, &end.replace(' ', "\n")));
    let sentences = apart.split('\n');
    let words = |sentence: &str| {
        sentence
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut all = sentences.map(|sentence| (sentence, words(sentence)));
    let bad = all.find(|(_, words)| {
        let ends = words.last().is_some_and(|last| verbs.contains(last));
        words.len() > 1 && ends && !words.iter().any(|word| OTHERWISE.contains(&word.as_str()))
    });
    bad.map(|(sentence, _)| sentence.trim().to_owned())
}

/// The name of a thing, and what was said of the same thing elsewhere: other words for it, whole and in whatever case.
const OTHER_NAMES: [(Lang, &str, &[&str]); 55] = [
    (Lang::De, "Regelwerk", &["Regime"]),
    (Lang::De, "Kennwort", &["Passwort", "Passwörter"]),
    (Lang::De, "Computer", &["Rechner"]),
    (Lang::De, "Verlauf", &["Geschichte"]),
    (Lang::De, "neue Fassung", &["neue Version"]),
    (Lang::De, "Absatzkennzeichen", &["Teilkennzeichnung"]),
    (Lang::De, "Bescheinigung", &["Zeugnis", "Zeugnisses"]),
    (Lang::De, "Vollständiger Name", &["voller Name", "volle Name"]),
    (Lang::De, "Fassung registrieren", &["Fassung eintragen", "Fassung eingetragen"]),
    (Lang::De, "Staat", &["Nation", "Nationen"]),
    (Lang::De, "den Token", &["das Token", "ein Hardware-Token"]),
    (Lang::De, "preisgegeben", &["offenbart"]),
    (Lang::De, "Dienststelle", &["dieser Dienst", "Ihren Dienst"]),
    (Lang::De, "Benachrichtigen Sie", &["Verständigen Sie"]),
    (Lang::De, "Rolle", &["ein Amt", "das Amt", "dieses Amt", "nötige Amt", "demselben Amt", "Ämter"]),
    (Lang::De, "Erinnerung", &["Gedächtnis"]),
    (Lang::De, "Eintrag", &["Eintragung"]),
    (Lang::De, "vollständigen Regeln", &["vollen Regeln"]),
    (Lang::De, "Speicher der Dokumente", &["Objektspeicher", "Objektspeichers"]),
    (Lang::De, "Plugin", &["Modul", "Moduls"]),
    (Lang::De, "Protokoll ist unversehrt", &["Protokoll ist vollständig"]),
    (Lang::Nl, "werkstation", &["werkplek"]),
    (Lang::Nl, "motivering", &["verantwoording"]),
    (Lang::Nl, "historiek", &["geschiedenis"]),
    (Lang::Nl, "fiche", &["zijn blad", "haar blad"]),
    (Lang::Nl, "pagina", &["bladzijde", "bladzijden"]),
    (Lang::Nl, "computer", &["machine"]),
    (Lang::Nl, "openbare sleutel", &["publieke"]),
    (Lang::Nl, "apparaat", &["toestel"]),
    (Lang::Nl, "rol", &["functies"]),
    (Lang::Nl, "equivalent", &["tegenhanger", "tegenhangers"]),
    (Lang::Nl, "beleidslijnen", &["beleiden", "beleidsregels"]),
    (Lang::Nl, "opslag van de documenten", &["objectopslag"]),
    (Lang::Nl, "plug-in", &["module"]),
    (Lang::Nl, "vanaf GEHEIM", &["vanaf SECRET", "TRÈS SECRET", "CONFIDENTIEL", "RESTREINT"]),
    (Lang::Fr, "motivation", &["justification"]),
    (Lang::Fr, "poste", &["poste de travail", "postes de travail"]),
    (Lang::Fr, "ordinateur", &["machine"]),
    (Lang::Fr, "Choisissez parmi", &["Choisir parmi"]),
    (Lang::Fr, "stockage des documents", &["dépôt des documents", "dépôt d’objets", "stockage d’objets"]),
    (Lang::Fr, "Marque de paragraphe", &["marque de portion"]),
    (Lang::Fr, "rôle", &["une charge", "la charge", "de charge", "même charge", "charges"]),
    (Lang::Fr, "pays", &["nation", "nations"]),
    (Lang::Fr, "demande", &["requête", "requêtes"]),
    (Lang::Fr, "second officier", &["deuxième officier"]),
    (Lang::Fr, "créer ses propres clés", &["faire ses clés", "faire ses propres clés", "faire mes clés"]),
    (Lang::Fr, "greffon", &["module", "modules"]),
    (Lang::Fr, "règles complètes", &["toutes les règles"]),
    (Lang::Fr, "journal est intact", &["journal est entier"]),
    (Lang::Fr, "à partir de SECRET", &["GEHEIM", "VERTROUWELIJK", "BEPERKT"]),
    (Lang::Fr, "le niveau le plus bas", &["diffusion restreinte"]),
    (Lang::Nl, "het laagste niveau", &["beperkte verspreiding"]),
    (Lang::De, "niedrigste Stufe", &["beschränkte Verbreitung"]),
    (Lang::En, "computer", &["machine", "machines"]),
    (Lang::En, "store of the documents", &["object store"]),
];

#[test]
fn a_thing_has_one_name() {
    let mut faults = Vec::new();
    for (lang, name, others) in OTHER_NAMES {
        let entries = Catalogue::read(words::catalogue(lang)).entries;
        assert!(entries.values().any(|entry| entry.texts.iter().any(|text| text.contains(name))), "{lang:?} {name}");
        for (key, entry) in entries {
            for other in others.iter().filter(|other| entry.texts.iter().any(|text| says(text, other))) {
                faults.push(format!("{key} ({lang:?}): {other}, elsewhere {name}"));
            }
        }
    }
    no_faults(faults);
}

/// Whether a text has these words, whole and in whatever case.
fn says(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_lowercase(), words.to_lowercase());
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    text.match_indices(&words).any(|(at, found)| {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + found.len()..).unwrap_or_default());
        !letter(before.chars().next_back()) && !letter(after.chars().next())
    })
}

#[test]
fn another_name_is_found_in_whatever_case_and_not_within_a_word() {
    assert!(says("Werkplek toevoegen…", "werkplek") && says("Neue Version: x", "neue version"));
    assert!(!says("eine andere Vorgeschichte", "Geschichte") && !says("werkplekken", "werkplek"));
}

/// Straight apostrophes and three dots are typewriter habits, in all four languages.
#[test]
fn apostrophes_and_ellipses_are_typographic() {
    let mut faults = Vec::new();
    for (lang, catalogue) in &catalogues() {
        for (key, entry) in &catalogue.entries {
            for text in entry.texts.iter().filter(|text| text.contains('\'') || text.contains("...")) {
                faults.push(format!("{lang}: `{key}`: straight apostrophe or three dots in `{text}`"));
            }
        }
    }
    no_faults(faults);
}

/// What a library or the system said is English, and nobody of ours chose its words: a sentence may choose by it, and never
/// repeats it.
#[test]
fn no_sentence_repeats_what_a_library_said() {
    let mut faults = Vec::new();
    for (lang, catalogue) in &catalogues() {
        for (key, entry) in &catalogue.entries {
            let repeated = entry.shown.iter().filter(|name| SAID_BY_OTHERS.contains(&name.as_str()));
            faults.extend(repeated.map(|name| format!("{lang}: `{key}` shows `{name}`")));
        }
    }
    no_faults(faults);
}

#[test]
fn a_sentence_that_repeats_a_cause_is_caught_and_one_that_chooses_by_it_is_not() {
    let catalogue = Catalogue::read("a = { $cause ->\n   *[other] no: { $detail }\n}\nb = { $cause }\n");
    let shown = |key| catalogue.entries.get(key).map(|entry| entry.shown.iter().cloned().collect::<Vec<_>>());
    assert_eq!(shown("a"), Some(vec!["detail".to_owned()]));
    assert_eq!(shown("b"), Some(vec!["cause".to_owned()]));
}

/// The names under which they travel.
const SAID_BY_OTHERS: [&str; 4] = ["cause", "detail", "error", "said"];

fn french_fault(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let unbreakable = |c: Option<&char>| c == Some(&'\u{A0}');
    for (index, c) in chars.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| chars.get(index));
        let after = chars.get(index + 1);
        let ends_a_word = after.is_none_or(|c| c.is_whitespace() || "»)”;:!?…".contains(*c));
        let fault = match c {
            // `10:30`, `age1:…`, `?query` and `?!` are not punctuation of a sentence.
            ';' | ':' | '!' | '?' => {
                ends_a_word && before.is_some_and(|c| !"!?:;(`".contains(*c)) && !unbreakable(before)
            }
            '»' => !unbreakable(before),
            '«' => !unbreakable(after),
            _ => false,
        };
        if fault {
            return Some(format!("no unbreakable space beside `{c}`"));
        }
    }
    None
}

#[test]
fn a_french_sentence_with_a_plain_space_or_none_is_caught() {
    assert!(french_fault("Pourquoi ?").is_some());
    assert!(french_fault("Motif: {x}").is_some());
    assert!(french_fault("Ouvrir « ceci »").is_some());
    assert!(french_fault("Le dossier \u{FFFC}: fermé").is_some());
    assert!(french_fault("Pourquoi\u{202F}?").is_some());
    assert!(french_fault("Pourquoi\u{A0}? Motif\u{A0}: «\u{A0}ceci\u{A0}», à 10:30, age1:x").is_none());
}
