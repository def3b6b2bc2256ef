package org.assent.attendance;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Sessions extends Repository<HeldSession, Long> {

    HeldSession save(HeldSession session);

    Optional<HeldSession> findByProjectCodeAndSession(String projectCode, int session);

    List<HeldSession> findByProjectCodeOrderBySession(String projectCode);
}
