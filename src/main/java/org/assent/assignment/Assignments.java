package org.assent.assignment;

import java.util.List;
import org.springframework.data.repository.Repository;

interface Assignments extends Repository<Assignment, Long> {

    Assignment save(Assignment assignment);

    List<Assignment> findByProjectCodeOrderByReference(String projectCode);

    List<Assignment> findByProjectCodeAndStateOrderByReference(String projectCode, Assignment.State state);
}
