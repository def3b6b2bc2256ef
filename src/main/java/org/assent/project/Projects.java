package org.assent.project;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Projects extends Repository<Project, Long> {

    Project save(Project project);

    Project saveAndFlush(Project project);

    Optional<Project> findByCode(String code);

    boolean existsByCode(String code);

    List<Project> findAllByOrderByCode();
}
