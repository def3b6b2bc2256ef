package org.assent.project;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Economies extends Repository<Economy, String> {

    Optional<Economy> findByIso2(String iso2);

    List<Economy> findAllByOrderByName();

    List<Economy> findByActiveTrueOrderByName();
}
