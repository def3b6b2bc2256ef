package org.assent.attendance;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Contests extends Repository<AttendanceContest, Long> {

    AttendanceContest save(AttendanceContest contest);

    Optional<AttendanceContest> findById(long id);

    List<AttendanceContest> findByProjectCodeOrderByContestedAt(String projectCode);
}
