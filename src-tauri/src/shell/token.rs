//! What the program of a hardware token says and asks, shown on the page, and what the person there answers.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use seal::{Attendant, Passphrase};
use tauri::ipc::Channel;

use crate::events::{ShellEvent, TokenQuestion};
use crate::held;

/// As long is an answer waited for: then nobody is there.
const PATIENCE: Duration = Duration::from_secs(180);

/// An answer to what a token's program asked.
pub enum TokenAnswer {
    Yes,
    No,
    Typed(Passphrase),
}

/// A handle; clones are the same.
#[derive(Clone, Default)]
pub struct AtWindow(Arc<Inner>);

#[derive(Default)]
struct Inner {
    page: Mutex<Option<Channel<ShellEvent>>>,
    numbers: AtomicU32,
    /// What waits for an answer, by its number.
    waiting: Mutex<Option<(u32, SyncSender<Option<TokenAnswer>>)>>,
}

impl AtWindow {
    /// Where the page wants to hear of it from now on.
    pub fn listen(&self, page: Channel<ShellEvent>) {
        *held(&self.0.page) = Some(page);
    }

    /// The person answers a question; none: he does not want to. What is no longer asked is passed over.
    pub fn answer(&self, number: u32, answer: Option<TokenAnswer>) {
        let asked = held(&self.0.waiting).take_if(|(asked, _)| *asked == number);
        if let Some((_, waits)) = asked {
            let _ = waits.send(answer);
        }
    }

    /// Nobody is at the window any more.
    pub fn leave(&self) {
        if let Some((_, waits)) = held(&self.0.waiting).take() {
            let _ = waits.send(None);
        }
    }

    /// Asks, and waits; none where nobody answers.
    fn ask(&self, ask: impl FnOnce(u32) -> ShellEvent) -> Option<TokenAnswer> {
        let (sends, answer) = sync_channel(1);
        let number = self.0.numbers.fetch_add(1, Ordering::SeqCst) + 1;
        *held(&self.0.waiting) = Some((number, sends));
        if !self.say(ask(number)) {
            return None;
        }
        let answer = answer.recv_timeout(PATIENCE).ok().flatten();
        self.say(ShellEvent::TokenAsked { number });
        answer
    }

    fn say(&self, event: ShellEvent) -> bool {
        held(&self.0.page).as_ref().is_some_and(|page| page.send(event).is_ok())
    }

    fn typed(&self, question: &str, secret: bool) -> Option<Passphrase> {
        let asks = if secret { TokenQuestion::Secret } else { TokenQuestion::Text };
        let text = question.to_owned();
        let ask = |number| ShellEvent::TokenAsks { number, asks, text, yes: None, no: None };
        match self.ask(ask)? {
            TokenAnswer::Typed(typed) => Some(typed),
            TokenAnswer::Yes | TokenAnswer::No => None,
        }
    }
}

impl Attendant for AtWindow {
    fn hears(&self, message: &str) {
        self.say(ShellEvent::TokenSays { text: message.to_owned() });
    }

    fn confirms(&self, question: &str, yes: &str, no: Option<&str>) -> Option<bool> {
        let (text, yes, no) = (question.to_owned(), Some(yes.to_owned()), no.map(str::to_owned));
        let asks = TokenQuestion::Confirm;
        match self.ask(|number| ShellEvent::TokenAsks { number, asks, text, yes, no })? {
            TokenAnswer::Yes => Some(true),
            TokenAnswer::No => Some(false),
            TokenAnswer::Typed(_) => None,
        }
    }

    fn types(&self, question: &str) -> Option<String> {
        self.typed(question, false).map(|typed| typed.expose_secret().to_owned())
    }

    fn types_secret(&self, question: &str) -> Option<Passphrase> {
        self.typed(question, true)
    }
}
