#!/usr/bin/env bash
# Plays the main job through zegelctl on a copy of an exercise vault, and says of each step how it came out.
#
#   tests/main-job.sh ZEGELCTL VAULT
#
# Exit status 0 only if everything came out as it should, denials and refusals included. The partner's side uses
# nothing but the stock `age` program and `tar`.
set -euo pipefail
zegelctl=$(realpath "$1")
exercise=$(realpath "$2")

umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$exercise" "$work/vault"
cd "$work"
# What was seen of other copies of the exercise vault is nothing to this one.
export XDG_STATE_HOME=$work/state
printf 'exercise\n' >passphrase   # which nobody else may read

steps=0
wrong=0

# Runs a command and holds its exit status against the one that it should have.
#   expect STATUS "what it is" COMMAND…
expect() {
  local wanted=$1 what=$2 got=0
  shift 2
  "$@" >out 2>err </dev/null || got=$?
  steps=$((steps + 1))
  if [ "$got" = "$wanted" ]; then
    printf '  ok    %-74s exit %s\n' "$what" "$got"
  else
    wrong=$((wrong + 1))
    printf '  WRONG %-74s exit %s, not %s\n' "$what" "$got" "$wanted"
    sed 's/^/          /' err out | head -20
  fi
}

# zegelctl as an officer, answering in JSON.
as() { local officer=$1; shift; "$zegelctl" --vault vault --as "$officer" --passphrase-file passphrase --json "$@"; }

# A value of the last answer: an expression on `it`.
value() { node -e 'const it = JSON.parse(require("fs").readFileSync("out", "utf8")); console.log(eval(process.argv[1]))' "$1"; }

# The codes of the reasons of the last refusal.
reasons() { node -e 'const it = JSON.parse(require("fs").readFileSync("err", "utf8")); console.log(it.reasons.map((r) => r.code).sort().join(" "))'; }

# True when the text has the pattern in it; for `expect`.
has() { grep -qE -- "$1" <<<"$2"; }
same() { cmp -s -- "$1" "$2"; }
title() { printf '\n%s\n' "$*"; }

title "The log, before"
expect 0 "anybody verifies the log, without any key" "$zegelctl" --vault vault --json ledger verify
before=$(value it.entries)

title "A cleared officer opens a document"
expect 0 "fictief (TRÈS SECRET) searches for the convoy routes" as fictief doc list --query itinéraires
source=$(value 'it.documents.find((row) => row.title.includes("itinéraires")).id')
expect 0 "… and opens the appreciation of them" as fictief doc open "$source" --purpose "Préparation" --out routes.pdf
expect 0 "what came out is a PDF" has '^%PDF' "$(head -c 5 routes.pdf)"

title "A registrar files a document"
expect 0 "muster (CONFIDENTIEL) counts the documents of the dossier" as muster doc list --dossier ARDENNES-26
seen=$(value it.total)
expect 0 "modele files it again as SECRET, releasable to BEL and NLD" \
  as modele doc file routes.pdf --dossier ARDENNES-26 --level SECRET --rel BEL,NLD --title "Routes, second edition" \
  --subject "Convoys" --originator "Section Analyse" --date 2026-06-10
id=$(value it.id)
printf '        registered as %s\n' "$(value it.reference)"
expect 0 "its label is an ADatP-4774 label" as modele doc label "$id"
value 'it.label ?? it.xml ?? ""' >label.xml 2>/dev/null || cp out label.xml
expect 0 "fictief opens it" as fictief doc open "$id" --purpose "Lecture" --out again.pdf
expect 0 "… and gets the bytes that were filed" same routes.pdf again.pdf
expect 0 "staal (SECRET, Dutch) opens it: the Netherlands are in its audience" \
  as staal doc open "$id" --purpose "Lezing" --out staal.pdf

title "Others are denied, with every reason"
expect 3 "muster, whose clearance is lower, is denied" as muster doc open "$id" --purpose "Curiosité" --out no.pdf
expect 0 "… because of the clearance" has 'clearance' "$(reasons)"
expect 3 "essai, who has no clearance, is denied" as essai doc open "$id" --purpose "Contrôle" --out no.pdf
expect 0 "… for two reasons or more: $(reasons)" test "$(reasons | wc -w)" -ge 2
expect 1 "nothing of it was written" test -e no.pdf
expect 0 "muster lists the dossier again" as muster doc list --dossier ARDENNES-26
expect 0 "… and sees as many documents as before: what is hidden is not counted" test "$(value it.total)" = "$seen"
expect 0 "a security officer asks why muster may not" as voorbeeld explain open --doc "$id" --officer muster
expect 0 "… and is told that it is denied" test "$(value it.permitted)" = false
expect 1 "a document that does not exist is not found" as muster doc open aaaaaaaaaaaaaaaaaaaaaaaaaa --purpose x --out no.pdf
expect 6 "a wrong passphrase opens nothing" \
  bash -c 'printf "wrong\n" | "$0" --vault vault --as essai --passphrase-file - --json doc list' "$zegelctl"

title "A package for a partner"
expect 3 "modele asks to release it to France: outside its audience" \
  as modele release request --partner service-fictif --doc "$id" --purpose "Échange"
expect 3 "… and to Germany, whose key nobody has confirmed" \
  as modele release request --partner musterdienst --doc "$id" --purpose "Austausch"
expect 0 "proef enters a partner with a key" as proef partner add neudienst --name "Dienst Neu" --nation DEU --contact x \
  --recipient "$(age-keygen 2>/dev/null | age-keygen -y)" --ceiling confidential --agreement A-1
fingerprint=$(value it.fingerprint)
expect 3 "… and may not confirm it" as proef partner confirm neudienst --fingerprint "$fingerprint"
expect 0 "… because of having entered it" has 'entered_by_oneself' "$(reasons)"
expect 0 "voorbeeld, a security officer, confirms it" as voorbeeld partner confirm neudienst --fingerprint "$fingerprint"
expect 0 "modele asks to release the document to the Netherlands" \
  as modele release request --partner voorbeelddienst --doc "$id" --purpose "Uitwisseling"
refused=$(value it.release)
expect 3 "modele may not refuse it" as modele release refuse "$refused" --why "non"
expect 0 "proef refuses it, and says why" as proef release refuse "$refused" --why "Une source y est nommée"
expect 1 "… and then does not approve it" as proef release approve "$refused"
expect 0 "modele asks what became of it" as modele release list
expect 0 "… and reads the reason" test "$(value "it.releases.find((r) => r.id === '$refused').refused_why")" = "Une source y est nommée"
expect 0 "modele asks again" \
  as modele release request --partner voorbeelddienst --doc "$id" --purpose "Uitwisseling"
release=$(value it.release)
expect 3 "modele may not approve it" as modele release approve "$release"
expect 3 "nobody writes it before it is approved" as proef release write "$release" --out packages
expect 0 "proef, release authority and second person, approves it" as proef release approve "$release"
expect 0 "proef writes the package" as proef release write "$release" --out packages
package=$(find packages -name '*.age' | head -1)

title "The partner opens it with stock age $(age --version) and tar"
expect 0 "age decrypts it with the partner's identity" \
  age --decrypt --identity vault/partners/voorbeelddienst.identity.txt --output package.tar "$package"
expect 1 "… and not with another's" \
  age --decrypt --identity <(age-keygen 2>/dev/null) --output no.tar "$package"
mkdir -p package
expect 0 "tar unpacks it" tar -xf package.tar -C package
document=$(find package -name '*.pdf' -size "$(stat -c %s routes.pdf)c" -exec cmp -s routes.pdf {} \; -print | head -1)
expect 0 "the document in it is the one that was filed" test -n "$document"
expect 0 "a label lies next to it" has 'onfidentialityLabel' "$(find package -type f -name '*.xml' -exec cat {} +)"
expect 0 "a manifest lies in it" test -n "$(find package -iname '*manifest*' -print -quit)"

title "The classification guide"
expect 0 "modele asks the guide about a title" as modele guide suggest "Échange avec un service partenaire"
expect 0 "… and is proposed what is received from a partner" test "$(value it.topics[0])" = partner-information
expect 3 "filed as RESTREINT, below the guide and without a motive, it is denied" \
  as modele doc file routes.pdf --dossier ARDENNES-26 --level RESTREINT --title "Échange" --topic partner-information
expect 0 "… for that reason alone" test "$(reasons)" = below_guide
expect 0 "with a motive it is filed" \
  as modele doc file routes.pdf --dossier ARDENNES-26 --level RESTREINT --title "Échange" --topic partner-information \
  --motive "Ne contient que la date de la réunion."
low=$(value it.id)
expect 0 "an officer who may read the document reads the motive" as muster doc show "$low"
expect 0 "… with its topic" test "$(value 'it.motive.startsWith("Ne contient") && it.topics[0]')" = partner-information
expect 0 "the auditor reads that it stands below the guide" as essai ledger show --doc "$low" --action file
expect 0 "… and not why" has 'below-guide' "$(grep -v 'date de la' out)"
printf 'aggregation = 1\n' >flawed.toml
printf 'aggregation = 20\n' >guide.toml
expect 5 "a guide with a flaw is refused, with its line" "$zegelctl" --json guide check flawed.toml
expect 0 "… and what is wrong with it" has guide "$(cat err)"
expect 3 "a registrar does not put a guide in force" as modele guide replace guide.toml

title "A document made from others"
expect 0 "modele makes an extract of both; its marking is the high-water mark" \
  as modele doc derive routes.pdf --from "$id" --from "$low" --dossier ARDENNES-26 --title "Extrait"
made=$(value it.id)
expect 0 "modele looks at it" as modele doc show "$made"
named=$(value it.sources.length)
expect 0 "… SECRET, for the Belgians alone: what both have in common" \
  test "$(value '/SECRET/.test(it.banner.text) && it.releasability.length')" = 0
expect 0 "… with both named in it" test "$named" = 2
expect 3 "as RESTREINT, without a motive, it is denied" \
  as modele doc derive routes.pdf --from "$id" --dossier ARDENNES-26 --title "Extrait" --level RESTREINT
expect 0 "… for that reason alone" test "$(reasons)" = below_sources
expect 1 "muster, who may not open the source, is told that there is none" \
  as muster doc derive routes.pdf --from "$id" --dossier ARDENNES-26 --title "Extrait"
expect 0 "… as of one that does not exist" has not_found "$(cat err)"
title "Terms, and decisions about classifications"
expect 0 "modele, lead of the dossier of the port, asks what is due" as modele calendar --due --dossier HAVEN
expect 0 "… one term is over, one ends soon" \
  test "$(value 'it.documents.map((row) => row.standing.state).join(" ")')" = "overdue due"
expect 0 "the whole calendar knows running terms as well" as modele calendar --dossier HAVEN
quay=$(value 'it.documents.find((row) => row.document.title.includes("Kade")).document.id')
expect 0 "… of what is classified high enough" test "$(value 'it.documents.filter((row) => row.standing.state === "running").length')" -ge 3
expect 0 "the register shows a document that was maintained and one that was lowered" as modele register --dossier HAVEN
expect 0 "… the latest first" test "$(value 'it.decisions.map((row) => row.nature).join(" ")')" = "downgrade maintain"
expect 3 "muster (CONFIDENTIEL) may not open the analysis of the quay" as muster doc open "$quay" --purpose "Lecture" --out no.pdf
expect 3 "proef may read it, and is neither its author nor the lead: declassifying is denied" \
  as proef doc declassify "$quay" --why "Plus personne n’en a besoin"
expect 0 "… for that reason" has 'not_originating_authority' "$(reasons)"
expect 3 "muster is told what opening it would tell, and nothing else" as muster doc declassify "$quay" --why "Par curiosité"
expect 0 "… the clearance, the briefing" test "$(reasons)" = "briefing_level clearance_level"
expect 5 "a motive that says nothing is no motive" as modele doc declassify "$quay" --why "x"
expect 0 "modele asks whether it may be lowered" as modele explain reclassify --doc "$quay" --level CONFIDENTIEL
expect 0 "… and is told that it may" test "$(value it.permitted)" = true
expect 0 "modele declassifies it" as modele doc declassify "$quay" --why "De kade bestaat niet en de oefening is voorbij"
expect 0 "… which the answer calls by its name" test "$(value it.nature)" = declassify
expect 0 "muster opens it now" as muster doc open "$quay" --purpose "Lecture" --out quay.pdf
expect 0 "… a PDF" has '^%PDF' "$(head -c 5 quay.pdf)"
expect 1 "its old file is gone" test -e "vault/objects/${quay:0:2}/$quay.age"
expect 0 "muster reads the decision in the register" as muster register --doc "$quay"
expect 0 "… with its motive and both levels" has 'unclassified' "$(value 'JSON.stringify(it.decisions)')"
expect 0 "fictief files a note of the alliance" \
  as fictief doc file routes.pdf --dossier ARDENNES-26 --policy NATO --level SECRET --title "Alliance note" --date 2026-01-10
nato=$(value it.id)
expect 3 "… and may not lower it without that authority’s consent, though he filed it" \
  as fictief doc relabel "$nato" --level CONFIDENTIAL --interest d --why "Moins sensible"
expect 0 "… for that reason" has 'consent_missing' "$(reasons)"
expect 0 "with the consent he may" \
  as fictief doc relabel "$nato" --level CONFIDENTIAL --interest d --why "Moins sensible" --consent "NATO:EX-LTR-9"
expect 0 "modele looks at the plan of a section of the house" as modele doc list --dossier HAVEN --query protection
plan=$(value 'it.documents.find((row) => row.title.startsWith("Plan de protection")).id')
expect 0 "… on the list of authorities that the vault speaks for" as modele authority list
expect 0 "… by its name" test "$(value 'it.authorities.join()')" = "Section Protection"
expect 3 "modele does not keep that list" as modele authority add "Section Analyse"
expect 0 "modele, lead of its dossier, lowers it without anybody’s consent" \
  as modele doc relabel "$plan" --level CONFIDENTIEL --rel BEL,NLD --interest c --why "Le terminal est fermé"
expect 0 "a security officer asks that the section be taken off the list" \
  as voorbeeld authority remove "Section Protection" --why "Dissoute"
request=$(value it.request)
expect 3 "… and may not agree to it" as voorbeeld assent give "$request"
expect 0 "the other security officer agrees" as exemple assent give "$request"
expect 3 "… and the next decision calls for its consent" as modele doc declassify "$plan" --why "Le terminal est démoli"
expect 0 "… for that reason" has 'consent_missing' "$(reasons)"
expect 3 "the document that went to the partner is another section’s: consent again" \
  as modele doc relabel "$id" --level CONFIDENTIEL --rel BEL,NLD --interest b --why "Itinéraires périmés"
expect 0 "with that section’s consent, modele lowers it" as modele doc relabel "$id" --level CONFIDENTIEL --rel BEL,NLD \
  --interest b --why "Itinéraires périmés" --consent "Section Analyse:EX-12"
expect 0 "… and is told which partner must know" test "$(value 'it.notify.map((r) => r.partner).join()')" = voorbeelddienst
expect 0 "modele notes that the partner was told" as modele doc notified "$id" --partner voorbeelddienst
expect 0 "fictief sees it in the register" as fictief register --doc "$id"
expect 0 "… with the day" has 'voorbeelddienst' "$(value 'JSON.stringify(it.decisions[0].notified)')"

title "The log, after"
expect 0 "the log verifies" "$zegelctl" --vault vault --json ledger verify
expect 0 "… and has grown: openings, denials, filing, release" test "$(value it.entries)" -gt "$before"
expect 0 "an auditor reads who was denied" as essai ledger show --doc "$id"
expect 0 "… and finds muster there" has 'muster' "$(cat out)"

title "What was altered is noticed"
cp -r vault altered
object=$(find altered/objects -name "$source.age")
printf 'x' | dd of="$object" bs=1 seek=2000 conv=notrunc status=none
expect 4 "an object with one byte changed is not opened" \
  "$zegelctl" --vault altered --as fictief --passphrase-file passphrase --json doc open "$source" --purpose x --out no.pdf
cp vault/ledger.sqlite altered/ledger.sqlite
# In the middle of every page: a page has room that nothing is written to.
for ((at = 6144; at < $(stat -c %s altered/ledger.sqlite); at += 4096)); do
  printf 'x' | dd of=altered/ledger.sqlite bs=1 seek=$at conv=notrunc status=none
done
expect 4 "a log with bytes changed does not verify" "$zegelctl" --vault altered --json ledger verify
rm -rf altered && cp -r "$exercise" altered && cp -r vault/desks altered/
expect 4 "a vault that was put back to this morning is refused to an officer who has seen it since" \
  "$zegelctl" --vault altered --as fictief --passphrase-file passphrase --json doc list

printf '\n%d steps, %d of them not as they should be\n' "$steps" "$wrong"
[ "$wrong" = 0 ]
