//! Names of things, parsed once.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use seal::ObjectId;

/// A text has not the form of such a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is no name for a {kind}")]
pub struct BadName {
    /// `officer`, `document`, `dossier`, `class`, `partner`, `release`, `object`, `printer`.
    pub kind: &'static str,
    /// What was given, cut after 80 characters.
    pub name: String,
}

impl BadName {
    const KINDS: [&str; 8] = ["officer", "document", "dossier", "class", "partner", "release", "object", "printer"];

    /// Finds one in the text of an error: what reads a name as part of something larger hands errors on as text alone.
    pub fn told_in(text: &str) -> Option<BadName> {
        let (name, kind) = text.strip_prefix('`')?.rsplit_once("` is no name for a ")?;
        let kind = Self::KINDS.into_iter().find(|known| *known == kind)?;
        Some(BadName { kind, name: name.to_owned() })
    }
}

/// Nearly every name is copied several times for each entry of a log, so that is cheap: none of it is allocated.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Opaque([u8; 26]);

impl Opaque {
    fn of(text: &str) -> Opaque {
        Opaque(text.as_bytes().try_into().expect("an opaque id has 26 characters"))
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("an opaque id is ASCII")
    }
}

/// As [`Opaque`], of any length: copies share one text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Spoken(Arc<str>);

impl Spoken {
    fn of(text: &str) -> Spoken {
        Spoken(text.into())
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident($text:ident), $kind:literal, $ok:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($text);

        impl $name {
            /// # Errors
            /// [`BadName`] when the text has not the form of such a name.
            pub fn parse(text: &str) -> Result<Self, BadName> {
                let ok: fn(&str) -> bool = $ok;
                if ok(text) {
                    Ok(Self($text::of(text)))
                } else {
                    Err(BadName { kind: $kind, name: text.chars().take(80).collect() })
                }
            }

            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.as_str()).finish()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = BadName;
            fn from_str(text: &str) -> Result<Self, BadName> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadName;
            fn try_from(text: String) -> Result<Self, BadName> {
                Self::parse(&text)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl de::Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("a string")
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        $name::parse(text).map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }

        #[cfg(feature = "screen")]
        impl specta::Type for $name {
            fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
                String::definition(types)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> String {
                name.as_str().to_owned()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    };
}

/// 128 random bits in lower-case base32 without padding.
fn opaque(text: &str) -> bool {
    text.len() == 26 && text.bytes().all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b))
}

/// Starts with a letter or digit, then also `.`, `_`, `-`; at most 64 characters.
fn spoken(text: &str, letter: fn(&u8) -> bool) -> bool {
    let mut bytes = text.bytes();
    text.len() <= 64
        && bytes.next().is_some_and(|b| letter(&b))
        && bytes.all(|b| letter(&b) || matches!(b, b'.' | b'_' | b'-'))
}

/// Starts with a letter or digit, then also every other visible sign of ASCII that CUPS takes in a name; at most 127 characters.
fn of_cups(text: &str) -> bool {
    let mut bytes = text.bytes();
    text.len() <= 127
        && bytes.next().is_some_and(|b| b.is_ascii_alphanumeric())
        && bytes.all(|b| b.is_ascii_graphic() && !matches!(b, b'/' | b'#' | b'\\' | b'\'' | b'"'))
}

fn lower(byte: &u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

name!(
    /// An officer's name in the vault; also a file name: `[a-z0-9][a-z0-9._-]{0,63}`.
    OfficerId(Spoken), "officer", |t| spoken(t, lower)
);
name!(
    /// A dossier's name as its members know it: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    DossierId(Spoken), "dossier", |t| spoken(t, u8::is_ascii_alphanumeric)
);
name!(
    /// A partner's name in the vault: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    PartnerId(Spoken), "partner", |t| spoken(t, u8::is_ascii_alphanumeric)
);
name!(
    /// A printer, by the name that CUPS on the workstations knows it by.
    PrinterName(Spoken), "printer", of_cups
);

impl PrinterName {
    /// Whether it names the same printer: CUPS takes no notice of case.
    pub fn is_the_same(&self, other: &PrinterName) -> bool {
        self.as_str().eq_ignore_ascii_case(other.as_str())
    }
}

name!(
    /// A document, by 128 random bits: its name says nothing.
    DocumentId(Opaque), "document", opaque
);
name!(
    /// An access class, by 128 random bits.
    ClassId(Opaque), "class", opaque
);
name!(
    /// A dossier as the log knows it, by 128 random bits: only members learn its [`DossierId`].
    DossierKey(Opaque), "dossier", opaque
);
name!(
    /// A request for the assent of others, by 128 random bits.
    AssentId(Opaque), "request", opaque
);
name!(
    /// A release, by the bits of its request.
    ReleaseId(Opaque), "release", opaque
);

impl From<&ReleaseId> for AssentId {
    fn from(release: &ReleaseId) -> AssentId {
        AssentId(release.0)
    }
}

impl From<&AssentId> for ReleaseId {
    /// Whether that request is for a release, the state says.
    fn from(request: &AssentId) -> ReleaseId {
        ReleaseId(request.0)
    }
}

impl From<&DocumentId> for ObjectId {
    /// The id of the object that a document is filed with.
    fn from(document: &DocumentId) -> ObjectId {
        // Both have the one form.
        ObjectId::parse(document.as_str()).expect("an id of a document has the form of an id")
    }
}
