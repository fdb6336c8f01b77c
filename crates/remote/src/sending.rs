//! Requests to the object store: how long one may take. An upload goes on as long as its bytes go out; it is given up when nothing moves.

use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpRequestBody, HttpResponse, HttpResponseBody,
    HttpService,
};
use tokio::time::{Instant, Sleep};

use crate::tls;

/// How long nothing may move of what has a body that takes its time.
pub(crate) const STILL: Duration = Duration::from_secs(20);
/// The same of what is sent and answered in one piece.
const SOON: Duration = Duration::from_secs(8);
/// A body up to so many bytes is sent in one piece.
pub(crate) const SMALL: usize = 64 << 10;
/// Where one request found nobody, others find nobody for so long: who takes back what he did does not wait for each part of it.
const SILENT: Duration = Duration::from_secs(2);
/// What goes out slower than this, in bytes a second, is as good as what does not go out.
pub(crate) const SLOWEST: u64 = 16 << 10;
/// So many bytes may wait in buffers of the system, where nobody sees whether they go out.
const UNSEEN: u64 = 4 << 20;
/// So much of a body is handed out at a time.
const PART: usize = 32 << 10;

/// The one way in which requests leave: by this client, with answers of so many bytes and no more.
#[derive(Debug)]
pub(crate) struct Connector {
    pub(crate) client: reqwest::Client,
    pub(crate) longest: u64,
    /// Counts requests that change something and had no answer.
    pub(crate) unanswered: Arc<AtomicU64>,
    /// When a request found nobody last.
    pub(crate) silent: Arc<Mutex<Option<Instant>>>,
}

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let (client, unanswered) = (self.client.clone(), self.unanswered.clone());
        let silent = self.silent.clone();
        Ok(HttpClient::new(Bounded { client, longest: self.longest, unanswered, silent }))
    }
}

#[derive(Debug)]
struct Bounded {
    client: reqwest::Client,
    longest: u64,
    unanswered: Arc<AtomicU64>,
    silent: Arc<Mutex<Option<Instant>>>,
}

#[async_trait::async_trait]
impl HttpService for Bounded {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let is_silent = self.silent().is_some_and(|since| since.elapsed() < SILENT);
        if is_silent {
            // Nothing is sent, and nothing tries again.
            return Err(HttpError::new(HttpErrorKind::Unknown, NothingMoves));
        }
        let (parts, body) = request.into_parts();
        let url = parts.uri.to_string().parse::<url::Url>();
        let url = url.map_err(|error| HttpError::new(HttpErrorKind::Unknown, error))?;
        let still = if body.content_length() <= SMALL { SOON } else { STILL };
        let moved = Moved::with(still);
        let mut sent = Sent::of(&parts.method, &self.unanswered);
        let mut request = reqwest::Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        if body.content_length() > 0 {
            let body = SendingBody { body, part: Bytes::new(), moved: moved.clone() };
            *request.body_mut() = Some(reqwest::Body::wrap(body));
        }
        let answer = moved.as_long_as_it_moves(self.client.execute(request)).await;
        let answer = match answer.and_then(|answer| answer.map_err(as_http)) {
            Ok(answer) => answer,
            Err(error) => {
                match error.kind() {
                    // Nobody got it.
                    HttpErrorKind::Connect => sent.is_over(),
                    HttpErrorKind::Timeout => *self.silent() = Some(Instant::now()),
                    _ => {}
                }
                return Err(error);
            }
        };
        // What a server could not do, it may do all the same.
        if !answer.status().is_server_error() {
            sent.is_over();
        }
        let (parts, body) = http::Response::<reqwest::Body>::from(answer).into_parts();
        let (left, sleep) = (self.longest, Box::pin(tokio::time::sleep(SOON)));
        let body = BoundedBody { body, left, still: sleep, silent: self.silent.clone() };
        Ok(HttpResponse::from_parts(parts, HttpResponseBody::new(body)))
    }
}

impl Bounded {
    fn silent(&self) -> MutexGuard<'_, Option<Instant>> {
        self.silent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request that may change something, and of which nobody knows whether it did until it is answered: also where nobody waits for the
/// answer any more.
struct Sent(Option<Arc<AtomicU64>>);

impl Sent {
    fn of(method: &http::Method, unanswered: &Arc<AtomicU64>) -> Sent {
        let changes = !matches!(*method, http::Method::GET | http::Method::HEAD);
        Sent(changes.then(|| unanswered.clone()))
    }

    fn is_over(&mut self) {
        self.0 = None;
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        if let Some(unanswered) = &self.0 {
            unanswered.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// When a request moved last, and how much of its body was handed out by then; how long it may stand still.
#[derive(Clone)]
struct Moved {
    last: Arc<Mutex<(Instant, u64)>>,
    still: Duration,
}

impl Moved {
    fn with(still: Duration) -> Moved {
        Moved { last: Arc::new(Mutex::new((Instant::now(), 0))), still }
    }

    fn last(&self) -> MutexGuard<'_, (Instant, u64)> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn by(&self, bytes: usize) {
        let mut last = self.last();
        *last = (Instant::now(), last.1.saturating_add(bytes as u64));
    }

    /// Until when something has to move: what was handed out may lie in buffers, and goes out from there.
    fn until(&self) -> Instant {
        let (at, handed_out) = *self.last();
        at + self.still + Duration::from_secs(handed_out.min(UNSEEN) / SLOWEST)
    }

    async fn as_long_as_it_moves<T>(&self, what: impl Future<Output = T>) -> Result<T, HttpError> {
        let mut what = std::pin::pin!(what);
        loop {
            let until = self.until();
            match tokio::time::timeout_at(until, &mut what).await {
                Ok(done) => return Ok(done),
                Err(_) if self.until() > until => {}
                Err(_) => return Err(HttpError::new(HttpErrorKind::Timeout, NothingMoves)),
            }
        }
    }
}

/// Nothing went out or came for so long.
#[derive(Debug, thiserror::Error)]
#[error("nothing moves")]
pub(crate) struct NothingMoves;

/// What an error of the client is, as its library would say: it says so of its own requests alone.
fn as_http(error: reqwest::Error) -> HttpError {
    let hyper = || tls::causes(&error).find_map(|cause| cause.downcast_ref::<hyper::Error>());
    let io = || tls::causes(&error).find_map(|cause| cause.downcast_ref::<std::io::Error>());
    let kind = if error.is_timeout() {
        HttpErrorKind::Timeout
    } else if error.is_connect() {
        HttpErrorKind::Connect
    } else if error.is_decode() {
        HttpErrorKind::Decode
    } else if hyper().is_some_and(|e| e.is_closed() || e.is_incomplete_message() || e.is_body_write_aborted()) {
        HttpErrorKind::Request
    } else if hyper().is_some_and(hyper::Error::is_timeout) {
        HttpErrorKind::Timeout
    } else {
        match io().map(std::io::Error::kind) {
            Some(std::io::ErrorKind::TimedOut) => HttpErrorKind::Timeout,
            Some(
                std::io::ErrorKind::ConnectionAborted
                | std::io::ErrorKind::ConnectionReset
                | std::io::ErrorKind::BrokenPipe
                | std::io::ErrorKind::UnexpectedEof,
            ) => HttpErrorKind::Interrupted,
            Some(_) | None => HttpErrorKind::Unknown,
        }
    };
    HttpError::new(kind, error.without_url())
}

/// A body that goes out in small parts, and says whenever one is taken.
struct SendingBody {
    body: HttpRequestBody,
    part: Bytes,
    moved: Moved,
}

impl Body for SendingBody {
    type Data = Bytes;
    type Error = HttpError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, HttpError>>> {
        while self.part.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) => self.part = data,
                    Err(frame) => return Poll::Ready(Some(Ok(frame))),
                },
                other => return Poll::Ready(other),
            }
        }
        let count = self.part.len().min(PART);
        let part = self.part.split_to(count);
        self.moved.by(count);
        Poll::Ready(Some(Ok(Frame::data(part))))
    }

    fn is_end_stream(&self) -> bool {
        self.part.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let left = self.body.size_hint().exact().map(|left| left.saturating_add(self.part.len() as u64));
        left.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// The body of an answer that ends where it must, and comes without standing still.
struct BoundedBody {
    body: reqwest::Body,
    left: u64,
    still: Pin<Box<Sleep>>,
    silent: Arc<Mutex<Option<Instant>>>,
}

/// An answer was longer than any may be.
#[derive(Debug, thiserror::Error)]
#[error("the answer is too long")]
struct TooLong;

impl Body for BoundedBody {
    type Data = Bytes;
    type Error = HttpError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, HttpError>>> {
        let Poll::Ready(polled) = Pin::new(&mut self.body).poll_frame(cx) else {
            ready!(self.still.as_mut().poll(cx));
            *self.silent.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
            return Poll::Ready(Some(Err(HttpError::new(HttpErrorKind::Timeout, NothingMoves))));
        };
        self.still.as_mut().reset(Instant::now() + SOON);
        if let Some(Ok(frame)) = &polled
            && let Some(data) = frame.data_ref()
        {
            match self.left.checked_sub(data.len() as u64) {
                Some(left) => self.left = left,
                None => return Poll::Ready(Some(Err(HttpError::new(HttpErrorKind::Decode, TooLong)))),
            }
        }
        Poll::Ready(polled.map(|polled| polled.map_err(as_http)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        // What the server says of itself reserves no more memory than is allowed.
        let mut bounded = SizeHint::new();
        bounded.set_lower(self.body.size_hint().lower().min(self.left));
        bounded
    }
}
