package org.assent.announcement;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Announcements extends Repository<Announcement, Long> {

    Announcement save(Announcement announcement);

    Optional<Announcement> findByProjectCode(String projectCode);

    /** Places are given one after the other: the second of two withdrawals waits until the first is through. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Announcement where projectCode = :projectCode")
    Optional<Announcement> lock(String projectCode);
}
