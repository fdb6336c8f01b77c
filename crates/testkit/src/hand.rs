//! A clock that is moved by hand.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};

/// A clock that stands still until it is moved. Clones of it are the same clock.
#[derive(Clone)]
pub struct Hand(Arc<AtomicI64>);

impl Hand {
    /// # Panics
    /// When the text is no instant as RFC 3339 writes it.
    pub fn at(text: &str) -> Hand {
        let at: DateTime<Utc> = text.parse().expect("an instant");
        Hand::at_second(at.timestamp())
    }

    /// It stands so many seconds after the beginning of 1970.
    pub fn at_second(seconds: i64) -> Hand {
        Hand(Arc::new(AtomicI64::new(seconds)))
    }

    /// Another clock that stands where this one stands now.
    pub fn apart(&self) -> Hand {
        Hand::at_second(self.0.load(Ordering::SeqCst))
    }

    /// By so many days.
    pub fn forward(&self, days: i64) {
        self.seconds(days * 86_400);
    }

    /// By so many seconds.
    pub fn seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// # Panics
    /// When it was moved to where chrono knows no time.
    pub fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_secs(self.0.load(Ordering::SeqCst)).expect("an instant")
    }

    /// The clock as a vault takes it: what it says when it is asked.
    pub fn told(&self) -> Arc<impl Fn() -> DateTime<Utc> + Send + Sync + use<>> {
        let hand = self.clone();
        Arc::new(move || hand.now())
    }
}
