//! How a mail is divided into parts (RFC 2046, 5.1.1), and what stands in none of them. Other programs may show another mail.

use crate::missing::{Lack, Missings};

/// Deeper than that nobody nests parts.
const DEEPEST: u32 = 32;
/// What programs write before the first part, for those that know no parts.
const CUSTOMARY: [&str; 5] = [
    "This is a multi-part message in MIME format.",
    "This is a multipart message in MIME format.",
    "This is a multi-part message in MIME format...",
    "This is a cryptographically signed message in MIME format.",
    "This is an OpenPGP/MIME encrypted message (RFC 4880 and 3156)",
];

/// Lines of the head that are no field, and go on none: nobody else shows them.
pub fn stray(document: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(document);
    let head = text.lines().take_while(|line| !line.trim().is_empty());
    let field = |line: &&str| line.contains(':') || line.starts_with([' ', '\t']) || line.starts_with("From ");
    head.filter(|line| !field(line)).map(str::to_owned).collect()
}

/// Names what stands before the first part, between parts or behind the last one, in the mail and in each of its parts; fields
/// and boundaries that say two things; and parts that are never ended.
/// Lines in the heads of parts that are no field go to `stray`.
pub fn around(document: &[u8], lacking: &mut Missings, stray: &mut Vec<String>) {
    let text = String::from_utf8_lossy(document).replace("\r\n", "\n");
    let outside = within(&text, 0, lacking, stray);
    lacking.add_many(Lack::Follows, &outside.to_string(), u32::from(outside > 0));
}

/// How many bytes of a part with a head stand in none of its parts.
fn within(part: &str, depth: u32, lacking: &mut Missings, stray: &mut Vec<String>) -> usize {
    if depth >= DEEPEST {
        return 0;
    }
    let whole = if part.starts_with('\n') { Some(("", part)) } else { part.split_once("\n\n") };
    let (head, body) = whole.unwrap_or((part, ""));
    let head = head.replace("\n\t", " ").replace("\n ", " ");
    if depth > 0 {
        stray.extend(head.lines().filter(|line| !line.contains(':') && !line.trim().is_empty()).map(str::to_owned));
    }
    let of = |name: &str| -> Vec<&str> {
        let field = head.lines().filter_map(|line| line.split_once(':'));
        field.filter(|(known, _)| known.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
    };
    let own = ["From", "Subject", "Date"].into_iter().filter(|_| depth == 0);
    for name in ["Content-Type", "Content-Transfer-Encoding", "Content-Disposition"].into_iter().chain(own) {
        lacking.add_many(Lack::Twice, name, u32::from(of(name).len() > 1));
    }
    let kind = of("Content-Type").into_iter().next().unwrap_or_default();
    if !kind.trim().to_ascii_lowercase().starts_with("multipart/") {
        return 0;
    }
    let parameters = kind.split(';').filter_map(|parameter| parameter.split_once('='));
    let boundaries: Vec<&str> = parameters
        .filter(|(name, _)| name.trim().eq_ignore_ascii_case("boundary"))
        .map(|(_, boundary)| boundary.trim().trim_matches('"'))
        .collect();
    lacking.add_many(Lack::Twice, "boundary", u32::from(boundaries.len() > 1));
    let Some(boundary) = boundaries.first().filter(|boundary| !boundary.is_empty()) else {
        // Nothing says where its parts begin.
        lacking.add(Lack::Damaged, kind.split(';').next().unwrap_or_default().trim());
        return 0;
    };
    let (begins, ends) = (format!("--{boundary}"), format!("--{boundary}--"));
    let (mut outside, mut at) = (0, 0);
    // Where the part that is read begins, and whether the last one was ended.
    let (mut reading, mut ended) = (None, false);
    for line in body.split_inclusive('\n') {
        let bare = line.trim_end();
        let delimits = !ended && (bare == begins || bare == ends && reading.is_some());
        if delimits {
            let part = reading.take().and_then(|from: usize| body.get(from..at));
            outside += part.map_or(0, |part| within(part, depth + 1, lacking, stray));
            ended = bare == ends;
            reading = (!ended).then_some(at + line.len());
        } else if reading.is_none() && !bare.is_empty() && !CUSTOMARY.contains(&bare) {
            outside += line.trim_end_matches('\n').len();
        }
        at += line.len();
    }
    if let Some(part) = reading.and_then(|from| body.get(from..)) {
        lacking.add(Lack::CutShort, if depth == 0 { "" } else { boundary });
        outside += within(part, depth + 1, lacking, stray);
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(mail: &str) -> Vec<(Lack, String)> {
        let mut lacking = Missings::default();
        around(mail.as_bytes(), &mut lacking, &mut Vec::new());
        lacking.done().into_iter().map(|item| (item.lack, item.name)).collect()
    }

    const HEAD: &str = "From: a\nContent-Type: multipart/mixed; boundary=B\n\n";

    #[test]
    fn what_stands_in_none_of_the_parts_is_named_at_every_depth() {
        let inner = "Content-Type: multipart/mixed;\n boundary=\"D\"\n\n--D\n\nbody\n--D--\nbehind it\n";
        let follows = |size: &str| vec![(Lack::Follows, size.to_owned())];
        assert_eq!(named(&format!("{HEAD}--B\n{inner}--B\n\nlast\n--B--\n")), follows("9"));
        assert_eq!(named(&format!("{HEAD}before\n--B\n{inner}--B--\n--B\nafter\n")), follows("23"));
        let customary = "This is a multi-part message in MIME format.";
        assert_eq!(named(&format!("{HEAD}{customary}\n\n--B\n\nbody\n--B--\n")), []);
        assert_eq!(named(&format!("{HEAD}This is a multiple secret\n--B\n\nbody\n--B--\n")), follows("25"));
    }

    #[test]
    fn a_mail_without_its_last_boundary_is_cut_short() {
        assert_eq!(named(&format!("{HEAD}--B\n\nbody")), [(Lack::CutShort, String::new())]);
        let inner = "Content-Type: multipart/mixed; boundary=D\n\n--D\n\nbody\n";
        assert_eq!(named(&format!("{HEAD}--B\n{inner}--B--\n")), [(Lack::CutShort, "D".to_owned())]);
        let without = "From: a\nContent-Type: multipart/mixed; charset=x\n\nbody\n";
        assert_eq!(named(without), [(Lack::Damaged, "multipart/mixed".to_owned())]);
    }
}
