//! `page://localhost/<handle>/<n>?w=<px>&t=<quarters>&f=<n>`: one page of an open document as an image, marked and watermarked, turned
//! to the right by so many quarters; with a number `f`, what is looked for in the document is marked.

use tauri::http::{Request, Response, StatusCode, Uri, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

use viewer::Turn;

use crate::runtime;
use crate::shell::Shell;

/// Widths that a page may be asked for, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 64..=4096;
const DEFAULT_WIDTH: u32 = 1000;

/// Answers a request for a page, on a thread of its own. Only the one window gets any.
pub fn serve<R: Runtime>(from: UriSchemeContext<'_, R>, request: Request<Vec<u8>>, answer: UriSchemeResponder) {
    if from.webview_label() != crate::WINDOW {
        return answer.respond(refusal(StatusCode::FORBIDDEN));
    }
    let Some(asked) = Asked::parse(request.uri()) else {
        return answer.respond(refusal(StatusCode::BAD_REQUEST));
    };
    // Before there is a vault there are no pages.
    let Some(shell) = from.app_handle().try_state::<Shell>().map(|shell| shell.inner().clone()) else {
        return answer.respond(refusal(StatusCode::FORBIDDEN));
    };
    runtime().spawn_blocking(move || {
        answer.respond(match shell.page(&asked.handle, asked.page, asked.width, asked.turn, asked.marked) {
            Ok(image) => page(image),
            Err(problem) => refusal(match problem.code.as_str() {
                "locked" | "denied" | "disabled" | "frozen" => StatusCode::FORBIDDEN,
                "not_open" | "not_found" => StatusCode::NOT_FOUND,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            }),
        });
    });
}

#[derive(Debug, PartialEq, Eq)]
struct Asked {
    handle: String,
    /// From 1.
    page: u32,
    width: u32,
    turn: Turn,
    marked: bool,
}

impl Asked {
    fn parse(uri: &Uri) -> Option<Self> {
        let (handle, page) = uri.path().strip_prefix('/')?.split_once('/')?;
        let page = page.parse().ok().filter(|page| *page >= 1)?;
        let part = |name: &str| uri.query().and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix(name)));
        let width = match part("w=") {
            Some(text) => text.parse().ok().filter(|width| WIDTHS.contains(width))?,
            None => DEFAULT_WIDTH,
        };
        let turn = match part("t=") {
            Some(text) => text.parse().ok().filter(|quarters| *quarters < 4).map(Turn::quarters)?,
            None => Turn::None,
        };
        Some(Self { handle: handle.to_owned(), page, width, turn, marked: part("f=").is_some() })
    }
}

fn page(image: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(image);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("image/webp"));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
    response
}

fn refusal(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(uri: &str) -> Option<Asked> {
        Asked::parse(&uri.parse().expect("a URI"))
    }

    #[test]
    fn a_page_is_named_by_handle_number_and_width() {
        let asked = Asked { handle: "abc".into(), page: 3, width: 800, turn: Turn::None, marked: false };
        assert_eq!(parse("page://localhost/abc/3?w=800"), Some(asked));
    }

    #[test]
    fn a_width_may_be_left_out_but_not_be_out_of_bounds() {
        assert_eq!(parse("page://localhost/abc/1").map(|asked| asked.width), Some(DEFAULT_WIDTH));
        assert_eq!(parse("page://localhost/abc/1?w=800&t=3").map(|asked| asked.turn), Some(Turn::ThreeQuarters));
        assert_eq!(parse("page://localhost/abc/1?w=800&f=3").map(|asked| asked.marked), Some(true));
        assert_eq!(parse("page://localhost/abc/1?t=4"), None);
        for uri in ["page://localhost/abc/1?w=63", "page://localhost/abc/1?w=4097", "page://localhost/abc/1?w=x"] {
            assert_eq!(parse(uri), None, "{uri}");
        }
    }

    #[test]
    fn what_is_no_page_is_refused() {
        for uri in ["page://localhost/", "page://localhost/abc", "page://localhost/abc/0", "page://localhost/abc/-1"] {
            assert_eq!(parse(uri), None, "{uri}");
        }
    }
}
