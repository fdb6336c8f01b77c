//! The four languages, and how a locale names them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the catalogues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Fr,
    Nl,
    De,
    #[default]
    En,
}

/// A locale in none of the four languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is none of `fr`, `nl`, `de`, `en`")]
pub struct UnknownLang(pub String);

impl Lang {
    pub const ALL: [Lang; 4] = [Lang::Fr, Lang::Nl, Lang::De, Lang::En];

    /// The two letters of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::Nl => "nl",
            Lang::De => "de",
            Lang::En => "en",
        }
    }

    /// The language as it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::Fr => "français",
            Lang::Nl => "Nederlands",
            Lang::De => "Deutsch",
            Lang::En => "English",
        }
    }

    /// The first of these locales that is in one of the four languages, else English. Meant for the values of
    /// `LANGUAGE` (a list with colons), `LC_ALL`, `LC_MESSAGES` and `LANG`, in this order.
    pub fn from_locales<'l>(locales: impl IntoIterator<Item = &'l str>) -> Lang {
        locales.into_iter().flat_map(|list| list.split(':')).find_map(|locale| locale.parse().ok()).unwrap_or_default()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Takes `fr`, `FR`, `fr_BE`, `fr-BE`, `fr_BE.UTF-8`, `fr_BE@euro`.
    fn from_str(locale: &str) -> Result<Lang, UnknownLang> {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Lang::ALL
            .into_iter()
            .find(|lang| language.eq_ignore_ascii_case(lang.code()))
            .ok_or_else(|| UnknownLang(locale.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_name_their_language() {
        for (locale, lang) in [
            ("fr", Lang::Fr),
            ("fr_BE.UTF-8", Lang::Fr),
            ("NL", Lang::Nl),
            ("nl-BE", Lang::Nl),
            ("de_BE@euro", Lang::De),
            ("en_GB.utf8", Lang::En),
        ] {
            assert_eq!(locale.parse(), Ok(lang), "{locale}");
        }
    }

    #[test]
    fn other_locales_are_refused() {
        for locale in ["", "C", "POSIX", "C.UTF-8", "français", "frr_DE", "nds", "es_ES", "_fr"] {
            assert_eq!(locale.parse::<Lang>(), Err(UnknownLang(locale.to_owned())));
        }
    }

    #[test]
    fn the_first_locale_that_is_spoken_wins() {
        assert_eq!(Lang::from_locales(["wa:fr:nl", "nl_BE.UTF-8"]), Lang::Fr);
        assert_eq!(Lang::from_locales(["", "", "nl_BE.UTF-8"]), Lang::Nl);
        assert_eq!(Lang::from_locales(["C", "es_ES"]), Lang::En);
        assert_eq!(Lang::from_locales([]), Lang::En);
    }
}
