//! One bucket of an S3-compatible store: requests, bounded in size and time, and what their errors mean.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::client::{HttpError, HttpErrorKind};
use object_store::path::Path;
use object_store::{
    Attribute, AttributeValue, Attributes, BackoffConfig, GetOptions, ObjectStore as _, ObjectStoreExt as _, PutMode,
    PutOptions, RetryConfig,
};

use crate::away::Away;
use crate::runtime::{self, PATIENCE};
use crate::sending::{Connector, NothingMoves, SLOWEST, SMALL};
use crate::{BucketAddress, Error, Secrets, tls};

/// The most bytes that one answer may have.
pub(crate) const LONGEST: u64 = 8 << 20;
/// What may come around them.
const AROUND: u64 = 1 << 20;

/// A store that was not there is looked for again after so long.
const AGAIN: Duration = Duration::from_secs(3);
/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(4);
/// For so long something is sent again that had no answer.
const RETRY: Duration = Duration::from_secs(3);

/// A bucket, and where in it the vault lies.
#[derive(Clone, Debug)]
pub(crate) struct Bucket {
    store: Arc<AmazonS3>,
    /// The same, with more patience: for what takes long to be sent.
    patient: Arc<AmazonS3>,
    prefix: String,
    away: Option<Away>,
    /// Somebody looks whether it is back.
    is_watched: Arc<AtomicBool>,
    /// Requests that change something and had no answer.
    unanswered: Arc<AtomicU64>,
}

/// Whether something was put, or something else was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    New,
    There,
}

/// What a thing in the bucket has besides its bytes: small words.
pub(crate) type Tags = Vec<(&'static str, String)>;

/// A thing in the bucket, without its bytes.
pub(crate) struct StoredObject {
    pub(crate) size: u64,
    /// By which the server tells what was put from what was put again: what it says, or else when.
    pub(crate) version: String,
    /// When it was put, by the clock of the server, in milliseconds since 1970.
    pub(crate) at_ms: i64,
    attributes: Attributes,
}

impl StoredObject {
    pub(crate) fn tag(&self, name: &'static str) -> Option<&str> {
        self.attributes.get(&Attribute::Metadata(name.into())).map(AsRef::as_ref)
    }
}

impl Bucket {
    pub(crate) fn new(at: &BucketAddress, secrets: &Secrets) -> Result<Bucket, Error> {
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::config(secrets)?)
            .https_only(true)
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .build()
            .map_err(|_| Error::Offline)?;
        let (unanswered, silent): (Arc<AtomicU64>, _) = (Arc::default(), Arc::default());
        let built = |retry_timeout| {
            let backoff = BackoffConfig {
                init_backoff: Duration::from_millis(40),
                max_backoff: Duration::from_secs(2),
                base: 2.0,
            };
            let (client, unanswered, silent) = (client.clone(), unanswered.clone(), Arc::clone(&silent));
            let store = AmazonS3Builder::new()
                .with_endpoint(&at.endpoint)
                .with_bucket_name(&at.name)
                .with_region(&at.region)
                .with_access_key_id(&secrets.access_key_id)
                .with_secret_access_key(secrets.secret_access_key.expose_secret())
                .with_virtual_hosted_style_request(false)
                .with_disable_bulk_delete(true)
                .with_retry(RetryConfig { backoff, max_retries: 5, retry_timeout })
                .with_http_connector(Connector { client, longest: LONGEST + AROUND, unanswered, silent })
                .build();
            store.map(Arc::new).map_err(|error| failure(&error))
        };
        let (store, patient) = (built(RETRY)?, built(PATIENCE)?);
        let prefix = if at.prefix.is_empty() { String::new() } else { format!("{}/", at.prefix) };
        Ok(Bucket { store, patient, prefix, away: None, is_watched: Arc::default(), unanswered })
    }

    /// How many requests that change something had no answer: they may arrive yet, also where they were sent again.
    pub(crate) fn unanswered(&self) -> u64 {
        self.unanswered.load(Ordering::SeqCst)
    }

    /// The same; this workstation remembers since when it is not there.
    pub(crate) fn remembered_by(self, away: Away) -> Bucket {
        Bucket { away: Some(away), ..self }
    }

    /// What an answer, or none, says of the store.
    fn heard<T>(&self, answered: Result<T, Error>) -> Result<T, Error> {
        match (&self.away, &answered) {
            (Some(away), Err(Error::Offline)) => {
                away.is_away();
                self.watch();
            }
            (Some(away), Ok(_)) => away.is_there(),
            (Some(_), Err(_)) | (None, _) => {}
        }
        answered
    }

    /// Looks whether it is back, as long as anybody works with it: else that shows with the next document only.
    fn watch(&self) {
        if self.is_watched.swap(true, Ordering::SeqCst) {
            return;
        }
        let bucket = self.clone();
        runtime::spawn(async move {
            while Arc::strong_count(&bucket.is_watched) > 1 {
                tokio::time::sleep(AGAIN).await;
                if !matches!(bucket.find("vault.toml").await, Err(Error::Offline)) {
                    break;
                }
            }
            bucket.is_watched.store(false, Ordering::SeqCst);
        });
    }

    fn path(&self, name: &str) -> Path {
        Path::from(format!("{}{name}", self.prefix))
    }

    fn sending(&self, bytes: &Bytes) -> &AmazonS3 {
        if bytes.len() > SMALL { &self.patient } else { &self.store }
    }

    /// Puts something in its place, over what is there.
    pub(crate) async fn put(&self, name: &str, bytes: Bytes) -> Result<(), Error> {
        let path = self.path(name);
        // It may take long: each of its requests ends by itself once nothing moves.
        let put = self.sending(&bytes).put_opts(&path, bytes.into(), PutOptions::default()).await;
        self.heard(put.map(drop).map_err(|error| failure(&error)))
    }

    /// Puts something where there is nothing.
    pub(crate) async fn put_new(&self, name: &str, bytes: Bytes, tags: Tags) -> Result<Put, Error> {
        let tags =
            tags.into_iter().map(|(name, value)| (Attribute::Metadata(name.into()), AttributeValue::from(value)));
        let options = PutOptions { mode: PutMode::Create, attributes: tags.collect(), ..PutOptions::default() };
        let path = self.path(name);
        match self.sending(&bytes).put_opts(&path, bytes.into(), options).await {
            Ok(_) => self.heard(Ok(Put::New)),
            Err(object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. }) => Ok(Put::There),
            Err(error) => self.heard(Err(failure(&error))),
        }
    }

    /// What is there, if anything.
    pub(crate) async fn find(&self, name: &str) -> Result<Option<StoredObject>, Error> {
        let options = GetOptions { head: true, ..GetOptions::default() };
        let path = self.path(name);
        let found = in_time(0, async { Ok(self.store.get_opts(&path, options).await) }).await.and_then(if_there);
        let found = self.heard(found)?;
        Ok(found.map(|found| {
            let at = found.meta.last_modified;
            let version = found.meta.e_tag.unwrap_or_else(|| at.to_rfc3339());
            StoredObject { size: found.meta.size, version, at_ms: at.timestamp_millis(), attributes: found.attributes }
        }))
    }

    /// The bytes of something that is not longer than one answer may be. None: there is nothing.
    pub(crate) async fn read(&self, name: &str) -> Result<Option<Bytes>, Error> {
        self.get(name, GetOptions::default(), LONGEST).await
    }

    /// So many bytes of something, from a place on; it must have them.
    pub(crate) async fn range(&self, name: &str, from: u64, count: u64) -> Result<Option<Bytes>, Error> {
        let range = Some((from..from.saturating_add(count)).into());
        let read = self.get(name, GetOptions { range, ..GetOptions::default() }, count).await?;
        match read {
            Some(bytes) if bytes.len() as u64 != count => Err(Error::Answer),
            read => Ok(read),
        }
    }

    async fn get(&self, name: &str, options: GetOptions, most: u64) -> Result<Option<Bytes>, Error> {
        let path = self.path(name);
        let found = in_time(0, async { Ok(self.store.get_opts(&path, options).await) }).await.and_then(if_there);
        let Some(found) = self.heard(found)? else { return Ok(None) };
        // The library makes as much room as the server says that it needs.
        let count = found.range.end.saturating_sub(found.range.start);
        if count > most {
            return Err(Error::Answer);
        }
        self.heard(in_time(count, found.bytes()).await.map(Some))
    }

    /// Removes something, if it is there.
    pub(crate) async fn remove(&self, name: &str) -> Result<(), Error> {
        let path = self.path(name);
        let removed = in_time(0, async { Ok(self.store.delete(&path).await) }).await.and_then(if_there);
        self.heard(removed.map(drop))
    }

    /// Up to `limit` names below a folder, in their order, after one of them.
    pub(crate) async fn list(&self, folder: &str, after: Option<&str>, limit: usize) -> Result<Vec<String>, Error> {
        let below = format!("{}{folder}/", self.prefix);
        let path = Path::from(below.as_str());
        let listed = match after {
            Some(after) => self.store.list_with_offset(Some(&path), &Path::from(format!("{below}{after}"))),
            None => self.store.list(Some(&path)),
        };
        let mut listed = listed.take(limit);
        let mut names: Vec<String> = Vec::new();
        loop {
            let next = tokio::time::timeout(PATIENCE, listed.next()).await.map_err(|_| Error::Offline);
            let next = next.and_then(|next| next.transpose().map_err(|error| failure(&error)));
            let Some(found) = self.heard(next)? else { break };
            let name = found.location.as_ref().strip_prefix(&below).ok_or(Error::Answer)?;
            // A list that goes round never ends.
            if names.last().map(String::as_str).or(after).is_some_and(|last| last >= name) {
                return Err(Error::Answer);
            }
            names.push(name.to_owned());
        }
        Ok(names)
    }
}

/// What brings so many bytes may take so much longer.
async fn in_time<T>(bytes: u64, what: impl Future<Output = Result<T, object_store::Error>>) -> Result<T, Error> {
    match tokio::time::timeout(4 * PATIENCE + Duration::from_secs(bytes / SLOWEST), what).await {
        Ok(done) => done.map_err(|error| failure(&error)),
        Err(_) => Err(Error::Offline),
    }
}

fn if_there<T>(found: Result<T, object_store::Error>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(failure(&error)),
    }
}

/// What an error of the store means here.
fn failure(error: &object_store::Error) -> Error {
    if tls::is_untrusted(error) {
        return Error::Certificate;
    }
    if tls::is_garbled(error) || tls::causes(error).any(|cause| cause.is::<NothingMoves>()) {
        return Error::Offline;
    }
    let http = tls::causes(error).find_map(|cause| cause.downcast_ref::<HttpError>());
    match http.map(HttpError::kind) {
        Some(HttpErrorKind::Connect | HttpErrorKind::Request | HttpErrorKind::Timeout | HttpErrorKind::Interrupted) => {
            return Error::Offline;
        }
        Some(_) => return Error::Answer,
        None => {}
    }
    match error {
        object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. } => {
            Error::Refused("object store".to_owned())
        }
        object_store::Error::NotFound { .. } => Error::Missing,
        other => refusal(other),
    }
}

/// What a status of the server means. What is neither a status nor a failure of the connection is an answer that nobody gives.
fn refusal(error: &object_store::Error) -> Error {
    const STATUS: &str = "Server returned non-2xx status code: ";
    let said = tls::causes(error).map(ToString::to_string).find(|said| said.starts_with("Server returned"));
    match said {
        // It is there and cannot serve anybody now.
        Some(said) if said.strip_prefix(STATUS).is_some_and(|status| status.starts_with('5')) => Error::Offline,
        Some(said) => Error::Server(said.chars().filter(|c| !c.is_control()).take(200).collect()),
        None => Error::Answer,
    }
}
