//! Names of things, parsed once.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use seal::ObjectId;

/// A text has not the form of such a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is no name for a {kind}")]
pub struct BadName {
    /// `officer`, `document`, `dossier`, `class`, `partner`, `release`, `object`.
    pub kind: &'static str,
    /// What was given, cut after 80 characters.
    pub name: String,
}

impl BadName {
    const KINDS: [&str; 7] = ["officer", "document", "dossier", "class", "partner", "release", "object"];

    /// Finds one in the text of an error: what reads a name as part of something larger hands errors on as text alone.
    pub fn told_in(text: &str) -> Option<BadName> {
        let (name, kind) = text.strip_prefix('`')?.rsplit_once("` is no name for a ")?;
        let kind = Self::KINDS.into_iter().find(|known| *known == kind)?;
        Some(BadName { kind, name: name.to_owned() })
    }
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $ok:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// # Errors
            /// [`BadName`] when the text has not the form of such a name.
            pub fn parse(text: &str) -> Result<Self, BadName> {
                let ok: fn(&str) -> bool = $ok;
                if ok(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(BadName { kind: $kind, name: text.chars().take(80).collect() })
                }
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
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

        #[cfg(feature = "screen")]
        impl specta::Type for $name {
            fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
                String::definition(types)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> String {
                name.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
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

fn lower(byte: &u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

name!(
    /// An officer's name in the vault; also a file name: `[a-z0-9][a-z0-9._-]{0,63}`.
    OfficerId, "officer", |t| spoken(t, lower)
);
name!(
    /// A dossier's name as its members know it: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    DossierId, "dossier", |t| spoken(t, u8::is_ascii_alphanumeric)
);
name!(
    /// A partner's name in the vault: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    PartnerId, "partner", |t| spoken(t, u8::is_ascii_alphanumeric)
);
name!(
    /// A document, by 128 random bits: its name says nothing.
    DocumentId, "document", opaque
);
name!(
    /// An access class, by 128 random bits.
    ClassId, "class", opaque
);
name!(
    /// A dossier as the log knows it, by 128 random bits: only members learn its [`DossierId`].
    DossierKey, "dossier", opaque
);
name!(
    /// A request for the assent of others, by 128 random bits.
    AssentId, "request", opaque
);
name!(
    /// A release, by the bits of its request.
    ReleaseId, "release", opaque
);

impl From<&ReleaseId> for AssentId {
    fn from(release: &ReleaseId) -> AssentId {
        AssentId(release.0.clone())
    }
}

impl From<&AssentId> for ReleaseId {
    /// Whether that request is for a release, the state says.
    fn from(request: &AssentId) -> ReleaseId {
        ReleaseId(request.0.clone())
    }
}

impl From<&DocumentId> for ObjectId {
    /// The id of the object that a document is filed with.
    fn from(document: &DocumentId) -> ObjectId {
        // Both have the one form.
        ObjectId::parse(&document.0).expect("an id of a document has the form of an id")
    }
}
