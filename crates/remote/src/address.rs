//! Where the two servers are. An address has no secret in it: who writes one there is told so.

use std::fmt;
use std::str::FromStr;

use url::Url;

/// An address that has not the form of one, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an address of {kind}: {why}")]
pub struct Malformed {
    /// `postgresql` or `objects`.
    pub kind: &'static str,
    /// What is wrong with it.
    pub why: &'static str,
}

/// `postgres://HOST[:PORT][,HOST[:PORT]…]/DATABASE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    /// Hosts with their ports. The one that can be written is found among them.
    pub hosts: Vec<(String, u16)>,
    pub name: String,
}

/// `s3://BUCKET[/PREFIX]?endpoint=URL[&region=R]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    pub name: String,
    /// Without slashes around it; may be empty.
    pub prefix: String,
    /// `https://HOST[:PORT]`.
    pub endpoint: String,
    pub region: String,
}

const PORT: u16 = 5432;
const MOST_HOSTS: usize = 16;

impl Bucket {
    /// The port of its endpoint.
    pub fn port(&self) -> Option<u16> {
        Url::parse(&self.endpoint).ok()?.port_or_known_default()
    }
}

impl FromStr for Database {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Database, Malformed> {
        let wrong = |why| Malformed { kind: "postgresql", why };
        let rest = ["postgres://", "postgresql://"].iter().find_map(|scheme| text.strip_prefix(scheme));
        let (hosts, name) = rest.and_then(|rest| rest.split_once('/')).ok_or(wrong("form"))?;
        if hosts.contains('@') {
            return Err(wrong("secret"));
        }
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-') {
            return Err(wrong("name"));
        }
        let hosts: Vec<_> = hosts.split(',').map(host).collect::<Option<_>>().ok_or(wrong("host"))?;
        if hosts.len() > MOST_HOSTS {
            return Err(wrong("host"));
        }
        Ok(Database { hosts, name: name.to_owned() })
    }
}

/// A name or an address, with its port.
fn host(text: &str) -> Option<(String, u16)> {
    let (host, port) = match text.strip_prefix('[') {
        Some(six) => {
            let (host, rest) = six.split_once(']')?;
            (host, rest.strip_prefix(':'))
        }
        None => text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port))),
    };
    let is_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'_');
    let port = port.map_or(Some(PORT), |port| port.parse().ok())?;
    (!host.is_empty() && host.bytes().all(is_name)).then(|| (host.to_owned(), port))
}

impl FromStr for Bucket {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Bucket, Malformed> {
        let wrong = |why| Malformed { kind: "objects", why };
        let url = Url::parse(text).map_err(|_| wrong("form"))?;
        if url.scheme() != "s3" || url.fragment().is_some() || url.port().is_some() {
            return Err(wrong("form"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(wrong("secret"));
        }
        let name = url.host_str().unwrap_or_default().to_owned();
        let prefix = url.path().trim_matches('/').to_owned();
        let plain =
            |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'/'));
        if name.len() < 3 || !plain(&name) || !plain(&prefix) || prefix.contains("//") {
            return Err(wrong("name"));
        }
        let (mut endpoint, mut region) = (None, None);
        for (key, value) in url.query_pairs() {
            let slot = match &*key {
                "endpoint" => &mut endpoint,
                "region" => &mut region,
                _ => return Err(wrong("form")),
            };
            if slot.replace(value.into_owned()).is_some() {
                return Err(wrong("form"));
            }
        }
        let endpoint = endpoint.ok_or(wrong("endpoint"))?;
        let at = Url::parse(&endpoint).map_err(|_| wrong("endpoint"))?;
        if at.scheme() != "https" || at.host_str().is_none() || !at.username().is_empty() || at.password().is_some() {
            return Err(wrong("endpoint"));
        }
        let region = region.unwrap_or_else(|| "us-east-1".to_owned());
        Ok(Bucket { name, prefix, endpoint: endpoint.trim_end_matches('/').to_owned(), region })
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hosts = self
            .hosts
            .iter()
            .map(|(host, port)| if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") });
        write!(f, "postgres://{}/{}", hosts.collect::<Vec<_>>().join(","), self.name)
    }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let slash = if self.prefix.is_empty() { "" } else { "/" };
        write!(f, "s3://{}{slash}{}?endpoint={}&region={}", self.name, self.prefix, self.endpoint, self.region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn database(text: &str) -> Result<Database, &'static str> {
        text.parse().map_err(|e: Malformed| e.why)
    }

    fn bucket(text: &str) -> Result<Bucket, &'static str> {
        text.parse().map_err(|e: Malformed| e.why)
    }

    #[test]
    fn a_database_has_hosts_a_name_and_no_secret() {
        let one = database("postgres://db.example:5433/zegel").expect("it has the form");
        assert_eq!((one.hosts.as_slice(), one.name.as_str()), (&[("db.example".to_owned(), 5433)][..], "zegel"));
        let two = database("postgres://a,[::1]:5433/z").expect("it has the form");
        assert_eq!(two.hosts, [("a".to_owned(), 5432), ("::1".to_owned(), 5433)]);
        assert_eq!(database(&two.to_string()), Ok(two));
        assert_eq!(database("postgres://me:secret@db/zegel"), Err("secret"));
        for wrong in ["", "db/zegel", "postgres://db", "http://db/zegel"] {
            assert_eq!(database(wrong), Err("form"), "{wrong}");
        }
        for wrong in ["postgres://db/", "postgres://db/a b", "postgres://db/a?sslmode=disable", "postgres://db/a/b"] {
            assert_eq!(database(wrong), Err("name"), "{wrong}");
        }
        for wrong in ["postgres:///zegel", "postgres://db:x/zegel", "postgres://db:99999/z", "postgres://a,,b/z"] {
            assert_eq!(database(wrong), Err("host"), "{wrong}");
        }
    }

    #[test]
    fn a_bucket_is_reached_by_https_alone() {
        let one = bucket("s3://zegel/exercise?endpoint=https://s3.example:8333&region=be").expect("it has the form");
        assert_eq!((one.name.as_str(), one.prefix.as_str(), one.region.as_str()), ("zegel", "exercise", "be"));
        assert_eq!((one.endpoint.as_str(), one.port()), ("https://s3.example:8333", Some(8333)));
        assert_eq!(bucket(&one.to_string()), Ok(one));
        let bare = bucket("s3://zegel?endpoint=https://s3.example").expect("it has the form");
        assert_eq!((bare.prefix.as_str(), bare.region.as_str(), bare.port()), ("", "us-east-1", Some(443)));
        for wrong in ["s3://zegel", "s3://zegel?endpoint=http://s3.example", "s3://zegel?endpoint=https://a:b@s3"] {
            assert_eq!(bucket(wrong), Err("endpoint"), "{wrong}");
        }
        assert_eq!(bucket("s3://key:secret@zegel?endpoint=https://s3"), Err("secret"));
        assert_eq!(bucket("s3://zegel?endpoint=https://s3&token=x"), Err("form"));
        assert_eq!(bucket("s3://zegel?endpoint=https://s3&endpoint=https://s4"), Err("form"));
        assert_eq!(bucket("s3://ze?endpoint=https://s3"), Err("name"));
    }
}
