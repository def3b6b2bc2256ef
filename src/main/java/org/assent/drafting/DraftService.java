package org.assent.drafting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.assent.agreement.AgreementRegister;
import org.assent.agreement.RevisionFacts;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a draft between its opening and its submission. */
@Service
@Transactional
class DraftService {

    private static final int TOLD = 5;

    private final Drafts drafts;
    private final DraftSaves saves;
    private final DraftActs acts;
    private final DocumentVersions versions;
    private final Frames frames;
    private final AgreementRegister agreements;
    private final Clock clock;

    DraftService(
            Drafts drafts,
            DraftSaves saves,
            DraftActs acts,
            DocumentVersions versions,
            Frames frames,
            AgreementRegister agreements,
            Clock clock) {
        this.drafts = drafts;
        this.saves = saves;
        this.acts = acts;
        this.versions = versions;
        this.frames = frames;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** A new sheet, or the old one with what was returned, or with what is in force and is to be revised. */
    void open(String key, String by) {
        Draft draft = drafts.lock(key).orElse(null);
        if (draft == null) {
            draft = drafts.save(new Draft(key, Content.empty(), clock.instant()));
            saves.save(new DraftSave(draft, by, clock.instant()));
        } else {
            draft.reopen(clock.instant());
            begin(draft, by);
        }
        acts.save(new DraftAct(draft, DraftEvent.Kind.OPENED, draft.reason(), by, clock.instant()));
    }

    private void begin(Draft draft, String by) {
        Optional<DocumentVersion> inForce =
                versions.findByAgreementKeyAndState(draft.agreementKey(), VersionState.SIGNED);
        inForce.ifPresent(signed -> {
            RevisionFacts revision = openRevision(draft.agreementKey());
            draft.revise(signed.number(), revision.reason(), revision.requestedBy());
        });
        start(inForce, draft.agreementKey())
                .map(DocumentVersion::content)
                .filter(content -> !content.equals(draft.content()))
                .ifPresent(content -> {
                    draft.save(content, by, clock.instant());
                    saves.save(new DraftSave(draft, by, clock.instant()));
                });
    }

    /** What was returned is mended; what was refused is not, as long as something is in force. */
    private Optional<DocumentVersion> start(Optional<DocumentVersion> inForce, String key) {
        Optional<DocumentVersion> latest = versions.findFirstByAgreementKeyOrderByNumberDesc(key);
        return inForce.isEmpty()
                ? latest
                : latest.filter(version -> version.state() == VersionState.RETURNED)
                        .or(() -> inForce);
    }

    private RevisionFacts openRevision(String key) {
        return agreements.revisions(key).stream()
                .filter(revision -> revision.state() == RevisionFacts.State.OPEN)
                .findFirst()
                .orElseThrow(() -> new Refusal("This agreement is signed, and no revision of it has been asked for."));
    }

    /** To the head of office goes only what would pass (R9). */
    void declareReady(String key, String by) {
        Draft draft = draft(key);
        List<String> open = Check.of(draft.content(), frames.of(key)).stream()
                .filter(Finding::stops)
                .map(Finding::sentence)
                .toList();
        if (!open.isEmpty()) {
            throw new Refusal(toMend(open));
        }
        draft.declareReady(by);
        acts.save(new DraftAct(draft, DraftEvent.Kind.DECLARED_READY, "", by, clock.instant()));
    }

    private static String toMend(List<String> open) {
        String first = String.join(" ", open.subList(0, Math.min(TOLD, open.size())));
        String rest = open.size() > TOLD ? " And " + (open.size() - TOLD) + " more in the tab Agreement." : "";
        return (open.size() == 1
                        ? "One thing is still to be mended: "
                        : open.size() + " things are still to be mended: ")
                + first
                + rest;
    }

    void decide(String key, DraftApproval decision, String remark, String by) {
        Draft draft = draft(key);
        if (decision == DraftApproval.APPROVE) {
            draft.approve(by);
            acts.save(new DraftAct(draft, DraftEvent.Kind.APPROVED, remark, by, clock.instant()));
        } else {
            draft.sendBack(by, remark);
            acts.save(new DraftAct(draft, DraftEvent.Kind.SENT_BACK, remark.strip(), by, clock.instant()));
        }
    }

    /** From here on the version is what everybody reads; nobody can change it (R10). */
    void submit(String key) {
        int number = versions.findFirstByAgreementKeyOrderByNumberDesc(key)
                        .map(DocumentVersion::number)
                        .orElse(0)
                + 1;
        versions.save(draft(key).submit(number, frames.terms(key), clock.instant()));
    }

    private Draft draft(String key) {
        return drafts.lock(key).orElseThrow(DraftDesk::missing);
    }
}
