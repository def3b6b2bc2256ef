package org.assent.drafting;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assent.agreement.AgreementRegister;
import org.assent.engine.Refusal;
import org.assent.organisation.OrganisationRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the team of an office works on its draft. Public: the editor in the Tasklist and the rehearsal write through
 * it; whose task the draft is, they ask before.
 */
@Transactional
@Component
public class DraftDesk {

    private final Drafts drafts;
    private final DraftSaves saves;
    private final DraftActs acts;
    private final Frames frames;
    private final AgreementRegister agreements;
    private final OrganisationRegister organisations;
    private final Clock clock;

    DraftDesk(
            Drafts drafts,
            DraftSaves saves,
            DraftActs acts,
            Frames frames,
            AgreementRegister agreements,
            OrganisationRegister organisations,
            Clock clock) {
        this.drafts = drafts;
        this.saves = saves;
        this.acts = acts;
        this.frames = frames;
        this.agreements = agreements;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The draft as it stands; refuses in words where drafting has not begun. */
    @Transactional(readOnly = true)
    public Opened open(String key) {
        Draft draft = drafts.findByAgreementKey(key).orElseThrow(DraftDesk::missing);
        Content content = draft.content();
        Frame frame = frames.of(key);
        return new Opened(
                key,
                draft.revision(),
                content,
                draft.savedBy(),
                draft.savedAt(),
                Check.of(content, frame),
                Check.total(content),
                frame.scheme().objectiveMarks(),
                frame.scheme(),
                frame.year(),
                draft.isOpen(),
                returned(draft));
    }

    /**
     * Keeps the content as the next revision. A member of the office's team saves, while the draft is open, and on the
     * revision that is the latest.
     *
     * @throws DraftConflict with what changed, by whom and when, if somebody saved since {@code baseRevision}
     */
    public Saved save(String key, Content content, int baseRevision, String user) {
        if (!organisations.isOfTeam(user, agreements.agreement(key).organisation())) {
            throw new Refusal("Only the APA team of this office changes its draft.");
        }
        Check.demandKeepable(content);
        Draft draft = drafts.lock(key).orElseThrow(DraftDesk::missing);
        demandLatest(draft, content, baseRevision);
        if (!content.equals(draft.content())) {
            draft.save(content, user, clock.instant());
            saves.save(new DraftSave(draft, user, clock.instant()));
        }
        return new Saved(
                draft.revision(),
                Optional.ofNullable(draft.savedBy()).orElse(user),
                Optional.ofNullable(draft.savedAt()).orElseGet(clock::instant),
                Check.of(content, frames.of(key)));
    }

    private void demandLatest(Draft draft, Content mine, int baseRevision) {
        if (!draft.isOpen()) {
            throw new Refusal("This draft is closed at present, so nothing was changed.");
        }
        if (baseRevision < 0 || baseRevision > draft.revision()) {
            throw new Refusal("This draft is not the one that you opened. Please reload the page.");
        }
        if (baseRevision < draft.revision()) {
            List<DraftSave> since =
                    saves.findByDraftIdAndRevisionGreaterThanEqualOrderByRevision(draft.id(), baseRevision);
            List<Change> changes = Changes.of(since, mine);
            if (!changes.isEmpty()) {
                throw new DraftConflict(changes, draft.revision(), draft.content());
            }
        }
    }

    /** What is still to be mended in a content that nobody has saved yet. */
    @Transactional(readOnly = true)
    public List<Finding> check(String key, Content content) {
        return Check.of(content, frames.of(key));
    }

    /** The draft as a workbook, in the editor's columns. */
    @Transactional(readOnly = true)
    public byte[] toExcel(String key) {
        return WorkbookWriter.write(
                drafts.findByAgreementKey(key).orElseThrow(DraftDesk::missing).content());
    }

    /** What a workbook says; a sheet that it leaves out stays as it is in the draft. Nothing is saved. Refuses in a sentence with sheet and cell what it cannot read. */
    @Transactional(readOnly = true)
    public Content fromExcel(String key, byte[] workbook) {
        Draft draft = drafts.findByAgreementKey(key).orElseThrow(DraftDesk::missing);
        return Workbooks.read(workbook, draft.content(), frames.of(key));
    }

    /** Every save and every decision, oldest first; empty where drafting has not begun. */
    @Transactional(readOnly = true)
    public List<DraftEvent> history(String key) {
        return drafts.findByAgreementKey(key)
                .map(draft -> Stream.concat(
                                acts.findByDraftIdOrderById(draft.id()).stream().map(DraftAct::event),
                                saves.events(draft.id()).stream())
                        .sorted(Comparator.comparing(DraftEvent::at).thenComparing(DraftEvent::revision))
                        .toList())
                .orElse(List.of());
    }

    private String returned(Draft draft) {
        return acts.findFirstByDraftIdOrderByIdDesc(draft.id())
                .filter(act -> act.kind() == DraftEvent.Kind.SENT_BACK)
                .map(DraftAct::remark)
                .orElse("");
    }

    static Refusal missing() {
        return new Refusal("The draft of this agreement has not been opened yet.");
    }
}
