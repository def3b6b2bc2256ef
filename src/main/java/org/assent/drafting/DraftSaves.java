package org.assent.drafting;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Every save of every draft. */
interface DraftSaves extends Repository<DraftSave, Long> {

    DraftSave save(DraftSave save);

    List<DraftSave> findByDraftIdAndRevisionGreaterThanEqualOrderByRevision(long draftId, int revision);
}
