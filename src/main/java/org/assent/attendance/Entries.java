package org.assent.attendance;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Entries extends Repository<AttendanceEntry, Long> {

    AttendanceEntry save(AttendanceEntry entry);

    Optional<AttendanceEntry> findByProjectCodeAndSessionAndReference(
            String projectCode, int session, String reference);

    List<AttendanceEntry> findByProjectCodeOrderByReferenceAscSessionAsc(String projectCode);
}
