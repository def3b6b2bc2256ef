package org.assent.attendance;

import java.util.List;
import org.springframework.data.repository.Repository;

interface PlatformLines extends Repository<PlatformLine, Long> {

    PlatformLine save(PlatformLine line);

    List<PlatformLine> findByProjectCodeAndSession(String projectCode, int session);

    void deleteByProjectCodeAndSession(String projectCode, int session);
}
