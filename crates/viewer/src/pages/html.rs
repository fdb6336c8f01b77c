//! Of formatted text (HTML) the text, with what it says of pictures and where its links lead.

use mail_parser::decoders::html::html_to_text;

use crate::missing::{Lack, Missings};

/// The text, with descriptions of pictures and hints in brackets, and the target of each link that its text does not say.
/// Scripts and addresses that a program would fetch are named.
pub fn formatted(html: &str, lacking: &mut Missings) -> String {
    let (mut out, mut rest) = (String::with_capacity(html.len()), html);
    // Where a link leads, and where its text begins.
    let mut link: Option<(String, usize)> = None;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let end =
            if tag.starts_with("<!--") { tag.find("-->").map(|at| at + 3) } else { tag.find('>').map(|at| at + 1) };
        let (tag, after) = tag.split_at(end.unwrap_or(tag.len()));
        rest = after;
        let inside = tag.trim_start_matches('<').trim_end_matches('>');
        let name: String = inside.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        let name = name.to_ascii_lowercase();
        if name == "/a"
            && let Some((target, begins)) = link.take()
        {
            let shown = out.get(begins..).unwrap_or_default();
            let bare = target.trim_start_matches("mailto:").trim_end_matches('/');
            if !shown.contains(bare) {
                out.push_str(&format!(" &lt;{}&gt;", escaped(&target)));
            }
        }
        out.push_str(tag);
        let of = |wanted: &str| attribute(inside, wanted).filter(|value| !value.trim().is_empty());
        match name.as_str() {
            "a" => link = of("href").filter(|href| !href.starts_with('#')).map(|href| (href, out.len())),
            "script" => lacking.add(Lack::Script, "HTML"),
            _ => {}
        }
        for said in [of("alt"), of("title")].into_iter().flatten() {
            out.push_str(&format!("[{}]", escaped(&said)));
        }
        let fetched = [of("src"), of("background")].into_iter().flatten();
        fetched.filter(|address| address.contains("//")).for_each(|address| lacking.add(Lack::Outside, &address));
    }
    out.push_str(rest);
    html_to_text(&out)
}

fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}

/// Of a tag, without its brackets.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag.get(tag.find(|c: char| c.is_whitespace())?..)?;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() && after.is_empty() {
            return None;
        }
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let value = value.get(1..).unwrap_or_default();
                value.split_once(quote).unwrap_or((value, ""))
            }
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value.to_owned());
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pictures_and_links_say_is_read_and_what_would_be_fetched_is_named() {
        let html = "<p>go <a href='https://evil.example/x'>https://bank.example</a> \
            <a href=\"https://same.example/\">https://same.example</a> <img alt='secret &amp; plan' src='https://t.example/p.gif'>\
            <span title=hint>x</span></p><script>run()</script>";
        let mut lacking = Missings::default();
        let text = formatted(html, &mut lacking);
        let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("https://bank.example <https://evil.example/x>"), "{words}");
        assert_eq!(words.matches("same.example").count(), 1, "{words}");
        assert!(words.contains("[secret & plan]") && words.contains("[hint]"), "{words}");
        let named: Vec<_> = lacking.done().into_iter().map(|item| (item.lack, item.name)).collect();
        let expected = [(Lack::Outside, "https://t.example/p.gif".to_owned()), (Lack::Script, "HTML".to_owned())];
        assert_eq!(named, expected);
    }
}
