//! What a PDF has twice, so that programs may show the one or the other: objects of one number, keys of one name. And pages that no
//! list of pages leads to.

use std::collections::{BTreeSet, HashMap, HashSet};

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};

use crate::missing::{Lack, Missings};

/// Objects that are looked at.
const MOST_OBJECTS: usize = 200_000;
/// Nodes of a tree of pages.
const MOST_NODES: usize = 1_000_000;
/// Dictionaries within dictionaries.
const DEEPEST: usize = 100;
/// What stands before the data of a stream, in bytes.
const HEAD: usize = 4096;

/// `pdf`: one of its own. A broken entry of its table, which nothing else may ever ask for, has all of the table made again.
pub fn of(pdf: &Pdf, missing: &mut Missings) {
    let data: &[u8] = pdf.data().as_ref();
    for (number, generation) in objects(data) {
        missing.add(Lack::Twice, &format!("{number} {generation} obj"));
    }
    let listed: HashSet<ObjectIdentifier> = pdf.pages().iter().filter_map(|page| page.raw().obj_id()).collect();
    let mut unlisted = 0;
    for object in pdf.objects().into_iter().take(MOST_OBJECTS) {
        let dict = match &object {
            Object::Dict(dict) => dict,
            Object::Stream(stream) => stream.dict(),
            _ => continue,
        };
        for key in keys(dict.data()) {
            missing.add(Lack::Twice, &format!("/{key}"));
        }
        let kind = dict.get::<Name<'_>>(b"Type");
        let is_page = kind.is_some_and(|kind| matches!(kind.as_str(), "Page" | "Template"));
        unlisted += u32::from(is_page && dict.obj_id().is_some_and(|id| !listed.contains(&id)));
    }
    missing.add_many(Lack::Unlisted, "", unlisted);
}

/// How many places in the tree of pages lead to nothing that could be a page.
pub fn lost_pages(root: &Dict<'_>) -> u32 {
    let (mut waiting, mut seen, mut lost) = (Vec::from_iter(root.get::<Dict<'_>>(b"Pages")), HashSet::new(), 0);
    while let Some(node) = waiting.pop() {
        if seen.len() > MOST_NODES || node.obj_id().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        let Some(kids) = node.get::<Array<'_>>(b"Kids") else {
            lost += 1;
            continue;
        };
        let places = kids.raw_iter().filter(|kid| !matches!(kid, MaybeRef::NotRef(Object::Null(_)))).count();
        let there: Vec<Dict<'_>> = kids.iter::<Dict<'_>>().collect();
        lost += u32::try_from(places.saturating_sub(there.len())).unwrap_or(u32::MAX);
        let is_node = |kid: &Dict<'_>| kid.get::<Name<'_>>(b"Type").is_some_and(|kind| kind.as_str() == "Pages");
        waiting.extend(there.into_iter().filter(is_node));
    }
    lost
}

/// Whether what the tree of pages leads to is none.
pub fn is_no_page(dict: &Dict<'_>) -> bool {
    let named = dict.get::<Name<'_>>(b"Type").is_some_and(|kind| kind.as_str() == "Page");
    !named && [b"Contents".as_slice(), b"Annots", b"MediaBox", b"Resources"].iter().all(|key| !dict.contains_key(key))
}

/// Objects that stand twice between one end mark and the next. What stands in the data of streams is none.
fn objects(data: &[u8]) -> BTreeSet<(u32, u32)> {
    let (mut seen, mut twice) = (HashSet::new(), BTreeSet::new());
    let (mut at, mut head) = (0_usize, 0_usize);
    while let Some(byte) = data.get(at) {
        let here = |word: &[u8]| data.get(at..).is_some_and(|rest| rest.starts_with(word));
        let ends = || data.get(at.saturating_sub(3)..at) == Some(b"end");
        match byte {
            b'o' if here(b"obj") && !ends() && !data.get(at + 3).is_some_and(u8::is_ascii_alphabetic) => {
                if let Some(id) = numbered(data.get(at.saturating_sub(32)..at).unwrap_or_default()) {
                    head = at;
                    if !seen.insert(id) {
                        twice.insert(id);
                    }
                }
                at += 3;
            }
            b's' if here(b"stream") && matches!(data.get(at + 6), Some(b'\r' | b'\n')) && !ends() => {
                let before = data.get(head.max(at.saturating_sub(HEAD))..at).unwrap_or_default();
                let next = length(before).and_then(|length| (at + 7).checked_add(length)).filter(|end| {
                    let behind = data.get(*end..).unwrap_or_default();
                    let behind = behind.get(..16).unwrap_or(behind);
                    behind.windows(9).any(|here| here == b"endstream") || behind.starts_with(b"endstream")
                });
                let found = || data.get(at..)?.windows(9).position(|here| here == b"endstream").map(|found| at + found);
                match next.or_else(found) {
                    Some(next) => at = next + 9,
                    None => break,
                }
            }
            b'%' if here(b"%%EOF") => {
                seen.clear();
                at += 5;
            }
            _ => at += 1,
        }
    }
    twice
}

/// The two numbers that stand before `obj`.
fn numbered(before: &[u8]) -> Option<(u32, u32)> {
    let mut words = before.rsplit(u8::is_ascii_whitespace);
    if !words.next()?.is_empty() {
        return None;
    }
    let mut words = words.filter(|word| !word.is_empty());
    let number = |word: &[u8]| std::str::from_utf8(word).ok()?.parse::<u32>().ok();
    let generation = number(words.next()?)?;
    let word = words.next()?;
    // What stands before it may touch it, as the end of the object before does.
    let digits = word.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    Some((number(word.get(word.len() - digits..)?)?, generation))
}

/// What the head of a stream says of its length, where that is no other object.
fn length(head: &[u8]) -> Option<usize> {
    let at = head.windows(7).rposition(|here| here == b"/Length")?;
    let mut words = head.get(at + 7..)?.split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let length = std::str::from_utf8(words.next()?).ok()?.parse().ok()?;
    let (generation, refers) = (words.next().unwrap_or_default(), words.next() == Some(b"R".as_slice()));
    (!(refers && generation.iter().all(u8::is_ascii_digit))).then_some(length)
}

/// A dictionary or a list that is open.
struct Open<'d> {
    is_dict: bool,
    known: HashMap<&'d [u8], &'d [u8]>,
    /// The key, and where its value begins.
    key: Option<(&'d [u8], usize)>,
    /// Whether something of its value was read.
    valued: bool,
}

impl<'d> Open<'d> {
    fn new(is_dict: bool) -> Open<'d> {
        Open { is_dict, known: HashMap::new(), key: None, valued: false }
    }

    /// The value ends here; the key, where another value had it before.
    fn close(&mut self, data: &'d [u8], end: usize) -> Option<String> {
        let (key, begins) = self.key.take()?;
        let value = data.get(begins..end).unwrap_or_default().trim_ascii();
        let before = self.known.insert(key, value);
        before.filter(|before| *before != value).map(|_| String::from_utf8_lossy(key).into_owned())
    }
}

/// The keys that a dictionary, or one within it, has twice with two values.
fn keys(data: &[u8]) -> Vec<String> {
    let (mut twice, mut at) = (Vec::new(), 0_usize);
    let mut open = if data.trim_ascii_start().starts_with(b"<<") { Vec::new() } else { vec![Open::new(true)] };
    let regular = |byte: &u8| !byte.is_ascii_whitespace() && *byte != 0 && !b"()<>[]{}/%".contains(byte);
    while let Some(byte) = data.get(at) {
        let second = data.get(at + 1);
        let begins = at;
        match (byte, second) {
            (b'<', Some(b'<')) | (b'[', _) => {
                at += if *byte == b'<' { 2 } else { 1 };
                if let Some(around) = open.last_mut() {
                    around.valued = true;
                }
                if open.len() >= DEEPEST {
                    return twice;
                }
                open.push(Open::new(*byte == b'<'));
                continue;
            }
            (b'>', Some(b'>')) | (b']', _) => {
                at += if *byte == b'>' { 2 } else { 1 };
                twice.extend(open.pop().and_then(|mut ended| ended.close(data, begins)));
                continue;
            }
            (b'(', _) => at = behind_string(data, at),
            (b'<', _) => {
                at +=
                    data.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'>')).map_or(1, |end| end + 1)
            }
            (b'%', _) => {
                let line = data.get(at..).unwrap_or_default();
                at += line.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(line.len());
                continue;
            }
            (b'/', _) => {
                let name = data.get(at + 1..).unwrap_or_default();
                let name = name.get(..name.iter().take_while(|byte| regular(byte)).count()).unwrap_or_default();
                at += 1 + name.len();
                if let Some(around) =
                    open.last_mut().filter(|around| around.is_dict && (around.key.is_none() || around.valued))
                {
                    twice.extend(around.close(data, begins));
                    (around.key, around.valued) = (Some((name, at)), false);
                    continue;
                }
            }
            (byte, _) if regular(byte) => {
                at += data.get(at..).map_or(1, |rest| rest.iter().take_while(|byte| regular(byte)).count());
            }
            _ => {
                at += 1;
                continue;
            }
        }
        if let Some(around) = open.last_mut() {
            around.valued = true;
        }
    }
    if let Some(mut last) = open.pop() {
        twice.extend(last.close(data, data.len()));
    }
    twice
}

/// Where a string in brackets ends, which may have brackets within.
fn behind_string(data: &[u8], begins: usize) -> usize {
    let (mut at, mut depth) = (begins, 0_usize);
    while let Some(byte) = data.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_stands_twice_where_nothing_ends_between() {
        let twice = |data: &[u8]| objects(data).into_iter().collect::<Vec<_>>();
        assert_eq!(twice(b"1 0 obj<<>>endobj 2 0 obj<<>>endobj\n1 0 obj 3 endobj"), [(1, 0)]);
        assert_eq!(twice(b"1 0 obj<<>>endobj\n%%EOF\n1 0 obj 3 endobj"), []);
        assert_eq!(twice(b"1 0 obj<</Length 20>>stream\nxx endstream 1 0 objendstream endobj"), []);
        assert_eq!(twice(b"1 0 obj<</Length 2 0 R>>stream\n1 0 obj endstream endobj 2 0 obj 7 endobj"), []);
        assert_eq!(twice(b"endobj1 0 obj 3 endobj1 0 obj 4 endobj"), [(1, 0)]);
        assert_eq!(twice(b"an obj of 1 0 objects, 1 0 objects"), []);
    }

    #[test]
    fn a_key_with_two_values_is_found_at_every_depth() {
        let of = |data: &[u8]| keys(data);
        assert_eq!(of(b"<</Contents 4 0 R/Type/Page/Contents 5 0 R>>"), ["Contents"]);
        assert_eq!(of(b" /A 1 /B [ /A /A ] /A 1 "), [""; 0], "the same value says nothing else");
        assert_eq!(of(b"<</R<</F<</A(x)>>/F 7>>/Q 1>>"), ["F"]);
        assert_eq!(of(b"<</A (a\\)/A 2 (b)) /B <2f41> /C /A /D null % /A 9\n>>"), [""; 0]);
        assert_eq!(of(b"<</A/B/A/C>>"), ["A"]);
        let _ = of(b")))>>]]<<((");
        let _ = of(&b"<<".repeat(10_000));
    }
}
