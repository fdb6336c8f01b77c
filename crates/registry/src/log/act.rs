//! The acts that the log knows. There is one list, for what is recorded, what the log can be filtered by, and what has
//! words.

/// By which right an act stands in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A fact says it. Its author may add these details, and nothing else.
    Fact(&'static [&'static str]),
    /// Its author says it, and no fact does: it is held against the entry.
    Note(Note),
    /// The line of a consultation sheet.
    Sheet,
    /// The reader says it of the entry.
    Reader,
}

/// What an author may say that no fact says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    Unlock,
    Open,
    Derive,
    Notify,
    PrepareReclassify,
    PrepareReseal,
    PrepareRefile,
    WrotePackage,
    Deny,
}

/// On the sheets of which classes the entry of an act writes, by the details that name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheets {
    None,
    /// `class`.
    OfClass,
    /// `class`, `former` and the class of `document`.
    OfMove,
    /// The class of `document`.
    OfDocument,
    /// The classes of `documents`.
    OfDocuments,
}

macro_rules! acts {
    ($($variant:ident = $text:literal, $origin:expr, $sheets:ident;)*) => {
        /// What somebody did.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act {
            $($variant,)*
        }

        impl Act {
            /// All of them, what is looked for most often first.
            pub const ALL: &'static [Act] = &[$(Act::$variant,)*];

            /// The stable text. Words: `ui-act-<this>`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Act::$variant => $text,)*
                }
            }

            /// None when the log knows no such act.
            pub fn parse(text: &str) -> Option<Act> {
                match text {
                    $($text => Some(Act::$variant),)*
                    _ => None,
                }
            }

            pub fn origin(self) -> Origin {
                match self {
                    $(Act::$variant => $origin,)*
                }
            }

            pub fn sheets(self) -> Sheets {
                match self {
                    $(Act::$variant => Sheets::$sheets,)*
                }
            }
        }
    };
}

use Origin::{Fact, Reader, Sheet};

acts! {
    Open = "open", Origin::Note(Note::Open), OfDocument;
    ChangeTogether = "change-together", Fact(&[]), None;
    OpenTogether = "open-together", Fact(&["purpose"]), OfDocument;
    OpenSecond = "open-second", Sheet, None;
    Deny = "deny", Origin::Note(Note::Deny), None;
    File = "file", Fact(&["below-guide"]), OfClass;
    WithdrawDocument = "withdraw-document", Fact(&["why"]), None;
    RequestWithdrawal = "request-withdrawal", Fact(&["why"]), None;
    RefuseWithdrawal = "refuse-withdrawal", Fact(&["why"]), None;
    RecallWithdrawal = "recall-withdrawal", Fact(&["why"]), None;
    Correct = "correct", Fact(&["fields"]), OfDocument;
    Note = "note", Fact(&[]), OfDocument;
    Print = "print", Fact(&["purpose", "pages", "version"]), OfDocument;
    Refile = "refile", Fact(&[]), OfMove;
    LeaveDossier = "leave-dossier", Sheet, None;
    PrepareRefile = "prepare-refile", Origin::Note(Note::PrepareRefile), None;
    FileVersion = "file-version", Fact(&[]), OfClass;
    Derive = "derive", Origin::Note(Note::Derive), OfDocuments;
    Unlock = "unlock", Origin::Note(Note::Unlock), None;
    ChangePassphrase = "change-passphrase", Fact(&[]), None;
    RenewIdentity = "renew-identity", Fact(&[]), None;
    ReissueIdentity = "reissue-identity", Fact(&["why"]), None;
    RequestReissue = "request-reissue", Fact(&["why"]), None;
    RefuseReissue = "refuse-reissue", Fact(&["why"]), None;
    RecallReissue = "recall-reissue", Fact(&["why"]), None;
    AddIdentity = "add-identity", Fact(&[]), None;
    RevokeIdentity = "revoke-identity", Fact(&["why"]), None;
    ProtectIdentity = "protect-identity", Fact(&[]), None;
    UnprotectIdentity = "unprotect-identity", Fact(&[]), None;
    Reclassify = "reclassify", Fact(&["nature", "interest", "authority", "reference"]), OfMove;
    Reseal = "reseal", Fact(&[]), None;
    ReadText = "read-text", Fact(&[]), OfDocument;
    PrepareReseal = "prepare-reseal", Origin::Note(Note::PrepareReseal), None;
    PrepareReclassify = "prepare-reclassify", Origin::Note(Note::PrepareReclassify), None;
    Declassify = "declassify", Sheet, None;
    Downgrade = "downgrade", Sheet, None;
    Upgrade = "upgrade", Sheet, None;
    Remark = "remark", Sheet, None;
    Maintain = "maintain", Sheet, None;
    Move = "move", Sheet, None;
    Notify = "notify", Origin::Note(Note::Notify), OfDocument;
    RequestRelease = "request-release", Fact(&["purpose"]), OfDocuments;
    ApproveRelease = "approve-release", Fact(&[]), OfDocuments;
    RefuseRelease = "refuse-release", Fact(&["why"]), OfDocuments;
    WriteRelease = "write-release", Fact(&[]), OfDocuments;
    WrotePackage = "wrote-package", Origin::Note(Note::WrotePackage), None;
    RecallRelease = "recall-release", Fact(&["why"]), OfDocuments;
    AddPartner = "add-partner", Fact(&[]), None;
    ChangePartner = "change-partner", Fact(&["why"]), None;
    ConfirmPartner = "confirm-partner", Fact(&[]), None;
    AddOfficer = "add-officer", Fact(&[]), None;
    DisableOfficer = "disable-officer", Fact(&["why"]), None;
    ChangeFunction = "change-function", Fact(&["why"]), None;
    RequestFunction = "request-function", Fact(&["why"]), None;
    RefuseFunction = "refuse-function", Fact(&["why"]), None;
    RecallFunction = "recall-function", Fact(&["why"]), None;
    FreezeOfficer = "freeze-officer", Fact(&["why"]), None;
    UnfreezeOfficer = "unfreeze-officer", Fact(&["why"]), None;
    RequestUnfreezing = "request-unfreezing", Fact(&["why"]), None;
    RefuseUnfreezing = "refuse-unfreezing", Fact(&["why"]), None;
    RecallUnfreezing = "recall-unfreezing", Fact(&["why"]), None;
    ChangeRoles = "change-roles", Fact(&["why"]), None;
    RequestRoles = "request-roles", Fact(&["why"]), None;
    GiveRoles = "give-roles", Fact(&[]), None;
    RefuseRoles = "refuse-roles", Fact(&["why"]), None;
    RecallRoles = "recall-roles", Fact(&["why"]), None;
    GrantClearance = "grant-clearance", Fact(&[]), None;
    RequestClearance = "request-clearance", Fact(&[]), None;
    RefuseClearance = "refuse-clearance", Fact(&["why"]), None;
    RecallClearance = "recall-clearance", Fact(&["why"]), None;
    SuspendClearance = "suspend-clearance", Fact(&["why"]), None;
    ReinstateClearance = "reinstate-clearance", Fact(&["why"]), None;
    RequestReinstatement = "request-reinstatement", Fact(&["why"]), None;
    RefuseReinstatement = "refuse-reinstatement", Fact(&["why"]), None;
    RecallReinstatement = "recall-reinstatement", Fact(&["why"]), None;
    WithdrawClearance = "withdraw-clearance", Fact(&["why"]), None;
    RecordBriefing = "record-briefing", Fact(&[]), None;
    RecordApproval = "record-approval", Fact(&[]), None;
    RequestApproval = "request-approval", Fact(&[]), None;
    RefuseApproval = "refuse-approval", Fact(&["why"]), None;
    RecallApproval = "recall-approval", Fact(&["why"]), None;
    ReplaceGuide = "replace-guide", Fact(&[]), None;
    RequestGuide = "request-guide", Fact(&[]), None;
    RefuseGuide = "refuse-guide", Fact(&["why"]), None;
    RecallGuide = "recall-guide", Fact(&["why"]), None;
    AddAuthority = "add-authority", Fact(&[]), None;
    RemoveAuthority = "remove-authority", Fact(&["why"]), None;
    ReplaceAuthorities = "replace-authorities", Fact(&["why"]), None;
    RequestAuthorities = "request-authorities", Fact(&["why"]), None;
    RefuseAuthorities = "refuse-authorities", Fact(&["why"]), None;
    RecallAuthorities = "recall-authorities", Fact(&["why"]), None;
    AddPrinter = "add-printer", Fact(&["why"]), None;
    RequestPrinter = "request-printer", Fact(&["why"]), None;
    RefusePrinter = "refuse-printer", Fact(&["why"]), None;
    RecallPrinter = "recall-printer", Fact(&["why"]), None;
    RemovePrinter = "remove-printer", Fact(&["why"]), None;
    CreateDossier = "create-dossier", Fact(&[]), None;
    CloseDossier = "close-dossier", Fact(&["why"]), None;
    ReopenDossier = "reopen-dossier", Fact(&["why"]), None;
    AddMember = "add-member", Fact(&["basis"]), None;
    RemoveMember = "remove-member", Fact(&["why"]), None;
    NameDeputy = "name-deputy", Fact(&[]), None;
    TakeOverDossier = "take-over-dossier", Fact(&[]), None;
    NameLead = "name-lead", Fact(&["why"]), None;
    RequestSuccession = "request-succession", Fact(&["why"]), None;
    RefuseSuccession = "refuse-succession", Fact(&["why"]), None;
    RecallSuccession = "recall-succession", Fact(&["why"]), None;
    MakeClass = "make-class", Fact(&[]), None;
    DeliverKey = "deliver-key", Fact(&["by"]), None;
    DealKey = "deal-key", Fact(&[]), None;
    DepositKey = "deposit-key", Fact(&[]), None;
    ShareCustody = "share-custody", Fact(&[]), None;
    RequestSharing = "request-sharing", Fact(&[]), None;
    AssentSharing = "assent-sharing", Fact(&[]), None;
    RefuseSharing = "refuse-sharing", Fact(&["why"]), None;
    RecallSharing = "recall-sharing", Fact(&["why"]), None;
    RequestCustody = "request-custody", Fact(&["why"]), None;
    AssentCustody = "assent-custody", Fact(&[]), None;
    RefuseCustody = "refuse-custody", Fact(&["why"]), None;
    StopCustody = "stop-custody", Fact(&["why"]), None;
    CarryOutCustody = "carry-out-custody", Fact(&[]), None;
    RenewKey = "renew-key", Fact(&[]), None;
    Found = "found", Fact(&[]), None;
    DoesNotFit = "does-not-fit", Reader, None;
    Unreadable = "unreadable", Reader, None;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Act;

    #[test]
    fn every_act_is_read_back_from_its_text() {
        let texts: BTreeSet<&str> = Act::ALL.iter().map(|act| act.as_str()).collect();
        assert_eq!(texts.len(), Act::ALL.len(), "none twice");
        assert!(Act::ALL.iter().all(|act| Act::parse(act.as_str()) == Some(*act)));
        assert_eq!(Act::parse("crown"), None);
    }
}
