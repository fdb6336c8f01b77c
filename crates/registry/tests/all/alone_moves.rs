//! What somebody might sign, whether his program would or not: entries of one fact or of several, drawn from a few bytes of what
//! there is. Aimed at what could give a key or a say.

use std::collections::BTreeSet;

use label::Level;
use policy::authorities::OwnAuthorities;
use policy::{ClearanceStatus, DossierStatus, Role};
use registry::assents::{Answer, End, Matter, Request};
use registry::clearances::ReinstateMatter;
use registry::custody::{CarriedOver, CustodyUse, Encoded, ForPairs, SharingMatter, Terms, Whom};
use registry::event::*;
use registry::keys::{KeyName, Together, Witness};
use registry::partners::PartnerRecord;
use registry::people::{Authorisation, ForFunction, NewKeys, ReissueMatter, RolesMatter, UnfreezingMatter};
use registry::state::State;
use registry::{AssentId, ClassId, DocumentId, DossierKey, OfficerId, PartnerId, ReleaseId};
use seal::KeyId;

use super::alone_documents;
use super::stage::*;

pub type Choice = [u8; 6];

/// An entry that somebody might sign, with the key that it introduces and the sheets that it has parts for.
#[derive(Default)]
struct Draft {
    events: Vec<Event>,
    introduces: Option<KeyId>,
    sheets: Vec<(ClassId, u32)>,
}

impl<E: Into<Event>> From<E> for Draft {
    fn from(event: E) -> Draft {
        Draft { events: vec![event.into()], ..Draft::default() }
    }
}

impl Draft {
    fn introducing(event: impl Into<Event>, key: KeyId) -> Draft {
        Draft { introduces: Some(key), ..Draft::from(event) }
    }
}

/// A stage, and what there is on it in the order in which it came: ids are at random, and the same bytes are to give the same.
#[derive(Clone)]
pub struct Play {
    pub stage: Stage,
    pub requests: Vec<AssentId>,
    /// A document that two open, and its class.
    pub for_two: (DocumentId, ClassId),
    /// One that nobody asks to release.
    pub paper: DocumentId,
    keys: Vec<KeyName>,
    /// The state before what is tried now.
    last: State,
}

impl Play {
    pub fn new(mut stage: Stage, for_two: (DocumentId, ClassId)) -> Play {
        let paper: DocumentId = fresh();
        let filed = stage.filed(paper.clone());
        stage.play("rik", filed);
        let keys = vec![
            KeyName::Vault,
            KeyName::Oversight,
            stage.dossier_key(),
            stage.secret_key(),
            KeyName::Class(stage.low.clone()),
        ];
        let mut play = Play { last: stage.state.clone(), requests: Vec::new(), for_two, paper, keys, stage };
        play.seen();
        play
    }

    /// To be called after each entry, so that what is new stands at its place.
    pub fn seen(&mut self) {
        let state = &self.stage.state;
        let new: Vec<KeyName> = state.keys.keys().filter(|key| !self.keys.contains(key)).cloned().collect();
        self.keys.extend(new);
        let new: Vec<AssentId> = state.assents.keys().filter(|id| !self.requests.contains(id)).cloned().collect();
        self.requests.extend(new);
        self.last = state.clone();
    }

    pub fn dossiers(&self) -> Vec<DossierKey> {
        let dossier = |key: &KeyName| if let KeyName::Dossier(dossier) = key { Some(dossier.clone()) } else { None };
        self.keys.iter().filter_map(dossier).collect()
    }

    pub fn classes(&self) -> Vec<ClassId> {
        self.keys.iter().filter_map(|key| key.class().cloned()).collect()
    }

    fn those(&self, fits: impl Fn(&Request) -> bool) -> Vec<AssentId> {
        self.requests.iter().filter(|id| self.stage.state.assents.get(id).is_some_and(&fits)).cloned().collect()
    }
}

pub fn of<T: Clone>(all: &[T], choice: u8) -> Option<T> {
    all.get(usize::from(choice).checked_rem(all.len())?).cloned()
}

/// The last one above all: what was asked for is answered, and what was granted is carried out.
fn recent<T: Clone>(all: &[T], choice: u8) -> Option<T> {
    if choice.is_multiple_of(2) { all.last().cloned() } else { of(all, choice / 2) }
}

/// Time goes on, now and then by some hours: what has to wait may be carried out in the end.
pub fn time_passes(play: &mut Play, choice: Choice) {
    if choice[5].is_multiple_of(4) {
        play.stage.now += chrono::Duration::hours(6);
    }
}

/// What somebody else, who has nothing to do with them, puts right meanwhile: how high a partner may read, whose key it is not
/// his to compare.
pub fn others_put_right(
    play: &mut Play,
    us: &BTreeSet<OfficerId>,
    choice: Choice,
) -> Option<(OfficerId, PartnerChanged)> {
    let [.., what, who, when] = choice;
    if !when.is_multiple_of(8) {
        return None;
    }
    let state = &play.stage.state;
    let keeps = |id: &&OfficerId| {
        state.works(id) && [Role::SecurityOfficer, Role::ReleaseAuthority].iter().any(|role| state.has_role(id, *role))
    };
    let others: Vec<OfficerId> = state.officers.keys().filter(|id| !us.contains(*id)).filter(keeps).cloned().collect();
    let waiting = state.partners.values().filter(|partner| partner.confirmed_by.is_none());
    let waiting: Vec<PartnerRecord> = waiting.map(|partner| partner.record.clone()).collect();
    let mut partner = of(&waiting, what)?;
    partner.ceiling = if partner.ceiling == Level::Secret { Level::Confidential } else { Level::Secret };
    let (author, fact) = (of(&others, who)?, PartnerChanged { partner });
    let stage = &mut play.stage;
    let by = stage.by(author.as_str());
    Event::from(fact.clone()).apply(&mut stage.state, &by.context()).ok()?;
    stage.state.note_author(&by.context());
    stage.index += 1;
    play.seen();
    Some((author, fact))
}

/// Enters what an author drew if he may sign it, as everybody's program checks it but for seals. `ours`: those whose signatures
/// he has.
pub fn tries(play: &mut Play, author: &OfficerId, ours: &[OfficerId], choice: Choice) -> Option<Vec<Event>> {
    if !play.stage.state.works(author) {
        return None;
    }
    let drawn = draw(play, author, ours, choice)?;
    let changed = drawn
        .events
        .iter()
        .filter_map(|event| if let Event::ChangedTogether(fact) = event { Some(fact.document.clone()) } else { None });
    let mut by = By { by_two: changed.collect(), sheets: drawn.sheets, ..play.stage.by(author.as_str()) };
    if let Some(key) = drawn.introduces {
        by = by.introducing(key);
    }
    let context = by.context();
    let mut events = Vec::new();
    let state = &mut play.stage.state;
    for event in drawn.events {
        if event.apply(state, &context).is_err() {
            if !events.is_empty() {
                *state = play.last.clone();
            }
            return None;
        }
        events.push(event);
    }
    for event in common_keys(state, author, &events, play.stage.now) {
        let applied = event.apply(state, &context);
        events.push(event);
        if applied.is_err() {
            *state = play.last.clone();
            return None;
        }
    }
    let parts: Result<Vec<_>, _> = events.iter().map(|event| event.parts(state, &context)).collect();
    let Ok(parts) = parts else {
        *state = play.last.clone();
        return None;
    };
    for (key, epoch) in parts.iter().flat_map(|parts| &parts.begins) {
        state.note_passed_over(key, *epoch, &context);
    }
    state.note_author(&context);
    play.stage.index += 1;
    play.seen();
    Some(events)
}

/// What an entry has that takes somebody's place away: the keys that all hold by their role, for all but him.
fn common_keys(state: &State, author: &OfficerId, events: &[Event], now: chrono::DateTime<chrono::Utc>) -> Vec<Event> {
    let takes =
        |event: &Event| matches!(event, Event::OfficerFrozen(_) | Event::OfficerDisabled(_) | Event::RolesChanged(_));
    if !events.iter().any(takes) {
        return Vec::new();
    }
    let mut renewed = Vec::new();
    for key in [KeyName::Vault, KeyName::Oversight] {
        let (last, epoch) = state.current(&key).expect("it was made with the vault");
        let entitled = state.all_entitled(&key, now);
        if epoch.known_to.is_subset(&entitled) {
            continue;
        }
        let recipient = Some(recipient()).filter(|_| key != KeyName::Vault);
        renewed.push(Rekeyed { key: key.clone(), epoch: last + 1, recipient }.into());
        let officers: Vec<OfficerId> = entitled.into_iter().filter(|officer| officer != author).collect();
        if !officers.is_empty() {
            renewed.push(Delivered { key, epochs: vec![last + 1], officers }.into());
        }
    }
    renewed
}

fn roles(choice: u8) -> BTreeSet<Role> {
    let given = Role::ALL.into_iter().filter(|role| *role != Role::Custodian);
    let some: BTreeSet<Role> = given.enumerate().filter(|(n, _)| choice >> n & 1 == 1).map(|(_, role)| role).collect();
    if some.is_empty() { [Role::SecurityOfficer].into() } else { some }
}

pub fn standing(choice: u8) -> ForFunction {
    let of = Authorisation {
        policies: ["BEL".to_owned()].into(),
        authority: "ANS".to_owned(),
        reference: "N-1".to_owned(),
        until: testkit::date(2027, 1, 1),
    };
    match choice % 3 {
        0 => ForFunction::Within {},
        1 => ForFunction::Outside { authorised: None },
        _ => ForFunction::Outside { authorised: Some(of) },
    }
}

fn guide(stage: &Stage, choice: u8) -> GuideReplaced {
    let mut guide = stage.state.guide().clone();
    guide.aggregation = 2 + u32::from(choice);
    GuideReplaced { guide }
}

fn authorities(choice: u8) -> AuthoritiesReplaced {
    AuthoritiesReplaced { authorities: OwnAuthorities::listed(vec![format!("A{choice}")]) }
}

fn partner_of(stage: &Stage, choice: u8, other: u8) -> Option<PartnerRecord> {
    let all: Vec<PartnerRecord> = stage.state.partners.values().map(|partner| partner.record.clone()).collect();
    let mut partner = of(&all, choice)?;
    match other % 3 {
        0 => partner.recipient = recipient(),
        1 => partner.ceiling = Level::TopSecret,
        _ => partner.nation = "USA".to_owned(),
    }
    Some(partner)
}

/// Keys from custody: for an officer who lacks one, or for any officer.
fn custody_use(
    play: &Play,
    author: &OfficerId,
    person: &OfficerId,
    [_, who, what, other, ..]: Choice,
) -> Option<CustodyUse> {
    let state = &play.stage.state;
    let whom = match what % 3 {
        0 => Whom::Dossier(of(&play.dossiers(), who)?),
        1 => Whom::Officer(of(&["rosa", "remi"], who).map(id)?),
        _ => Whom::Officer(person.clone()),
    };
    let keys = match other % 4 {
        0 | 2 => vec![(play.stage.secret_key(), vec![1])],
        1 => Vec::new(),
        _ => vec![(of(&play.keys, who)?, vec![1])],
    };
    // What two open is asked for them, or for himself and one of them.
    let officers = if what.is_multiple_of(2) { vec![author.clone(), id("rik")] } else { vec![id("bea"), id("rik")] };
    let officers = if other % 8 == 1 { vec![author.clone()] } else { officers };
    let keys_of = |id: OfficerId| Some((id.clone(), state.officers.get(&id)?.keys()));
    let officers = officers.into_iter().filter_map(keys_of).collect();
    let pairs = ForPairs { class: play.for_two.1.clone(), epochs: vec![1], officers };
    Some(CustodyUse {
        whom,
        carrier: author.clone(),
        pairs: Some(pairs).filter(|_| keys.is_empty()).into_iter().collect(),
        keys,
        sharing: state.custody.epoch(),
        threshold: state.custody.threshold(),
        motive: Encoded(vec![7]),
    })
}

/// What is asked for, of what there is.
fn matter(play: &Play, author: &OfficerId, choice: Choice, person: &OfficerId) -> Option<Matter> {
    let [kind, who, what, ..] = choice;
    let (stage, state) = (&play.stage, &play.stage.state);
    Some(match kind % 16 {
        0 => Matter::Roles(RolesMatter { officer: person.clone(), roles: roles(what), instead_of_reader: false }),
        1 => {
            Matter::Clearance(clearance(person.as_str(), if what.is_multiple_of(2) { "SECRET" } else { "TRES SECRET" }))
        }
        2 => {
            let freeze = state.officers.get(person)?.frozen.as_ref()?.index;
            Matter::Unfreezing(UnfreezingMatter { officer: person.clone(), freeze })
        }
        3 => Matter::Succession(LeadNamed { dossier: of(&play.dossiers(), what)?, lead: person.clone() }),
        4 => {
            let signer = signer();
            let keys = NewKeys::of(vault(), person, None, &recipient(), &signer);
            Matter::Reissue(ReissueMatter { officer: person.clone(), keys, signs: signer.verifying_key().clone() })
        }
        5 => Matter::Reinstatement(ReinstateMatter { officer: person.clone(), policy: "BEL".to_owned() }),
        6 => Matter::Guide(guide(stage, what)),
        7 => Matter::Authorities(authorities(what)),
        8 => Matter::Approval(stage.approval()),
        9 => Matter::Function(FunctionSet { officer: person.clone(), function: standing(what) }),
        10 | 15 => Matter::Custody(custody_use(play, author, person, choice)?),
        11 => Matter::CustodySharing(SharingMatter {
            terms: Terms {
                threshold: 1 + what % 2,
                custodians: [author.clone(), of(&[person.clone(), id("sam")], who)?].into(),
                waiting_hours: 0,
            },
            replaces: state.custody.epoch(),
            threshold: state.custody.threshold(),
            over: CarriedOver { carrier: author.clone(), keys: Vec::new() },
        }),
        12 => Matter::Withdrawal(FilingWithdrawn { document: stage.report.clone() }),
        14 => Matter::Printer(PrinterListed { printer: alone_documents::printer(), ceiling: Level::TopSecret }),
        _ => Matter::Release(stage.to_partner()),
    })
}

/// A key of his, or any, to somebody who lacks it, or to anybody.
fn delivery(
    play: &Play,
    author: &OfficerId,
    person: &OfficerId,
    [_, who, what, other, one, more]: Choice,
) -> Option<Delivered> {
    let state = &play.stage.state;
    let has = |key: &&KeyName| state.current(key).is_some_and(|(_, epoch)| epoch.known_to.contains(author));
    let his: Vec<KeyName> = play.keys.iter().filter(has).cloned().collect();
    let key = if one.is_multiple_of(2) { of(&his, what) } else { of(&play.keys, what) }?;
    let last = state.keys.get(&key)?.last();
    let epochs: Vec<u32> =
        if more.is_multiple_of(2) { (1..=last).collect() } else { vec![1 + u32::from(more / 2) % last] };
    let to = if other.is_multiple_of(2) {
        let given = |officer: &OfficerId| {
            epochs.iter().all(|n| state.keys[&key].get(*n).is_some_and(|e| e.was_given_to(officer)))
        };
        let lacking = state.all_entitled(&key, play.stage.now);
        of(&lacking.into_iter().filter(|officer| !given(officer)).collect::<Vec<_>>(), who)?
    } else {
        person.clone()
    };
    Some(Delivered { key, epochs, officers: vec![to] })
}

/// Another key in the place of one, to which he writes or not; dealt to two, or to himself alone; made by him, or, he says, by two.
fn renewal(
    play: &Play,
    author: &OfficerId,
    ours: &[OfficerId],
    person: &OfficerId,
    [_, who, what, other, one, more]: Choice,
) -> Option<Draft> {
    let state = &play.stage.state;
    let key = if other.is_multiple_of(3) { KeyName::Class(play.for_two.1.clone()) } else { of(&play.keys, what)? };
    let epoch = state.keys.get(&key)?.last() + 1;
    let recipient = Some(recipient()).filter(|_| key != KeyName::Vault);
    let mut draft = Draft::from(Rekeyed { key: key.clone(), epoch, recipient });
    let KeyName::Class(class) = key else {
        let officers: Vec<OfficerId> =
            state.all_entitled(&key, play.stage.now).into_iter().filter(|officer| officer != author).collect();
        if !officers.is_empty() && !one.is_multiple_of(4) {
            draft.events.push(Delivered { key, epochs: vec![epoch], officers }.into());
        }
        return Some(draft);
    };
    if one.is_multiple_of(2) {
        draft.sheets.push((class.clone(), epoch));
    }
    if state.opens_by_two(&class) {
        let officers = dealt_to(author, person, who);
        let with = second(play, author, ours, more / 2, Together::Deal(&class, epoch));
        let with = with.filter(|_| more.is_multiple_of(2));
        draft.events.push(Dealt { class, epoch, officers, with }.into());
    }
    Some(draft)
}

fn dealt_to(author: &OfficerId, person: &OfficerId, choice: u8) -> BTreeSet<OfficerId> {
    match choice % 4 {
        0 => [author.clone()].into(),
        1 => [author.clone(), person.clone()].into(),
        2 => [id("rik"), person.clone()].into(),
        _ => [id("rik"), id("bea")].into(),
    }
}

/// A second: himself, another of theirs, or somebody else in whose name he signs, or whose signature of another entry he has.
fn second(play: &Play, author: &OfficerId, ours: &[OfficerId], choice: u8, what: Together<'_>) -> Option<Witness> {
    let state = &play.stage.state;
    let signs = |officer: &OfficerId| Some(signer_of(state.officers.get(officer)?.key));
    let other = if *author == id("rik") { id("bea") } else { id("rik") };
    let (officer, signer, index) = match choice % 4 {
        0 => (author.clone(), signs(author)?, play.stage.index),
        1 => {
            let one = of(ours, choice / 4)?;
            (one.clone(), signs(&one)?, play.stage.index)
        }
        2 => (other, signs(author)?, play.stage.index),
        _ => (other.clone(), signs(&other)?, 0),
    };
    let digest = play.stage.by(author.as_str()).digest;
    Some(Witness::sign(&officer, &signer, (vault(), author, index), what, &digest))
}

/// What is done with what two open: by two, or by one who says so or does not.
fn by_two(play: &Play, author: &OfficerId, ours: &[OfficerId], person: &OfficerId, choice: Choice) -> Option<Draft> {
    let [_, who, what, other, ..] = choice;
    let (document, class) = play.for_two.clone();
    let with = |what| second(play, author, ours, other, what);
    let kept: Event = Maintained { document: document.clone(), consented: who.is_multiple_of(2) }.into();
    Some(match what % 5 {
        0 => OpenedTogether { with: with(Together::Open(&document))?, document }.into(),
        1 => {
            let changed = ChangedTogether { with: with(Together::Change(&document))?, document };
            Draft { events: vec![changed.into(), kept], ..Draft::default() }
        }
        2 => kept.into(),
        3 => {
            let moved =
                Reclassified { document, class: play.stage.low.clone(), object: fresh(), ..play.stage.reclassified() };
            moved.into()
        }
        _ => {
            let epoch = play.stage.state.current(&KeyName::Class(class.clone()))?.0;
            let with = Some(with(Together::Deal(&class, epoch))?);
            Dealt { officers: dealt_to(author, person, who), class, epoch, with }.into()
        }
    })
}

/// A use of custody is carried out: what was asked for goes to whom it was asked for, or something else, or to another.
fn carried_out(play: &Play, person: &OfficerId, [_, who, what, other, ..]: Choice) -> Option<CustodyCarriedOut> {
    let state = &play.stage.state;
    let granted = play.those(|request| request.matter.custody().is_some() && request.end == Some(End::Granted));
    let asked = play.those(|request| request.matter.custody().is_some());
    let request = recent(if what.is_multiple_of(2) && !granted.is_empty() { &granted } else { &asked }, other)?;
    let of_it = state.assents.get(&request)?.matter.custody()?;
    let mut keys = of_it.keys.clone();
    if who.is_multiple_of(4) {
        keys = vec![(of(&play.keys, other)?, vec![1])];
    }
    let delivered = keys.into_iter().filter_map(|(key, epochs)| {
        let given = |officer: &OfficerId| state.keys.get(&key)?.get(1).map(|epoch| epoch.was_given_to(officer));
        let lacking: Vec<OfficerId> = state.all_entitled(&key, play.stage.now).into_iter().collect();
        let lacking: Vec<OfficerId> = lacking.into_iter().filter(|officer| given(officer) == Some(false)).collect();
        let to = match (&of_it.whom, what % 4) {
            (_, 0) => person.clone(),
            (Whom::Officer(officer), 1 | 2) => officer.clone(),
            (Whom::Officer(_) | Whom::Dossier(_), _) => of(&lacking, who)?,
        };
        Some(Delivered { key, epochs, officers: vec![to] })
    });
    let delivered = delivered.collect();
    Some(CustodyCarriedOut { request, delivered })
}

fn draw(play: &Play, author: &OfficerId, ours: &[OfficerId], choice: Choice) -> Option<Draft> {
    let [kind, who, what, other, one, more] = choice;
    let (stage, state) = (&play.stage, &play.stage.state);
    let people: Vec<OfficerId> = state.officers.keys().cloned().collect();
    // Himself above all, and his own.
    let person = match who % 3 {
        0 => author.clone(),
        1 => of(ours, who / 3)?,
        _ => of(&people, who / 3)?,
    };
    let another = of(&people, other)?;
    let dossier = of(&play.dossiers(), what)?;
    let level = ["RESTREINT", "CONFIDENTIEL", "SECRET", "TRES SECRET"][usize::from(other % 4)];
    let partners: Vec<PartnerId> = state.partners.keys().cloned().collect();
    Some(match kind % (64 + alone_documents::KINDS) {
        0 => OfficerFrozen { officer: person }.into(),
        1 => OfficerDisabled { officer: person }.into(),
        2 => OfficerUnfrozen { officer: person }.into(),
        3 => RolesChanged { officer: person, roles: roles(what) }.into(),
        4 | 5 => {
            let given: Vec<Role> =
                if kind.is_multiple_of(2) { vec![Role::Reader] } else { roles(what).into_iter().collect() };
            let record = officer(&format!("puppet-{}", stage.index), &given);
            let (key, added) = (record.key, added(record));
            let delivered =
                stage.delivered(KeyName::Vault, &[state.current(&KeyName::Vault)?.0], &[added.officer.id.as_str()]);
            Draft { events: vec![added.into(), delivered.into()], introduces: Some(key), ..Draft::default() }
        }
        6 => {
            let fact = stage.reissued(person.as_str());
            Draft::introducing(fact.clone(), fact.keys.key)
        }
        7 => clearance(person.as_str(), level).into(),
        8 => {
            let status = [ClearanceStatus::Valid, ClearanceStatus::Suspended][usize::from(what % 2)];
            ClearanceChanged { officer: person, policy: "BEL".to_owned(), status }.into()
        }
        9 => briefing(person.as_str(), level).into(),
        10 => FunctionSet { officer: person, function: standing(what) }.into(),
        11 | 12 => MemberAdded { dossier, ..stage.member(person.as_str()) }.into(),
        13 => MemberRemoved { dossier, officer: if other.is_multiple_of(2) { person } else { another } }.into(),
        14 => DeputyNamed { dossier, deputy: Some(person).filter(|_| !other.is_multiple_of(4)) }.into(),
        15 | 16 => DossierTakenOver { dossier }.into(),
        17 => LeadNamed { dossier, lead: person }.into(),
        18 => {
            let (lead, deputy) =
                (Some(person).filter(|_| !what.is_multiple_of(3)), Some(another).filter(|_| what.is_multiple_of(2)));
            DossierCreated { dossier: fresh(), recipient: recipient(), lead, deputy, from: day(11, 1) }.into()
        }
        19 => {
            let status = [DossierStatus::Closed, DossierStatus::Open][usize::from(other % 2)];
            DossierChanged { dossier, status }.into()
        }
        20 => PartnerChanged { partner: partner_of(stage, what, other)? }.into(),
        21 => PartnerAdded { partner: partner(&format!("P{}", stage.index), "FRA") }.into(),
        22..=24 => {
            let partner = recent(&partners, what)?;
            let known = state.partners.get(&partner)?;
            let fingerprint = known.record.recipient.fingerprint();
            PartnerConfirmed { fingerprint, entered: known.index, partner }.into()
        }
        25..=29 => {
            let matter = matter(play, author, [one, who, what, other, one, more], &person)?;
            Asked { request: fresh(), matter }.into()
        }
        30..=36 => {
            let waiting = play.those(Request::waits);
            // What is to be so with the next yes, now and then a custodian's.
            let uses = play.those(|request| request.waits() && request.matter.custody().is_some());
            let request = recent(if kind % (64 + alone_documents::KINDS) > 34 { &uses } else { &waiting }, what)?;
            let introduces = state.assents.get(&request)?.matter.reissue().map(|of| of.keys.key);
            Draft { introduces, ..Draft::from(Answered { request, answer: Answer::Yes }) }
        }
        37..=41 => delivery(play, author, &person, choice)?.into(),
        42..=45 => renewal(play, author, ours, &person, choice)?,
        46..=49 => by_two(play, author, ours, &person, choice)?,
        50..=52 => carried_out(play, &person, choice)?.into(),
        53 => Deposited { key: of(&play.keys, what)?, epochs: vec![1] }.into(),
        54 => {
            let over = CarriedOver { carrier: author.clone(), keys: Vec::new() };
            let terms =
                Terms { threshold: 1 + what % 2, custodians: [author.clone(), another].into(), waiting_hours: 0 };
            CustodyShared { terms, over }.into()
        }
        55 => {
            let fact = stage.renewed(person.as_str());
            Draft::introducing(fact.clone(), fact.keys.key)
        }
        56 => {
            let fact = stage.further(person.as_str(), &format!("workstation {what}"));
            Draft::introducing(fact.clone(), fact.keys.key)
        }
        57 => {
            let key = state.officers.get(&person)?.identities().last()?.0;
            IdentityRevoked { officer: person, key }.into()
        }
        58 => guide(stage, what).into(),
        59 => authorities(what).into(),
        60 => FilingWithdrawn { document: stage.report.clone() }.into(),
        61 | 62 => {
            let releases = play.those(|request| request.matter.release().is_some());
            ReleaseWritten { release: ReleaseId::from(&of(&releases, what)?) }.into()
        }
        63 => MemberAdded { dossier, ..stage.member(another.as_str()) }.into(),
        about => {
            let (event, sheets) = alone_documents::draw(play, about - 64, choice)?;
            Draft { events: vec![event], sheets, ..Draft::default() }
        }
    })
}
