//! A marking line: policy, classification, categories, privacy mark.

use serde::{Deserialize, Serialize};

use crate::marking::{Location, Phrases, QualifierKind, Qualifiers, Shown};
use crate::policy::{Held, Key, ValueId};
use crate::{CategoryKind, Label, Lang, Level, Policy, colour};

/// Between the values of a tag where the policy says nothing.
const BETWEEN_VALUES: &str = "/";
/// Between the parts of the line where the policy says nothing.
const BETWEEN_PARTS: &str = " ";

/// What stands above and below a document on the screen and on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Banner {
    /// In both languages where the policy has both: `SECRET – GEHEIM // REL TO BEL, FRA`.
    pub text: String,
    /// `#rrggbb`, from the policy; grey where it gives none.
    pub colour: String,
    /// Black or white, whichever can be read on `colour`.
    pub text_colour: String,
    /// The short form for a paragraph: `S`.
    pub portion: String,
    /// On the common scale; the highest where no table says so: what cannot be compared is treated as such.
    pub level: Level,
}

impl Banner {
    /// For a label of another policy: no words, so that nothing false is said.
    fn none() -> Banner {
        Banner {
            text: String::new(),
            colour: colour::NONE.to_owned(),
            text_colour: colour::text_on(colour::NONE).to_owned(),
            portion: String::new(),
            level: Level::TopSecret,
        }
    }
}

impl Policy {
    /// The marking of a label in one language at one place; empty for a label of another policy.
    ///
    /// Where the policy has no words in the language, those without a language count, then the English ones, then
    /// the names.
    pub fn marking(&self, label: &Label, lang: Lang, at: Location) -> String {
        let Some(label) = label.under(self) else { return String::new() };
        let label = label.as_ref();
        match at {
            Location::Portion => self.portion(label, lang),
            Location::PageTop
            | Location::PageBottom
            | Location::DocumentStart
            | Location::DocumentEnd
            | Location::FirstLine
            | Location::LastLine
            | Location::Subject
            | Location::XHeader
            | Location::WaterMark
            | Location::InputTitle => self.line(label, lang, at, &self.class_text(label, lang, at)),
        }
    }

    /// The banner of a label: the marking at the top of a page, in French and Dutch at once where the policy speaks
    /// both, in English otherwise.
    pub fn banner(&self, label: &Label) -> Banner {
        let Some(label) = label.under(self) else { return Banner::none() };
        let label = label.as_ref();
        let class = self.0.classifications.get(label.resolved().class);
        let colour = class.and_then(|class| class.colour.clone()).unwrap_or_else(|| colour::NONE.to_owned());
        let both = class.is_some_and(|class| class.phrases.speaks(Lang::Fr) && class.phrases.speaks(Lang::Nl));
        let text = if both {
            let french = self.class_text(label, Lang::Fr, Location::PageTop);
            let dutch = self.class_text(label, Lang::Nl, Location::PageTop);
            self.line(label, Lang::Fr, Location::PageTop, &format!("{french} – {dutch}"))
        } else {
            self.marking(label, Lang::En, Location::PageTop)
        };
        Banner {
            text,
            text_colour: colour::text_on(&colour).to_owned(),
            colour,
            portion: self.marking(label, Lang::Fr, Location::Portion),
            level: self.class_level(label.resolved().class).unwrap_or(Level::TopSecret),
        }
    }

    /// The banner of a bare classification, for lists of levels; `None` if the policy has no such classification.
    pub fn class_banner(&self, classification: &str) -> Option<Banner> {
        let name = self.classification(classification)?.name.clone();
        Some(self.banner(&Label::bare(self, &name)?))
    }

    /// What a person reads for a value where it is chosen, in one language: the policy's title for it (`inputTitle`),
    /// else what stands on the page, else the name.
    pub fn value_text<'p>(&'p self, tag: &str, value: &'p str, lang: Lang) -> &'p str {
        match self.value(tag, value) {
            Some((_, value)) => match value.phrases.shown(lang, Location::InputTitle) {
                Shown::Phrase(text) if !text.is_empty() => text,
                Shown::Phrase(_) | Shown::Name | Shown::Nothing => &value.name,
            },
            None => value,
        }
    }

    fn class_text(&self, label: &Label, lang: Lang, at: Location) -> String {
        let Some(class) = self.0.classifications.get(label.resolved().class) else { return String::new() };
        let shown = match class.phrases.shown(lang, at) {
            Shown::Phrase(text) => text,
            Shown::Nothing => "",
            Shown::Name => match self.0.class_phrases.shown(lang, at) {
                Shown::Phrase(text) => text,
                Shown::Nothing | Shown::Name => &class.name,
            },
        };
        let mut out = String::new();
        let around = [&class.qualifiers, &self.0.class_qualifiers];
        wrap(&mut out, shown, &around, lang, at);
        out
    }

    fn policy_text(&self, label: &Label, lang: Lang, at: Location) -> String {
        let by_value = || self.value_for_policy(label, lang, at).map(|(_, text)| text);
        if let Some(text) = self.policy_by_class(label, lang, at).or_else(by_value) {
            return text.to_owned();
        }
        let own = |phrases: &Phrases| match phrases.shown(lang, at) {
            Shown::Phrase(text) => Some(text.to_owned()),
            Shown::Nothing => Some(String::new()),
            Shown::Name => None,
        };
        let text =
            own(&self.0.name_phrases).or_else(|| own(&self.0.line_phrases)).unwrap_or_else(|| self.name().to_owned());
        let mut out = String::new();
        wrap(&mut out, &text, &[&self.0.name_qualifiers], lang, at);
        out
    }

    /// What stands in the place of the policy's name whatever the categories.
    fn policy_by_class(&self, label: &Label, lang: Lang, at: Location) -> Option<&str> {
        let class = self.0.classifications.get(label.resolved().class);
        let by_class = || class.and_then(|class| class.phrases.instead_of_policy(lang, at));
        self.0.line_phrases.instead_of_policy(lang, at).or_else(by_class)
    }

    /// The first value whose phrase may stand in the place of the policy's name, and the phrase.
    fn value_for_policy(&self, label: &Label, lang: Lang, at: Location) -> Option<(ValueId, &str)> {
        let ids = label.resolved().held.iter().flat_map(Held::ids);
        ids.into_iter().find_map(|id| Some((id, self.0.value(id)?.1.phrases.instead_of_policy(lang, at)?)))
    }

    /// The phrase by which a value would have replaced the policy's name, had not another value done so: it is said
    /// among the values, because an audience on the page must not be smaller than that in the label.
    fn passed_over(&self, label: &Label, id: ValueId, lang: Lang, at: Location) -> Option<&str> {
        let phrase = self.0.value(id)?.1.phrases.instead_of_policy(lang, at)?;
        let passed_over = self.policy_by_class(label, lang, at).is_none()
            && self.value_for_policy(label, lang, at).is_some_and(|(first, _)| first != id);
        passed_over.then_some(phrase)
    }

    fn line(&self, label: &Label, lang: Lang, at: Location, class: &str) -> String {
        let resolved = label.resolved();
        let between = self.0.line_qualifiers.get(QualifierKind::Separator, lang, at).unwrap_or(BETWEEN_PARTS);
        let mut line = String::with_capacity(96);
        line.push_str(self.0.line_qualifiers.get(QualifierKind::Prefix, lang, at).unwrap_or_default());
        let start = line.len();
        let part = |text: &str, line: &mut String| {
            let text = text.trim();
            if !text.is_empty() {
                if line.len() > start {
                    line.push_str(between);
                }
                line.push_str(text);
            }
        };
        part(&self.policy_text(label, lang, at), &mut line);
        let suppressed = resolved
            .held
            .iter()
            .flat_map(Held::ids)
            .any(|id| self.0.value(id).is_some_and(|(_, value)| value.phrases.suppresses_class_name(lang, at)));
        if !suppressed {
            part(class, &mut line);
        }
        let mut text = String::new();
        for held in &resolved.held {
            text.clear();
            self.tag_text(&mut text, label, held, lang, at);
            part(&text, &mut line);
        }
        if let Some(mark) = label.privacy_mark() {
            part(&self.privacy_text(mark, lang, at), &mut line);
        }
        let suffix = self.0.line_qualifiers.get(QualifierKind::Suffix, lang, at).unwrap_or_default();
        line.push_str(suffix);
        line
    }

    /// The values under one tag, with what stands before, between and after.
    fn tag_text(&self, out: &mut String, label: &Label, held: &Held, lang: Lang, at: Location) {
        let Some(key) = self.0.index.keys.get(held.key) else { return };
        let mut ranked: Vec<(u32, &str, &Qualifiers)> = Vec::with_capacity(8);
        for id in held.ids() {
            let Some((_, value)) = self.0.value(id) else { continue };
            if self.0.index.repeats(&label.resolved().held, id) {
                continue;
            }
            let rank = self.0.index.rank(id, lang);
            match value.phrases.shown(lang, at) {
                Shown::Phrase(text) if !text.is_empty() => ranked.push((rank, text, &value.qualifiers)),
                Shown::Name => ranked.push((rank, &value.name, &value.qualifiers)),
                Shown::Phrase(_) => {}
                Shown::Nothing => {
                    if let Some(text) = self.passed_over(label, id, lang, at) {
                        ranked.push((rank, text, &value.qualifiers));
                    }
                }
            }
        }
        ranked.sort_by_key(|(rank, _, _)| *rank);
        let mut shown: Vec<(&str, &str, &Qualifiers)> =
            ranked.into_iter().map(|(_, text, qualifiers)| ("", text, qualifiers)).collect();
        for (id, text) in &held.typed {
            let Some((_, value)) = self.0.value(*id) else { continue };
            let before = match value.phrases.shown(lang, at) {
                Shown::Phrase(text) => text,
                Shown::Name | Shown::Nothing => "",
            };
            shown.push((before, text, &value.qualifiers));
        }
        if shown.is_empty() {
            // An audience of nobody: words before and after nothing would read as a marking that says nothing.
            if key.kind == CategoryKind::Permissive && held.count() == 0 {
                self.wrap_tag(out, key, lang, at, |out| out.push('–'));
            }
            return;
        }
        self.wrap_tag(out, key, lang, at, |out| {
            let between = self.qualifier(key, QualifierKind::Separator, lang, at).unwrap_or(BETWEEN_VALUES);
            for (count, (before, text, around)) in shown.iter().enumerate() {
                if count > 0 {
                    out.push_str(between);
                }
                if !before.is_empty() {
                    out.push_str(before);
                    out.push(' ');
                }
                wrap(out, text, &[around], lang, at);
            }
        });
    }

    fn wrap_tag(&self, out: &mut String, key: &Key, lang: Lang, at: Location, inner: impl FnOnce(&mut String)) {
        let prefix = self.qualifier(key, QualifierKind::Prefix, lang, at).unwrap_or_default();
        out.push_str(prefix);
        if prefix.ends_with(|c: char| c.is_alphanumeric()) {
            out.push(' ');
        }
        inner(out);
        let suffix = self.qualifier(key, QualifierKind::Suffix, lang, at).unwrap_or_default();
        if suffix.starts_with(|c: char| c.is_alphanumeric()) {
            out.push(' ');
        }
        out.push_str(suffix);
    }

    fn qualifier(&self, key: &Key, kind: QualifierKind, lang: Lang, at: Location) -> Option<&str> {
        key.tags.iter().find_map(|(set, tag)| self.0.tag_sets.get(*set)?.tags.get(*tag)?.qualifiers.get(kind, lang, at))
    }

    fn privacy_text(&self, mark: &str, lang: Lang, at: Location) -> String {
        let privacy = &self.0.privacy;
        let folded = crate::fold(mark);
        let known = privacy.marks.iter().find(|known| crate::fold(&known.name) == folded);
        let mut out = String::new();
        match known {
            Some(known) => {
                let text = match known.phrases.shown(lang, at) {
                    Shown::Phrase(text) => text,
                    Shown::Nothing => "",
                    Shown::Name => match privacy.phrases.shown(lang, at) {
                        Shown::Phrase(text) => text,
                        Shown::Nothing | Shown::Name => &known.name,
                    },
                };
                wrap(&mut out, text, &[&known.qualifiers, &privacy.qualifiers], lang, at);
            }
            // A marking is one line, whatever the mark's own lines.
            None => out.push_str(&crate::xml::collapse(mark)),
        }
        out
    }

    /// The short form: the classification's letters, what the policy gives letters, and restrictive values always.
    fn portion(&self, label: &Label, lang: Lang) -> String {
        let at = Location::Portion;
        let resolved = label.resolved();
        let mut line = self.class_text(label, lang, at);
        for held in &resolved.held {
            let Some(key) = self.0.index.keys.get(held.key) else { continue };
            let lettered = held
                .ids()
                .any(|id| self.0.value(id).is_some_and(|(_, value)| value.phrases.explicit(lang, at).is_some()));
            if lettered || key.kind == CategoryKind::Restrictive {
                let mut text = String::new();
                self.tag_text(&mut text, label, held, lang, at);
                if !text.is_empty() {
                    line.push(' ');
                    line.push_str(&text);
                }
            }
        }
        line
    }
}

/// Puts the first prefix and the first suffix of the lists around a text, unless there is no text.
fn wrap(out: &mut String, text: &str, around: &[&Qualifiers], lang: Lang, at: Location) {
    if text.is_empty() {
        return;
    }
    let first = |kind| around.iter().find_map(|qualifiers| qualifiers.get(kind, lang, at)).unwrap_or_default();
    out.push_str(first(QualifierKind::Prefix));
    out.push_str(text);
    out.push_str(first(QualifierKind::Suffix));
}
