package org.assent.drafting;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every save of every draft. */
interface DraftSaves extends Repository<DraftSave, Long> {

    DraftSave save(DraftSave save);

    List<DraftSave> findByDraftIdAndRevisionGreaterThanEqualOrderByRevision(long draftId, int revision);

    /** Who saved and when, without what; revision 0 is no save. */
    @Query(
            """
            select new org.assent.drafting.DraftEvent(save.revision, save.savedBy, save.savedAt)
            from DraftSave save where save.draftId = :draftId and save.revision > 0""")
    List<DraftEvent> events(long draftId);
}
